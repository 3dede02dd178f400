//! Merged areas, found by position.

use super::{Area, limit};
use crate::diagnostic::CellRef;

/// Merged areas of one sheet.
#[derive(Debug, Clone, Default)]
pub struct Merged {
    area: Vec<Area>,
    /// Per row, the areas that cover a part of it, by their place in `area`. Of a file
    /// at most [`limit::COLUMNS`] each, as they do not overlap.
    by_row: Vec<Vec<usize>>,
}

impl Merged {
    /// Takes an area of a file. Says whether it could be kept: one that overlaps another,
    /// which no spreadsheet program makes, or that is one too many cannot. What
    /// lies beyond the limits or is a single cell is passed over in silence,
    /// as nothing is lost by it.
    pub(super) fn add(&mut self, area: Area) -> bool {
        let Some(area) = clip(area) else { return true };
        if self.area.len() >= limit::MERGED || self.overlaps(&area) {
            return false;
        }
        self.push(area);
        true
    }

    /// Takes an area behind the others.
    pub fn push(&mut self, area: Area) {
        let rows = area.start.row as usize..area.end.row as usize + 1;
        if self.by_row.len() < rows.end {
            self.by_row.resize_with(rows.end, Vec::new);
        }
        for row in self.by_row.get_mut(rows).into_iter().flatten() {
            row.push(self.area.len());
        }
        self.area.push(area);
    }

    /// The same areas behind others, which go before them where both cover a position.
    #[must_use]
    pub fn behind(self, first: Vec<Area>) -> Self {
        first.into_iter().chain(self.area).collect()
    }

    /// Keeps the areas of which `keep` says so.
    pub fn retain(&mut self, keep: impl Fn(&Area) -> bool) {
        if !self.area.iter().all(&keep) {
            *self = self.area.drain(..).filter(keep).collect();
        }
    }

    /// Whether an area covers a part of another one.
    pub fn overlaps(&self, area: &Area) -> bool {
        let rows = area.start.row as usize..=area.end.row as usize;
        let covered = self.by_row.iter().skip(*rows.start());
        covered
            .take(rows.end() - rows.start() + 1)
            .flatten()
            .filter_map(|place| self.area.get(*place))
            .any(|other| other.start.col <= area.end.col && area.start.col <= other.end.col)
    }

    /// The first area that covers the position.
    pub fn covering(&self, at: CellRef) -> Option<&Area> {
        let row = self.by_row.get(at.row as usize)?;
        row.iter()
            .filter_map(|place| self.area.get(*place))
            .find(|area| area.contains(at))
    }

    /// All areas in their order.
    pub fn areas(&self) -> &[Area] {
        &self.area
    }

    /// The same areas, from the top and the left.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        if self.area.is_sorted_by_key(|area| area.start) {
            return self;
        }
        self.area.sort_unstable_by_key(|area| area.start);
        self.area.into_iter().collect()
    }
}

impl FromIterator<Area> for Merged {
    fn from_iter<I: IntoIterator<Item = Area>>(list: I) -> Self {
        let mut merged = Self::default();
        list.into_iter().for_each(|area| merged.push(area));
        merged
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
