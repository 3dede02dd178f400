#![doc = include_str!("r109_target_outside_scale.md")]

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R109"),
    severity: Severity::Warning,
    text: include_str!("r109_target_outside_scale.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let scale = lexicon::scale(&indikator.uraian.value)?;
        let years = indikator
            .target
            .iter()
            .map(|(tahun, entry)| (format!("target {tahun}"), entry));
        let list = std::iter::once(("kondisi awal".to_owned(), &indikator.target_awal))
            .chain(years)
            .chain([("kondisi akhir".to_owned(), &indikator.target_akhir)]);
        let (label, target) = list
            .filter_map(|(label, entry)| Some((label, entry.located()?)))
            .find(|(_, target)| {
                let value = target.value.nilai();
                value.is_some_and(|value| {
                    value < scale.lowest.into() || value > scale.highest.into()
                })
            })?;
        let name = plan::one_line(&indikator.uraian.value);
        Some(
            RULE.finding(
                target.origin.clone(),
                format!("target indikator {level} di luar skala ukurannya"),
            )
            .path(name.clone())
            .figure(label, target.value.teks(), [target.origin.clone()])
            .figure(
                format!("skala {}", scale.name),
                format!("{} sampai {}", scale.lowest, scale.highest),
                [],
            )
            .note("indikator", name)
            .hint("betulkan angkanya; bila daerah memakai skala lain, sebutkan pada definisi operasional"),
        )
    });
    out.extend(found);
}
