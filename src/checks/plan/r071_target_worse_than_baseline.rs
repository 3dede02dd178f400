#![doc = include_str!("r071_target_worse_than_baseline.md")]

use super::{Rule, Subject};
use crate::checks::shared::direction::{self, Direction};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};

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
        let going = direction::of_targets(&value);
        let better = direction::better(subject.renstra, indikator);
        let (way, reason) = match better {
            // Targets that go the wrong way from the first on are R103's.
            Some(better) if going == reverse(better.way) && going != better.way => return None,
            Some(better) => (better.way, better.reason),
            None => (going, "arah target".to_owned()),
        };
        let (worse, way) = match way {
            Direction::Up => (first.1 < start, "naik"),
            Direction::Down => (first.1 > start, "turun"),
            Direction::Flat | Direction::Mixed => return None,
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
                .rests_on([Ground::TableYears])
                .figure("kondisi awal", base.value.teks(), [base.origin.clone()])
                .figure(format!("target {}", first.0), shown, [first.2.clone()])
                .note("arah yang baik", format!("{way} ({reason})"))
                .note("indikator", name)
                .hint("perbaiki target atau kondisi awalnya, atau jelaskan sebabnya dalam naskah"),
        )
    });
    out.extend(found);
}

fn reverse(way: Direction) -> Direction {
    match way {
        Direction::Up => Direction::Down,
        Direction::Down => Direction::Up,
        same => same,
    }
}
