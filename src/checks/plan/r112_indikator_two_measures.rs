#![doc = include_str!("r112_indikator_two_measures.md")]

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R112"),
    severity: Severity::Warning,
    text: include_str!("r112_indikator_two_measures.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let name = plan::one_line(&indikator.uraian.value);
        let second = lexicon::second_measure(&name)?;
        Some(
            RULE.finding(
                indikator.uraian.origin.clone(),
                format!("indikator {level} ini menggabungkan dua ukuran"),
            )
            .path(name.clone())
            .note("ukuran kedua", second)
            .note("indikator", name)
            .hint("pisahkan menjadi dua indikator, masing-masing dengan satuan dan targetnya"),
        )
    });
    out.extend(found);
}
