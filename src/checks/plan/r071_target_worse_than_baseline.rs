#![doc = include_str!("r071_target_worse_than_baseline.md")]

use super::{Rule, Subject};
use crate::checks::shared::{direction, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R071"),
    severity: Severity::Warning,
    text: include_str!("r071_target_worse_than_baseline.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let value = direction::values(indikator)?;
        let base = indikator.target_awal.located()?;
        let start = base.value.nilai()?;
        let first = value.first()?;
        let (worse, way) = match direction::of_targets(&value) {
            direction::Direction::Up => (first.1 < start, "naik"),
            direction::Direction::Down => (first.1 > start, "turun"),
            direction::Direction::Flat | direction::Direction::Mixed => return None,
        };
        if !worse {
            return None;
        }
        let name = plan::one_line(&indikator.uraian.value);
        let shown = indikator.target.get(&first.0)?.value()?.teks().to_owned();
        let text = format!(
            "target {} indikator {level} lebih buruk daripada kondisi awal",
            first.0
        );
        Some(
            RULE.finding(first.2.clone(), text)
                .path(name.clone())
                .figure("kondisi awal", base.value.teks(), [base.origin.clone()])
                .figure(format!("target {}", first.0), shown, [first.2.clone()])
                .note("arah target", way)
                .note("indikator", name)
                .hint("perbaiki target atau kondisi awalnya, atau jelaskan sebabnya dalam naskah"),
        )
    });
    for finding in found {
        out.emit(finding);
    }
}
