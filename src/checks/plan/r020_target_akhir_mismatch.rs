#![doc = include_str!("r020_target_akhir_mismatch.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R020"),
    severity: Severity::Warning,
    text: include_str!("r020_target_akhir_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (table, indikator) in plan::indicators(subject.renstra) {
        let Some(akhir) = indikator.target_akhir.located() else {
            continue;
        };
        let last = indikator
            .target
            .iter()
            .next_back()
            .and_then(|(tahun, t)| Some((tahun, t.located()?)));
        let Some((tahun, last)) = last else { continue };
        let number: Option<Vec<_>> = indikator
            .target
            .values()
            .map(|entry| entry.value()?.nilai())
            .collect();
        let sum = number.map(|list| list.into_iter().sum::<rust_decimal::Decimal>());
        let same = match (akhir.value.nilai(), last.value.nilai()) {
            // A cumulative indicator ends with the sum of its years.
            (Some(end), Some(year)) => end == year || sum == Some(end),
            _ => akhir.value.teks() == last.value.teks(),
        };
        if !same {
            out.emit(
                RULE.finding(akhir.origin.clone(),
                    format!("kondisi akhir periode pada {table} berbeda dengan target tahun {tahun}"),
                )
                .path(indikator.uraian.value.clone())
                .rests_on([Ground::TableYears])
                .figure("akhir periode", akhir.value.teks(), [akhir.origin.clone()])
                .figure(format!("target {tahun}"), last.value.teks(), [last.origin.clone()])
                .note("indikator", indikator.uraian.value.replace('\n', " "))
                .hint("samakan dengan target tahun terakhir, atau dengan jumlah target bila indikatornya kumulatif"),
            );
        }
    }
}
