//! Which way an indicator is meant to go, read from its own targets: falling
//! for a mortality, rising for a coverage. Words are not asked.

use rust_decimal::Decimal;

use crate::diagnostic::Origin;
use crate::model::{Indikator, Tahun};

/// Direction of the yearly targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Flat,
    /// Now up, now down.
    Mixed,
}

/// Yearly targets that are numbers; `None` if a year is blank or in words, such
/// as a grade, because then there is nothing to compare.
pub fn values(indikator: &Indikator) -> Option<Vec<(Tahun, Decimal, Origin)>> {
    let list: Option<Vec<_>> = indikator
        .target
        .iter()
        .map(|(tahun, entry)| {
            let target = entry.located()?;
            Some((*tahun, target.value.nilai()?, target.origin.clone()))
        })
        .collect();
    list.filter(|list| list.len() > 1)
}

/// The direction.
pub fn of_targets(value: &[(Tahun, Decimal, Origin)]) -> Direction {
    let up = value.windows(2).any(|pair| pair[0].1 < pair[1].1);
    let down = value.windows(2).any(|pair| pair[0].1 > pair[1].1);
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
            .any(crate::model::Target::persen)
}
