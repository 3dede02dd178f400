#![doc = include_str!("r088_rupiah_in_prose_unmatched.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, prose};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R088"),
    severity: Severity::Warning,
    text: include_str!("r088_rupiah_in_prose_unmatched.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let known = prose::amounts(subject.renstra);
    for narasi in &subject.renstra.narasi {
        for (typed, amount) in prose::rupiah(&narasi.isi.value) {
            if known.contains(&amount) {
                continue;
            }
            out.emit(
                RULE.finding(
                    narasi.isi.origin.clone(),
                    format!(
                        "jumlah {} dalam naskah tidak ada pada tabel mana pun",
                        plan::one_line(&typed)
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
