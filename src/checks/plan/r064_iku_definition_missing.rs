#![doc = include_str!("r064_iku_definition_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Entry, Iku};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R064"),
    severity: Severity::Error,
    text: include_str!("r064_iku_definition_missing.md"),
    check,
};

/// A column of the sheet: its key, its name and the entry.
type Kolom = (&'static str, &'static str, fn(&Iku) -> &Entry<String>);

const KOLOM: [Kolom; 2] = [
    ("definisi", "Definisi Operasional", |iku| {
        &iku.indikator.definisi
    }),
    ("formula", "Formula", |iku| &iku.indikator.formula),
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = &subject.renstra.iku;
    for (key, name, entry) in KOLOM {
        // Where the regulation's table has no such column, an agency need not fill
        // it; if it does, it fills it for all.
        let filled = list.iter().any(|iku| !entry(iku).is_missing());
        if !filled && !plan::has_kolom(subject.regulation, "iku", key) {
            continue;
        }
        // A column that is not there at all is one finding.
        if !list.is_empty() && list.iter().all(|iku| matches!(entry(iku), Entry::Missing)) {
            out.emit(
                RULE.finding(
                    plan::sheet_origin(subject, "iku"),
                    format!("lembar IKU tidak mempunyai kolom {name}"),
                )
                .hint(format!("tambahkan kolom {name} pada lembar IKU")),
            );
            continue;
        }
        for iku in list {
            if !entry(iku).is_missing() {
                continue;
            }
            let uraian = &iku.indikator.uraian;
            let origin = entry(iku).origin().unwrap_or(&uraian.origin).clone();
            out.emit(
                RULE.finding(origin, format!("{name} IKU belum diisi"))
                    .path(plan::one_line(&uraian.value))
                    .note("indikator", plan::one_line(&uraian.value))
                    .hint(format!("isi kolom {name} pada lembar IKU")),
            );
        }
    }
}
