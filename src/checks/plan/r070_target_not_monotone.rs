#![doc = include_str!("r070_target_not_monotone.md")]

use super::{Rule, Subject};
use crate::checks::shared::{direction, plan};
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::{Indikator, Level};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R070"),
    severity: Severity::Warning,
    text: include_str!("r070_target_not_monotone.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let look = |level: &str, indikator: &Indikator| {
        let value = direction::ranked(indikator)?;
        if direction::of_targets(&value) != direction::Direction::Mixed {
            return None;
        }
        let name = plan::one_line(&indikator.uraian.value);
        let rising = direction::better(renstra, indikator).map_or_else(
            || value.last().map(|last| last.1) >= value.first().map(|first| first.1),
            |better| better.way == direction::Direction::Up,
        );
        let turn = value.windows(2).find(|pair| {
            if rising {
                pair[1].1 < pair[0].1
            } else {
                pair[1].1 > pair[0].1
            }
        })?;
        let text = format!("target indikator {level} naik turun");
        let entry = |at: &(
            crate::model::Tahun,
            rust_decimal::Decimal,
            crate::diagnostic::Origin,
        )| {
            let shown = indikator.target.get(&at.0).and_then(|entry| entry.value());
            (
                format!("target {}", at.0),
                shown.map(|t| t.teks().to_owned()).unwrap_or_default(),
                at.2.clone(),
            )
        };
        let (before, after) = (entry(&turn[0]), entry(&turn[1]));
        Some(
            RULE.finding(turn[1].2.clone(), text)
                .path(name.clone())
                .rests_on([Ground::TableYears])
                .figure(before.0, before.1, [before.2])
                .figure(after.0, after.1, [after.2])
                .note("indikator", name)
                .hint("perbaiki targetnya, atau jelaskan sebabnya dalam naskah"),
        )
    };
    out.extend(plan::outcome_indicators_once(renstra, look));
    // A kegiatan's share of something is held to the same; what sub kegiatan
    // count may well differ from year to year.
    for (level, row) in plan::coded(renstra) {
        let shares = row.indikator.iter().filter(|i| direction::is_persen(i));
        if level == Level::Kegiatan {
            out.extend(shares.filter_map(|i| look("kegiatan", i)));
        }
    }
}
