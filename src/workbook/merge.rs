//! Merged areas, found by position.

use super::{Area, limit};
use crate::diagnostic::CellRef;

/// Merged areas of one sheet, inside the limits and without overlaps.
#[derive(Debug, Default)]
pub(super) struct Merged {
    area: Vec<Area>,
    /// Per row, the areas that cover a part of it, by their place in `area`.
    /// At most [`limit::COLUMNS`] each, as they do not overlap.
    by_row: Vec<Vec<usize>>,
}

impl Merged {
    /// Takes an area. Says whether it could be kept: one that overlaps another,
    /// which no spreadsheet program makes, or that is one too many cannot. What
    /// lies beyond the limits or is a single cell is passed over in silence,
    /// as nothing is lost by it.
    pub fn add(&mut self, area: Area) -> bool {
        let Some(area) = clip(area) else { return true };
        if self.area.len() >= limit::MERGED {
            return false;
        }
        let rows = area.start.row as usize..area.end.row as usize + 1;
        if self.by_row.len() < rows.end {
            self.by_row.resize_with(rows.end, Vec::new);
        }
        let Some(covered) = self.by_row.get_mut(rows) else {
            return false;
        };
        let overlaps = |place: &usize| {
            self.area.get(*place).is_some_and(|other| {
                other.start.col <= area.end.col && area.start.col <= other.end.col
            })
        };
        if covered.iter().any(|row| row.iter().any(overlaps)) {
            return false;
        }
        for row in covered {
            row.push(self.area.len());
        }
        self.area.push(area);
        true
    }

    /// The area that covers the position.
    pub fn covering(&self, at: CellRef) -> Option<&Area> {
        let row = self.by_row.get(at.row as usize)?;
        row.iter()
            .filter_map(|place| self.area.get(*place))
            .find(|area| area.contains(at))
    }

    /// All areas, from the top and the left.
    pub fn into_areas(mut self) -> Vec<Area> {
        self.area.sort_unstable_by_key(|area| area.start);
        self.area
    }
}

/// The part of an area inside the limits, its corners in order; `None` if that is
/// not more than one cell.
fn clip(area: Area) -> Option<Area> {
    let Area { start: a, end: b } = area;
    let start = CellRef::new(a.row.min(b.row), a.col.min(b.col));
    let end = CellRef::new(
        a.row.max(b.row).min(limit::ROWS - 1),
        a.col.max(b.col).min(limit::COLUMNS - 1),
    );
    let inside = start.row <= end.row && start.col <= end.col;
    (inside && start != end).then_some(Area { start, end })
}
