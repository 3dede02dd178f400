#![doc = include_str!("r025_penanggung_jawab_missing.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R025"),
    severity: Severity::Error,
    text: include_str!("r025_penanggung_jawab_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (level, row) in super::rows::coded(subject.renstra) {
        if row.unit.is_missing() && !row.uraian.is_broken() {
            out.emit(
                Diagnostic::error(
                    RULE.code,
                    row.unit.origin().unwrap_or(&row.kode.origin).clone(),
                    format!("{level} {} belum mempunyai unit penanggung jawab", row.kode.value),
                )
                .path(row.kode.value.to_string())
                .hint("isi kolom Unit Kerja Penanggung Jawab dengan bidang, bagian, atau UPT yang melaksanakannya"),
            );
        }
    }
}
