#![doc = include_str!("r010_tujuan_without_sasaran.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R010"),
    severity: Severity::Error,
    text: include_str!("r010_tujuan_without_sasaran.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for tujuan in &subject.renstra.tujuan {
        if tujuan.sasaran.is_empty() {
            out.emit(
                RULE.finding(
                    tujuan.uraian.origin.clone(),
                    "tujuan ini belum mempunyai sasaran",
                )
                .path(tujuan.uraian.value.clone())
                .hint(format!(
                    "tambahkan paling sedikit satu sasaran di bawah tujuan ini pada {}",
                    plan::tujuan_sheet(subject.renstra).tab()
                )),
            );
        }
    }
}
