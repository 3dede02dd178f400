#![doc = include_str!("r016_program_without_indikator.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R016"),
    severity: Severity::Error,
    text: include_str!("r016_program_without_indikator.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (level, row) in super::rows::coded(subject.renstra) {
        if row.indikator.is_empty() && !row.uraian.is_broken() {
            out.emit(
                Diagnostic::error(
                    RULE.code,
                    row.kode.origin.clone(),
                    format!("{level} {} belum mempunyai indikator", row.kode.value),
                )
                .path(row.kode.value.to_string())
                .hint("isi kolom indikator beserta target setiap tahun"),
            );
        }
    }
}
