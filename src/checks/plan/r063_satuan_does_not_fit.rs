#![doc = include_str!("r063_satuan_does_not_fit.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R063"),
    severity: Severity::Warning,
    text: include_str!("r063_satuan_does_not_fit.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut reported = BTreeSet::new();
    for (_, indikator) in plan::indicators(subject.renstra) {
        let Some(satuan) = indikator.satuan.located() else {
            continue;
        };
        let name = text::same_form(&indikator.uraian.value);
        let unit = satuan.value.to_lowercase();
        let percent = unit.contains('%') || unit.contains("persen") || unit.contains("prosen");
        let wrong = match name.split(' ').next() {
            Some("persentase" | "presentase" | "prosentase" | "persen") => !percent,
            Some("jumlah") => percent,
            Some("nilai" | "indeks" | "skor" | "prevalensi") => lexicon::is_counted(&unit),
            // Deaths are counted per so many births or people.
            Some("angka") if name.starts_with("angka kematian") => {
                percent || lexicon::is_counted(&unit)
            }
            Some("angka") if name.starts_with("angka harapan") => {
                percent || lexicon::is_counted(&unit)
            }
            _ => false,
        };
        if !wrong || !reported.insert((name, unit)) {
            continue;
        }
        out.emit(
            RULE.finding(
                satuan.origin.clone(),
                format!(
                    "satuan \"{}\" tidak cocok dengan nama indikator",
                    plan::one_line(&satuan.value)
                ),
            )
            .path(plan::one_line(&indikator.uraian.value))
            .note("indikator", plan::one_line(&indikator.uraian.value))
            .hint("perbaiki satuan atau nama indikatornya"),
        );
    }
}
