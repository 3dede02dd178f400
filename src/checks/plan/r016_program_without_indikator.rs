#![doc = include_str!("r016_program_without_indikator.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R016"),
    severity: Severity::Error,
    text: include_str!("r016_program_without_indikator.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (level, row) in plan::coded(subject.renstra) {
        if row.indikator.is_empty() && !row.uraian.is_broken() {
            out.emit(
                RULE.finding(
                    row.kode.origin.clone(),
                    format!("{level} {} belum mempunyai indikator", row.kode.value),
                )
                .element(&row.kode.value)
                .rests_on([Ground::Parent, Ground::Children])
                .hint("isi kolom indikator beserta target setiap tahun"),
            );
        }
    }
}
