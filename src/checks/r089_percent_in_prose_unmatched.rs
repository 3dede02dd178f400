#![doc = include_str!("r089_percent_in_prose_unmatched.md")]

use rust_decimal::Decimal;

use super::naskah;
use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R089"),
    severity: Severity::Info,
    text: include_str!("r089_percent_in_prose_unmatched.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let known = naskah::percents(subject.renstra);
    for narasi in &subject.renstra.narasi {
        let mut foreign: Vec<String> = naskah::persen(&narasi.isi.value)
            .into_iter()
            .filter(|(_, value)| {
                !known.contains(value) && !value.is_zero() && *value != Decimal::ONE_HUNDRED
            })
            .map(|(typed, _)| typed)
            .collect();
        foreign.dedup();
        if foreign.is_empty() {
            continue;
        }
        out.emit(
            Diagnostic::info(
                RULE.code,
                narasi.isi.origin.clone(),
                format!(
                    "{} persentase dalam naskah tidak ada pada tabel mana pun",
                    foreign.len()
                ),
            )
            .path(narasi.slot.value.clone())
            .note("persentase", foreign.join("; "))
            .hint("periksa angkanya, atau sebutkan sumbernya"),
        );
    }
}
