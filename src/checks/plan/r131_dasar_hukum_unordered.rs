#![doc = include_str!("r131_dasar_hukum_unordered.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::{law, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R131"),
    severity: Severity::Info,
    text: include_str!("r131_dasar_hukum_unordered.md"),
    check,
};

/// Misplaced laws that a finding names.
const MOST: usize = 4;

/// A law of the list whose kind and year are known.
struct Ranked<'a> {
    law: &'a Located<String>,
    rank: (law::Rank, u16),
    /// Whether any plan rests on it: it belongs before the laws of the field.
    is_general: bool,
}

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    let list: Vec<Ranked<'_>> = subject
        .renstra
        .identitas
        .dasar_hukum
        .iter()
        .filter_map(|law| {
            let plain = text::plain(&law.value);
            // One that stands twice is another finding.
            if law::identity(&plain).is_some_and(|law| !seen.insert(law)) {
                return None;
            }
            let rank = law::rank(&plain)?;
            let mut general = subject.regulation.dasar_hukum.iter();
            let is_general = rank.0 < law::Rank::Daerah && general.any(|known| known.is_in(&plain));
            Some(Ranked {
                law,
                rank,
                is_general,
            })
        })
        .collect();
    let falls: Vec<usize> = (1..list.len())
        .filter(|at| list[*at].rank < list[*at - 1].rank)
        .collect();
    // General laws first and those of the field behind them is an order, too.
    let in_blocks = match falls.as_slice() {
        [] => true,
        [start] => list[*start..].iter().all(|law| !law.is_general),
        _ => false,
    };
    if in_blocks {
        return;
    }
    // Each law against the highest above it.
    let mut highest: Option<&Ranked<'_>> = None;
    let mut misplaced = Vec::new();
    for law in &list {
        match highest {
            Some(above) if law.rank < above.rank => misplaced.push((law, above)),
            _ => highest = Some(law),
        }
    }
    let Some((first, _)) = misplaced.first() else {
        return;
    };
    let mut finding = RULE.finding(
        first.law.origin.clone(),
        format!(
            "Dasar Hukum tidak menurut tata urutan peraturan: {} peraturan",
            misplaced.len()
        ),
    );
    for (law, above) in misplaced.iter().take(MOST) {
        finding = finding.figure(
            text::short(&law.law.value),
            format!("tertulis di bawah {}", text::short(&above.law.value)),
            [law.law.origin.clone(), above.law.origin.clone()],
        );
    }
    if misplaced.len() > MOST {
        finding = finding.note("lainnya", format!("{} peraturan", misplaced.len() - MOST));
    }
    out.emit(
        finding
            .path(plan::one_line(&first.law.value))
            .hint("urutkan undang-undang, peraturan pemerintah, peraturan presiden, peraturan dan keputusan menteri, peraturan daerah, lalu peraturan kepala daerah; yang sejenis menurut tahunnya"),
    );
}
