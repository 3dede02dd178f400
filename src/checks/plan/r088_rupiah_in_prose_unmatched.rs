#![doc = include_str!("r088_rupiah_in_prose_unmatched.md")]

use super::{Rule, Subject};
use crate::checks::shared::amounts::{self, Known};
use crate::checks::shared::prose;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R088"),
    severity: Severity::Warning,
    text: include_str!("r088_rupiah_in_prose_unmatched.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let known = Known::of(subject.renstra);
    for narasi in &subject.renstra.narasi {
        let text = prose::typed(&narasi.isi.value);
        for amount in amounts::in_text(&text) {
            if known.holds(&amount) || amounts::is_of_other_source(&text, amount.at) {
                continue;
            }
            let mut finding = RULE
                .finding(
                    narasi.isi.origin.clone(),
                    format!(
                        "jumlah {} dalam naskah tidak ada pada tabel mana pun",
                        amount.typed
                    ),
                )
                .path(narasi.slot.value.clone())
                .figure("naskah", amount.typed.clone(), [narasi.isi.origin.clone()]);
            if let Some(nearest) = amount.nearest(&known) {
                finding = finding.figure("terdekat pada tabel", format!("Rp{nearest}"), []);
            }
            out.emit(finding.hint(
                "pakai penanda, misalnya {{ pagu_total() | rupiah }}, atau perbaiki angkanya",
            ));
        }
    }
}
