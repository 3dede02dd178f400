//! The rows of one laid-out table, and which of them shows a row of a sheet.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::typed::{Shown, Typed};
use crate::typeset::PrintedTable;

/// How many rows above and below the best one still belong to a row of a sheet:
/// parents and further indicators are rows of their own in print.
const NEAR: usize = 3;
/// How far ahead the next row of a sheet is looked for first.
const AHEAD: usize = 60;

/// A laid-out cell.
struct Cell {
    row: usize,
    rowspan: usize,
    shown: Shown,
    pages: Vec<usize>,
    /// Whether a cell of the workbook has this number for its own.
    taken: bool,
}

/// A laid-out table to take cells from.
pub(super) struct TablePages {
    cells: Vec<Cell>,
    /// Cells that stand in a row, also those that begin above it.
    rows: BTreeMap<usize, Vec<usize>>,
    by_text: HashMap<String, Vec<usize>>,
    by_number: HashMap<Decimal, Vec<usize>>,
    /// The row that was taken last.
    last: usize,
}

/// A cell of a sheet, and what the data has of it.
pub(super) type Wanted<'a> = (&'a Typed, &'a [Shown]);

impl TablePages {
    pub(super) fn new(table: &PrintedTable) -> Self {
        let mut cells: Vec<Cell> = table
            .cells
            .iter()
            .map(|cell| Cell {
                row: cell.row,
                rowspan: cell.rowspan,
                shown: Shown::new(&cell.text),
                pages: cell.pages.clone(),
                taken: false,
            })
            .collect();
        cells.retain(|cell| !cell.shown.text.is_empty());
        cells.sort_by_key(|cell| cell.row);
        let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_number: HashMap<Decimal, Vec<usize>> = HashMap::new();
        for (index, cell) in cells.iter().enumerate() {
            for row in cell.row..cell.row + cell.rowspan {
                rows.entry(row).or_default().push(index);
            }
            by_text
                .entry(cell.shown.text.clone())
                .or_default()
                .push(index);
            for number in &cell.shown.numbers {
                by_number.entry(*number).or_default().push(index);
            }
        }
        Self {
            cells,
            rows,
            by_text,
            by_number,
            last: 0,
        }
    }

    /// Takes the cells of a sheet's row: for each the pages on which it stands.
    pub(super) fn take_row(&mut self, wanted: &[Wanted<'_>]) -> Vec<Option<Vec<usize>>> {
        let best = self.best_row(wanted);
        if let Some(best) = best {
            self.last = best;
        }
        wanted
            .iter()
            .map(|wanted| self.take(*wanted, best))
            .collect()
    }

    /// How much of a sheet's row the row that fits it best says, in percent.
    pub(super) fn share(&self, wanted: &[Wanted<'_>]) -> usize {
        let whole: usize = wanted.iter().map(|(typed, _)| weight(typed)).sum();
        let best = self.votes(wanted, false).map_or(0, |(_, votes)| votes);
        best * 100 / whole.max(1)
    }

    /// The row in which most of the cells stand; of equals the nearest below the
    /// one taken last.
    fn best_row(&self, wanted: &[Wanted<'_>]) -> Option<usize> {
        let whole: usize = wanted.iter().map(|(typed, _)| weight(typed)).sum();
        let near = self.votes(wanted, true);
        // Small numbers stand in many rows: the whole table is looked at where the
        // rows around do not say most of it.
        match near {
            Some((row, votes)) if votes * 2 > whole => Some(row),
            _ => self.votes(wanted, false).or(near).map(|(row, _)| row),
        }
    }

    fn votes(&self, wanted: &[Wanted<'_>], near: bool) -> Option<(usize, usize)> {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for (typed, shown) in wanted {
            let mut rows: Vec<usize> = self
                .exact(typed, shown, near)
                .map(|index| self.cells[index].row)
                .collect();
            rows.sort_unstable();
            rows.dedup();
            for row in rows {
                *votes.entry(row).or_default() += weight(typed);
            }
        }
        let next = self.last + 1;
        votes
            .into_iter()
            .max_by_key(|(row, votes)| (*votes, std::cmp::Reverse(row.abs_diff(next))))
    }

    /// Cells that say the same in full; with `near` those around the last row.
    fn exact<'s>(
        &'s self,
        typed: &'s Typed,
        shown: &'s [Shown],
        near: bool,
    ) -> impl Iterator<Item = usize> + 's {
        let texts = typed
            .texts
            .iter()
            .chain(shown.iter().map(|shown| &shown.text));
        let by_text = texts.filter_map(|text| self.by_text.get(text));
        let by_number = typed
            .numbers
            .iter()
            .filter_map(|number| self.by_number.get(number));
        let range = if near {
            self.last.saturating_sub(NEAR)..self.last + AHEAD
        } else {
            0..usize::MAX
        };
        by_text.chain(by_number).flat_map(move |list| {
            let from = list.partition_point(|index| self.cells[*index].row < range.start);
            let list = list[from..].iter().copied();
            let end = range.end;
            list.take_while(move |index| self.cells[*index].row < end)
        })
    }

    fn take(&mut self, wanted: Wanted<'_>, best: Option<usize>) -> Option<Vec<usize>> {
        let near = best.into_iter().flat_map(|best| {
            let around = (1..=NEAR).flat_map(move |by| [Some(best + by), best.checked_sub(by)]);
            [Some(best)].into_iter().chain(around).flatten()
        });
        for row in near {
            if let Some(pages) = self.take_in(wanted, row) {
                return Some(pages);
            }
        }
        self.take_anywhere(wanted)
    }

    fn take_in(&mut self, (typed, shown): Wanted<'_>, row: usize) -> Option<Vec<usize>> {
        let list = self.rows.get(&row)?;
        let free = |index: &&usize| {
            let cell = &self.cells[**index];
            (typed.numbers.is_empty() || !cell.taken) && typed.is_same(&cell.shown)
        };
        if let Some(index) = list.iter().find(free).copied() {
            self.cells[index].taken = true;
            return Some(self.cells[index].pages.clone());
        }
        let part = list
            .iter()
            .find(|index| typed.is_part(&self.cells[**index].shown.text));
        if let Some(index) = part {
            return Some(self.cells[*index].pages.clone());
        }
        // A cell that the document parts: each part in this row.
        let parts = || list.iter().map(|index| &self.cells[*index].shown);
        let parted = shown.len() > 1 || typed.len() > WHOLE;
        if parted && typed.numbers.is_empty() && typed.is_covered(parts()) {
            let first = list.first()?;
            return Some(self.cells[*first].pages.clone());
        }
        None
    }

    /// A long text or an amount, wherever in the table it stands.
    fn take_anywhere(&mut self, (typed, shown): Wanted<'_>) -> Option<Vec<usize>> {
        let is_text = typed.numbers.is_empty();
        if !is_text && !typed.is_money() {
            return None;
        }
        let free = |index: &usize| is_text || !self.cells[*index].taken;
        let exact = self.exact(typed, shown, false).find(free);
        let index = exact.or_else(|| {
            let part = |cell: &Cell| typed.is_part(&cell.shown.text);
            self.cells.iter().position(|cell| is_text && part(cell))
        })?;
        self.cells[index].taken = true;
        Some(self.cells[index].pages.clone())
    }
}

/// Letters from which on a text may be printed in parts.
const WHOLE: usize = 8;

/// How much a cell tells of the row that it stands in.
fn weight(typed: &Typed) -> usize {
    if typed.is_money() {
        3
    } else {
        1 + typed.len().min(40) / 10
    }
}
