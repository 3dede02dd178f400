//! The rows of one laid-out table, and which of them shows a row of a sheet.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::columns::{Columns, From};
use super::typed::{Shown, Side, Typed};
use crate::typeset::{Area, PrintedTable};

/// How many rows above and below the best one still belong to a row of a sheet:
/// parents and further indicators are rows of their own in print.
const NEAR: usize = 3;
/// How far ahead the next row of a sheet is looked for first.
const AHEAD: usize = 60;

/// A laid-out cell.
struct Cell {
    row: usize,
    column: usize,
    rowspan: usize,
    shown: Shown,
    areas: Vec<Area>,
}

/// A laid-out table, made ready for looking cells up.
pub(super) struct TableIndex {
    cells: Vec<Cell>,
    /// Cells that stand in a row, also those that begin above it.
    rows: BTreeMap<usize, Vec<usize>>,
    by_text: HashMap<String, Vec<usize>>,
    by_number: HashMap<Decimal, Vec<usize>>,
    /// The first row below the heading.
    first: usize,
}

/// A laid-out table to take cells from.
pub(super) struct TablePages<'p> {
    index: &'p TableIndex,
    /// Whether a cell of the workbook has a cell of the table for its own.
    taken: Vec<bool>,
    /// Rows that say most of a row of a sheet, with that row's place among those
    /// that the table should show.
    owner: HashMap<usize, BTreeSet<usize>>,
    /// The row that was found last.
    last: usize,
    /// Whether the rows are those of the data, one by one.
    is_grid: bool,
}

/// A cell of a sheet, and what the data has of it.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) typed: &'a Typed,
    pub(super) shown: &'a [Shown],
    /// Row and column of the table, where the data says them.
    pub(super) at: Option<(usize, usize)>,
    /// Its column in the workbook.
    pub(super) from: From,
}

/// A row of a sheet, and the row of the table that says most of it.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// Its place among the rows that the table should show.
    pub(super) group: usize,
    best: Option<usize>,
}

impl TableIndex {
    pub(super) fn new(table: &PrintedTable) -> Self {
        let mut cells: Vec<Cell> = table
            .cells
            .iter()
            .map(|cell| Cell {
                row: cell.row,
                column: cell.column,
                rowspan: cell.rowspan,
                shown: Shown::new(&cell.text),
                areas: cell.areas.clone(),
            })
            .collect();
        let first = cells.iter().map(|cell| cell.row).min().unwrap_or_default();
        cells.retain(|cell| !cell.shown.text.is_empty());
        cells.sort_by_key(|cell| cell.row);
        let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_number: HashMap<Decimal, Vec<usize>> = HashMap::new();
        for (index, cell) in cells.iter().enumerate() {
            for row in cell.row..cell.row + cell.rowspan {
                rows.entry(row).or_default().push(index);
            }
            let text = &cell.shown.text;
            by_text.entry(text.clone()).or_default().push(index);
            // An indicator has its unit behind it.
            if let Some((text, _)) = text
                .strip_suffix(')')
                .and_then(|text| text.rsplit_once('('))
            {
                by_text.entry(text.to_owned()).or_default().push(index);
            }
            for number in &cell.shown.numbers {
                by_number.entry(*number).or_default().push(index);
            }
        }
        Self {
            cells,
            rows,
            by_text,
            by_number,
            first,
        }
    }

    /// The texts of its cells, each with where it stands.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &[Area])> {
        let cells = self.cells.iter();
        cells.map(|cell| (cell.shown.text.as_str(), cell.areas.as_slice()))
    }
}

impl<'p> TablePages<'p> {
    pub(super) fn new(index: &'p TableIndex) -> Self {
        Self {
            index,
            taken: vec![false; index.cells.len()],
            owner: HashMap::new(),
            last: 0,
            is_grid: false,
        }
    }

    /// The row that says most of a row of a sheet; what stands in it tells `columns`
    /// where the columns of the sheet are.
    pub(super) fn find_row(
        &mut self,
        group: usize,
        wanted: &[Wanted<'_>],
        columns: &mut Columns,
    ) -> Found {
        let best = self.best_row(wanted);
        if let Some((row, votes)) = best {
            self.last = row;
            let whole: usize = wanted.iter().map(|wanted| weight(wanted.typed)).sum();
            if votes * 2 > whole {
                self.owner.entry(row).or_default().insert(group);
            }
            for wanted in wanted {
                self.vote(*wanted, row, columns);
            }
        }
        Found {
            group,
            best: best.map(|(row, _)| row),
        }
    }

    /// Every column of a row that may show a cell is one in which its column may stand.
    fn vote(&self, wanted: Wanted<'_>, row: usize, columns: &mut Columns) {
        let list = self
            .index
            .rows
            .get(&row)
            .map(Vec::as_slice)
            .unwrap_or_default();
        for cell in list.iter().map(|index| &self.index.cells[*index]) {
            if let Some(side) = wanted.typed.side(&cell.shown) {
                columns.vote(wanted.from, (cell.column, side));
            }
        }
    }

    /// Whether the rows found are those that the data says. A template may part rows:
    /// then what stands in them tells.
    pub(super) fn settle<'a>(&mut self, rows: impl Iterator<Item = (Found, &'a [Wanted<'a>])>) {
        let (mut all, mut same) = (0, 0);
        for (found, wanted) in rows {
            let row = wanted
                .iter()
                .find_map(|wanted| wanted.at)
                .map(|(row, _)| row);
            if let (Some(row), Some(best)) = (row, found.best) {
                all += 1;
                same += usize::from(best == self.index.first + row);
            }
        }
        self.is_grid = same * 2 > all;
    }

    /// Takes the cells of a sheet's row: for each where it stands.
    pub(super) fn take_row(
        &mut self,
        found: Found,
        wanted: &[Wanted<'_>],
        columns: &Columns,
    ) -> Vec<Option<Vec<Area>>> {
        wanted
            .iter()
            .map(|wanted| self.take(*wanted, found, columns))
            .collect()
    }

    /// How much of a sheet's row the row that fits it best says, in percent.
    pub(super) fn share(&self, wanted: &[Wanted<'_>]) -> usize {
        let whole: usize = wanted.iter().map(|wanted| weight(wanted.typed)).sum();
        let best = self.votes(wanted, false).map_or(0, |(_, votes)| votes);
        best * 100 / whole.max(1)
    }

    /// The row in which most of the cells stand; of equals the nearest below the
    /// one taken last.
    fn best_row(&self, wanted: &[Wanted<'_>]) -> Option<(usize, usize)> {
        let whole: usize = wanted.iter().map(|wanted| weight(wanted.typed)).sum();
        let near = self.votes(wanted, true);
        // Small numbers stand in many rows: the whole table is looked at where the
        // rows around do not say most of it.
        match near {
            Some((row, votes)) if votes * 2 > whole => Some((row, votes)),
            _ => self.votes(wanted, false).or(near),
        }
    }

    fn votes(&self, wanteds: &[Wanted<'_>], near: bool) -> Option<(usize, usize)> {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for wanted in wanteds {
            let mut rows: Vec<usize> = self
                .exact(*wanted, near)
                .map(|index| self.index.cells[index].row)
                .collect();
            rows.sort_unstable();
            rows.dedup();
            for row in rows {
                *votes.entry(row).or_default() += weight(wanted.typed);
            }
        }
        let next = self.last + 1;
        votes
            .into_iter()
            .max_by_key(|(row, votes)| (*votes, std::cmp::Reverse(row.abs_diff(next))))
    }

    /// Cells that say the same in full; with `near` those around the last row.
    fn exact<'s>(&'s self, wanted: Wanted<'s>, near: bool) -> impl Iterator<Item = usize> + 's {
        let Wanted { typed, shown, .. } = wanted;
        let texts = typed
            .texts
            .iter()
            .chain(shown.iter().map(|shown| &shown.text));
        let by_text = texts.filter_map(|text| self.index.by_text.get(text));
        let by_number = typed
            .numbers
            .iter()
            .filter_map(|number| self.index.by_number.get(number));
        let range = if near {
            self.last.saturating_sub(NEAR)..self.last + AHEAD
        } else {
            0..usize::MAX
        };
        by_text.chain(by_number).flat_map(move |list| {
            let from = list.partition_point(|index| self.index.cells[*index].row < range.start);
            let list = list[from..].iter().copied();
            let end = range.end;
            list.take_while(move |index| self.index.cells[*index].row < end)
        })
    }

    fn take(&mut self, wanted: Wanted<'_>, found: Found, columns: &Columns) -> Option<Vec<Area>> {
        if let Some((row, column)) = wanted.at
            && self.is_grid
            && wanted.shown.len() == 1
        {
            return self.take_at(wanted, self.index.first + row, column);
        }
        let near = found.best.into_iter().flat_map(|best| {
            let around = (1..=NEAR).flat_map(move |by| [Some(best + by), best.checked_sub(by)]);
            around.flatten()
        });
        for row in found.best.into_iter().chain(near) {
            // A row that says another row of the sheet has no more of this one.
            if (Some(row) == found.best || self.is_free(row, found))
                && let Some(areas) = self.take_in(wanted, row, columns)
            {
                return Some(areas);
            }
        }
        self.take_anywhere(wanted, found, columns)
    }

    fn is_free(&self, row: usize, found: Found) -> bool {
        let owner = self.owner.get(&row);
        owner.is_none_or(|owner| owner.contains(&found.group))
    }

    /// What stands exactly where the data has it.
    fn take_at(&mut self, wanted: Wanted<'_>, row: usize, column: usize) -> Option<Vec<Area>> {
        let list = self.index.rows.get(&row)?;
        let says = |cell: &Cell| {
            let whole = || {
                wanted
                    .shown
                    .iter()
                    .any(|shown| shown.text == cell.shown.text)
            };
            whole() || wanted.typed.is_same(&cell.shown)
        };
        let index = list.iter().copied().find(|index| {
            let cell = &self.index.cells[*index];
            cell.column == column && says(cell)
        })?;
        self.taken[index] = true;
        Some(self.index.cells[index].areas.clone())
    }

    fn take_in(&mut self, wanted: Wanted<'_>, row: usize, columns: &Columns) -> Option<Vec<Area>> {
        let typed = wanted.typed;
        let list = self.index.rows.get(&row)?;
        let free = |index: &&usize| {
            let cell = &self.index.cells[**index];
            (typed.numbers.is_empty() || !self.taken[**index])
                && typed.is_same(&cell.shown)
                && fits(wanted, cell, columns)
        };
        if let Some(index) = list.iter().find(free).copied() {
            self.taken[index] = true;
            return Some(self.index.cells[index].areas.clone());
        }
        let mut own = list.iter().map(|index| &self.index.cells[*index]);
        let is_part = |cell: &&Cell| typed.is_part(&cell.shown.text) && fits(wanted, cell, columns);
        if let Some(cell) = own.find(is_part) {
            return Some(cell.areas.clone());
        }
        // A cell that the document parts: each part in this row.
        let parts = || list.iter().map(|index| &self.index.cells[*index].shown);
        let parted = wanted.shown.len() > 1 || (wanted.shown.is_empty() && typed.len() > WHOLE);
        if parted && typed.numbers.is_empty() && typed.is_covered(parts()) {
            let first = list.first()?;
            return Some(self.index.cells[*first].areas.clone());
        }
        None
    }

    /// Whether its own row says something else where its column stands.
    fn is_replaced(&self, wanted: Wanted<'_>, found: Found, columns: &Columns) -> bool {
        let row = found.best.and_then(|best| self.index.rows.get(&best));
        let mut cells = row
            .into_iter()
            .flatten()
            .map(|index| &self.index.cells[*index]);
        cells.any(|cell| {
            columns.is_main(wanted.from, (cell.column, Side::Front))
                && wanted.typed.side(&cell.shown).is_none()
        })
    }

    /// A text or an amount, wherever in its column or in rows of no one it stands.
    fn take_anywhere(
        &mut self,
        wanted: Wanted<'_>,
        found: Found,
        columns: &Columns,
    ) -> Option<Vec<Area>> {
        let typed = wanted.typed;
        let is_text = typed.numbers.is_empty();
        if !is_text && !typed.is_money() {
            return None;
        }
        let replaced = is_text && self.is_replaced(wanted, found, columns);
        let fits = |index: &usize| {
            let cell = &self.index.cells[*index];
            let owner = self.owner.get(&cell.row);
            let is_free = self.is_free(cell.row, found);
            let column_fits = fits(wanted, cell, columns);
            if is_text {
                let telling = typed.len() >= WHOLE;
                (owner.is_none() && telling) || (column_fits && (is_free || (telling && !replaced)))
            } else {
                is_free && column_fits && !self.taken[*index]
            }
        };
        let exact = self.exact(wanted, false).find(fits);
        let index = exact.or_else(|| {
            let part = |index: &usize| typed.is_part(&self.index.cells[*index].shown.text);
            let mut all = 0..self.index.cells.len();
            all.find(|index| is_text && fits(index) && part(index))
        })?;
        self.taken[index] = true;
        Some(self.index.cells[index].areas.clone())
    }
}

/// Whether a cell of the table stands where its column stands.
fn fits(wanted: Wanted<'_>, cell: &Cell, columns: &Columns) -> bool {
    let side = wanted.typed.side(&cell.shown);
    side.is_some_and(|side| columns.allows(wanted.from, (cell.column, side)))
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
