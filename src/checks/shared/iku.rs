//! What is stated next to an IKU: definition, formula, source, who answers for it.

use super::plan;
use crate::checks::{Rule, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Entry, Iku, Located, Worksheet};

/// A column of the sheet IKU.
pub struct Kolom {
    /// Its key.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What an IKU has in it.
    pub entry: fn(&Iku) -> &Entry<String>,
}

/// Reports IKU with nothing in one of the columns; a column that is not there at all
/// once.
pub fn report_blank(rule: &Rule, subject: &Subject<'_>, kolom: &[Kolom], out: &mut Diagnostics) {
    let list = &subject.renstra.iku;
    for Kolom { key, name, entry } in kolom {
        // Where the regulation's table has no such column, an agency need not fill
        // it; if it does, it fills it for all.
        let filled = list.iter().any(|iku| !entry(iku).is_missing());
        if !filled && !plan::has_kolom(subject.regulation, Worksheet::Iku, key) {
            continue;
        }
        let hint = format!("isi kolom {name} pada lembar IKU");
        if !list.is_empty() && list.iter().all(|iku| matches!(entry(iku), Entry::Missing)) {
            out.emit(
                rule.finding(
                    plan::sheet_origin(subject, Worksheet::Iku),
                    format!("lembar IKU tidak mempunyai kolom {name}"),
                )
                .hint(format!("tambahkan kolom {name} pada lembar IKU")),
            );
            continue;
        }
        for iku in list.iter().filter(|iku| entry(iku).is_missing()) {
            let uraian = &iku.indikator.uraian;
            let origin = entry(iku).origin().unwrap_or(&uraian.origin).clone();
            out.emit(
                rule.finding(origin, format!("{name} IKU belum diisi"))
                    .path(plan::one_line(&uraian.value))
                    .note("indikator", plan::one_line(&uraian.value))
                    .hint(hint.clone()),
            );
        }
    }
}

/// A finding about what stands next to an IKU, with both.
pub fn doubtful(
    rule: &Rule,
    iku: &Iku,
    (label, stated): (&str, &Located<String>),
    message: &str,
) -> Diagnostic {
    let uraian = &iku.indikator.uraian;
    let name = plan::one_line(&uraian.value);
    rule.finding(stated.origin.clone(), message)
        .path(name.clone())
        .figure("indikator", name, [uraian.origin.clone()])
        .quote(label, stated)
}
