#![doc = include_str!("r014_pagu_akhir_mismatch.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R014"),
    severity: Severity::Error,
    text: include_str!("r014_pagu_akhir_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (level, row) in plan::coded(subject.renstra) {
        let Some(typed) = row.pagu_akhir().located() else {
            continue;
        };
        if row.pagu().values().any(crate::model::Entry::is_broken) {
            continue;
        }
        let sum = row.pagu_period().unwrap_or_default();
        if !typed.value.agrees(sum) {
            out.emit(
                RULE.finding(
                    typed.origin.clone(),
                    format!(
                        "pagu akhir periode {level} {} tidak sama dengan jumlah pagu tahunannya",
                        row.kode.value
                    ),
                )
                .element(&row.kode.value)
                .fact(Fact::Contradiction)
                .rests_on([Ground::Parent, Ground::Total])
                .rupiah("akhir periode", typed)
                .figure(
                    "jumlah tahunan",
                    format!("Rp{sum}"),
                    row.pagu()
                        .values()
                        .filter_map(|entry| entry.origin().cloned()),
                )
                .hint("kosongkan kolom ini agar dihitung oleh program, atau perbaiki angkanya"),
            );
        }
    }
}
