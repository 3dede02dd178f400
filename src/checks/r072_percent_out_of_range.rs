#![doc = include_str!("r072_percent_out_of_range.md")]

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Rule, Subject};
use super::{arah, rows};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R072"),
    severity: Severity::Warning,
    text: include_str!("r072_percent_out_of_range.md"),
    check,
};

/// Words of indicators that may leave the range.
const FREE: [&str; 14] = [
    "pertumbuhan",
    "laju",
    "kenaikan",
    "peningkatan",
    "penurunan",
    "rasio",
    "inflasi",
    "capaian",
    "realisasi",
    "deviasi",
    "perubahan",
    "ketercapaian",
    "pencapaian",
    "tingkat hunian",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    for (_, indikator) in rows::indikator(subject.renstra) {
        let name = text::same_form(&indikator.uraian.value);
        if !arah::is_persen(indikator) || FREE.iter().any(|word| name.contains(word)) {
            continue;
        }
        let entry = std::iter::once(&indikator.target_awal)
            .chain(indikator.target.values())
            .chain(std::iter::once(&indikator.target_akhir));
        let wrong = entry.filter_map(|entry| entry.located()).find(|target| {
            let range = Decimal::ZERO..=Decimal::ONE_HUNDRED;
            target
                .value
                .nilai()
                .is_some_and(|value| !range.contains(&value))
        });
        let Some(target) = wrong.filter(|_| told.insert(name)) else {
            continue;
        };
        out.emit(
            Diagnostic::warning(
                RULE.code,
                target.origin.clone(),
                format!(
                    "target {} berada di luar 0 sampai 100 persen",
                    target.value.teks()
                ),
            )
            .path(rows::line(&indikator.uraian.value))
            .note("indikator", rows::line(&indikator.uraian.value))
            .hint("perbaiki target, satuan, atau formula indikatornya"),
        );
    }
}
