#![doc = include_str!("r089_percent_in_prose_unmatched.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::prose;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R089"),
    severity: Severity::Info,
    text: include_str!("r089_percent_in_prose_unmatched.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let known = prose::percents(subject.renstra);
    for narasi in &subject.renstra.narasi {
        let mut foreign: Vec<String> = prose::persen(&narasi.isi.value)
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
            RULE.finding(
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
