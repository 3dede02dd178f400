#![doc = include_str!("r088_rupiah_in_prose_unmatched.md")]

use super::{Rule, Subject};
use super::{naskah, rows};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R088"),
    severity: Severity::Warning,
    text: include_str!("r088_rupiah_in_prose_unmatched.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let known = naskah::amounts(subject.renstra);
    for narasi in &subject.renstra.narasi {
        for (typed, amount) in naskah::rupiah(&narasi.isi.value) {
            if known.contains(&amount) {
                continue;
            }
            out.emit(
                Diagnostic::warning(
                    RULE.code,
                    narasi.isi.origin.clone(),
                    format!(
                        "jumlah {} dalam naskah tidak ada pada tabel mana pun",
                        rows::line(&typed)
                    ),
                )
                .path(narasi.slot.value.clone())
                .hint(
                    "pakai penanda, misalnya {{ pagu_total() | rupiah }}, atau perbaiki angkanya",
                ),
            );
        }
    }
}
