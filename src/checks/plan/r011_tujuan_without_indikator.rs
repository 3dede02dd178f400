#![doc = include_str!("r011_tujuan_without_indikator.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R011"),
    severity: Severity::Error,
    text: include_str!("r011_tujuan_without_indikator.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut report = |what: &str, uraian: &crate::model::Located<String>| {
        out.emit(
            RULE.finding(
                uraian.origin.clone(),
                format!("{what} ini belum mempunyai indikator"),
            )
            .path(uraian.value.clone())
            .hint(format!(
                "isi kolom indikator beserta targetnya pada {}",
                plan::tujuan_sheet(subject.renstra).tab()
            )),
        );
    };
    for tujuan in &subject.renstra.tujuan {
        if tujuan.indikator.is_empty() {
            report("tujuan", &tujuan.uraian);
        }
        for sasaran in tujuan
            .sasaran
            .iter()
            .filter(|sasaran| sasaran.indikator.is_empty())
        {
            report("sasaran", &sasaran.uraian);
        }
    }
}
