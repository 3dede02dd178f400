//! Which way an indicator goes by its targets, and which way is better.
//!
//! Which way is better is declared (the status of the IKK), or read from the
//! indicator's name; the targets that are judged by it are never asked.

use rust_decimal::Decimal;

use super::lexicon;
use crate::diagnostic::Origin;
use crate::model::{Indikator, Renstra, Tahun, Target, text};

/// Direction of the yearly targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Flat,
    /// Now up, now down.
    Mixed,
}

/// Which way is better, and how that is known.
pub struct Better {
    /// [`Direction::Up`] or [`Direction::Down`].
    pub way: Direction,
    /// In Indonesian, for the finding.
    pub reason: String,
}

impl Better {
    /// `naik` or `turun`.
    pub fn word(&self) -> &'static str {
        if self.way == Direction::Up {
            "naik"
        } else {
            "turun"
        }
    }
}

/// Which way is better for an indicator; `None` where neither a table nor the
/// name says it.
pub fn better(renstra: &Renstra, indikator: &Indikator) -> Option<Better> {
    let name = &indikator.uraian.value;
    let declared = renstra
        .ikk
        .iter()
        .filter(|ikk| text::same(&ikk.indikator.uraian.value, name))
        .find_map(|ikk| ikk.status.value());
    let declared = declared.and_then(|status| match text::plain(status).as_str() {
        "positif" => Some(Direction::Up),
        "negatif" => Some(Direction::Down),
        _ => None,
    });
    if let Some(way) = declared {
        return Some(Better {
            way,
            reason: "status pada lembar IKK".to_owned(),
        });
    }
    let (higher, word) = lexicon::better(name)?;
    Some(Better {
        way: if higher {
            Direction::Up
        } else {
            Direction::Down
        },
        reason: format!("dugaan dari kata \"{word}\" pada nama indikator"),
    })
}

/// Yearly targets that are numbers; `None` if a year is blank or in words, such
/// as a grade, because then there is nothing to compare.
pub fn values(indikator: &Indikator) -> Option<Vec<(Tahun, Decimal, Origin)>> {
    steps(indikator, Target::nilai)
}

/// Yearly targets as steps that can be compared: numbers, or all of them grades
/// of one scale.
pub fn ranked(indikator: &Indikator) -> Option<Vec<(Tahun, Decimal, Origin)>> {
    values(indikator).or_else(|| {
        lexicon::SCALES
            .iter()
            .find_map(|scale| steps(indikator, |target| rank(target, scale)))
    })
}

/// The place of a grade, perhaps with its number behind it, on a scale.
pub fn rank(target: &Target, scale: &[&str]) -> Option<Decimal> {
    let text = target.teks();
    let grade = text.split([' ', '(']).next()?;
    let at = scale.iter().position(|step| *step == grade)?;
    Some(Decimal::from(at))
}

fn steps(
    indikator: &Indikator,
    value: impl Fn(&Target) -> Option<Decimal>,
) -> Option<Vec<(Tahun, Decimal, Origin)>> {
    let list: Option<Vec<_>> = indikator
        .target
        .iter()
        .map(|(tahun, entry)| {
            let target = entry.located()?;
            Some((*tahun, value(&target.value)?, target.origin.clone()))
        })
        .collect();
    list.filter(|list| list.len() > 1)
}

/// The direction.
pub fn of_targets(values: &[(Tahun, Decimal, Origin)]) -> Direction {
    let up = values.windows(2).any(|pair| pair[0].1 < pair[1].1);
    let down = values.windows(2).any(|pair| pair[0].1 > pair[1].1);
    match (up, down) {
        (true, false) => Direction::Up,
        (false, true) => Direction::Down,
        (false, false) => Direction::Flat,
        (true, true) => Direction::Mixed,
    }
}

/// Whether an indicator is a per cent by its unit or by a target.
pub fn is_persen(indikator: &Indikator) -> bool {
    let unit = indikator.satuan.value().map(|unit| unit.to_lowercase());
    unit.is_some_and(|unit| unit.trim() == "%" || unit.contains("persen"))
        || indikator
            .target
            .values()
            .filter_map(|entry| entry.value())
            .any(Target::persen)
}
