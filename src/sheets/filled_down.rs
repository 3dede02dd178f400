//! Parents that stand in every row instead of being merged over their rows, and bands
//! that stand in every cell of their row: what is left when a merged cell is taken
//! apart and filled. They are read as the merged cells that they were.

use super::edit::Edit;
use super::schema::Kind;
use super::table::Table;
use super::{code, heading};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Scope, column_name};
use crate::model::JenisTelaahan;
use crate::workbook::{Area, Value};

/// Fewest cells of a row that make it a band if they say the same.
const BAND: usize = 3;
/// Fewest words of a band; a dash or a unit may well stand in every cell.
const BAND_WORDS: usize = 2;

/// Makes merged cells of repeated ones, and says so once.
pub(super) fn join(table: &Table<'_>, edit: &mut Edit, out: &mut Diagnostics) {
    let mut joined = Joined {
        table,
        area: Vec::new(),
        taken: Vec::new(),
    };
    joined.read();
    joined.taken.sort_unstable();
    joined.report(out);
    edit.taken.extend(joined.taken);
    edit.merge.extend(joined.area);
}

struct Joined<'t> {
    table: &'t Table<'t>,
    area: Vec<Area>,
    taken: Vec<CellRef>,
}

impl Joined<'_> {
    fn read(&mut self) {
        let parents = self.parents();
        // The area that each parent's cell covers so far.
        let mut run: Vec<Option<Area>> = vec![None; parents.len()];
        let mut above: Option<u32> = None;
        for row in self.table.rows() {
            let is_next = above.is_some_and(|above| above + 1 == row);
            above = Some(row);
            if let Some((from, to)) = self.band(row) {
                self.close(&mut run, 0);
                self.merge(Area {
                    start: CellRef::new(row, from),
                    end: CellRef::new(row, to),
                });
                continue;
            }
            let repeats = if is_next {
                self.repeats(row, &parents)
            } else {
                0
            };
            self.close(&mut run, repeats);
            for (at, col) in parents.iter().enumerate() {
                let Some(open) = run.get_mut(at) else {
                    continue;
                };
                match open {
                    Some(area) if at < repeats => area.end.row = row,
                    _ => {
                        let at = CellRef::new(row, *col);
                        *open = Some(Area { start: at, end: at });
                    }
                }
            }
        }
        self.close(&mut run, 0);
    }

    /// Columns of parents, from the left, of a table that is printed row by row. In
    /// the others the reader joins what is the same.
    fn parents(&self) -> Vec<u32> {
        let id = self.table.schema.id;
        let is_printed_by_row = id.is_words() || JenisTelaahan::of(id).is_some();
        let parents = self.table.schema.column.iter();
        let parents = parents.filter(|column| column.parent && is_printed_by_row);
        let mut list: Vec<u32> = parents
            .filter_map(|column| self.table.col(column.key))
            .collect();
        list.sort_unstable();
        list
    }

    /// First and last column of a row that says the same in every cell.
    fn band(&self, row: u32) -> Option<(u32, u32)> {
        let header = &self.table.header;
        let numbers = self.table.schema.column.iter();
        let numbers: Vec<u32> = numbers
            .filter(|column| column.kind == Kind::No)
            .filter_map(|column| self.table.col(column.key))
            .collect();
        let mut columns: Vec<u32> = header.column().filter(|c| !numbers.contains(c)).collect();
        columns.sort_unstable();
        let mut filled = columns.into_iter().filter_map(|col| {
            let value = &self.table.sheet.get(row, col)?.value;
            Some((col, value))
        });
        let (first, Value::Text(text)) = filled.next()? else {
            return None;
        };
        let rest: Vec<(u32, &Value)> = filled.collect();
        let same = rest
            .iter()
            .all(|(_, value)| matches!(value, Value::Text(other) if other == text));
        let says = heading::plain(text).split(' ').count() >= BAND_WORDS;
        (same && says && rest.len() + 1 >= BAND)
            .then(|| rest.last().map(|(last, _)| (first, *last)))
            .flatten()
    }

    /// How many of the parents, from the left, are the same as in the row above. All
    /// of them only where the row has something of its own.
    fn repeats(&self, row: u32, parents: &[u32]) -> usize {
        let same = parents
            .iter()
            .take_while(|col| {
                self.shown(row, **col)
                    .is_none_or(|own| Some(own) == self.shown(row - 1, **col))
            })
            .count();
        let has_own = self
            .table
            .header
            .column()
            .filter(|col| !parents.iter().take(same).any(|parent| parent == col))
            .any(|col| self.table.sheet.get(row, col).is_some());
        if has_own { same } else { 0 }
    }

    /// The text that a parent's column shows in a row; that of a merged cell in each
    /// of its rows. `None` for a blank, which means the same as above.
    fn shown(&self, row: u32, col: u32) -> Option<&Value> {
        let at = self.table.sheet.anchor(row, col);
        let cell = self.table.sheet.get(at.row, at.col)?;
        Some(&cell.value)
    }

    /// Ends the areas from a column on.
    fn close(&mut self, run: &mut [Option<Area>], from: usize) {
        for area in run.iter_mut().skip(from) {
            if let Some(area) = area.take() {
                self.merge(area);
            }
        }
    }

    /// Makes one cell of an area in which the same is repeated.
    fn merge(&mut self, area: Area) {
        let cells = (area.start.row..=area.end.row)
            .flat_map(|row| (area.start.col..=area.end.col).map(move |col| CellRef::new(row, col)));
        let repeated: Vec<CellRef> = cells
            .skip(1)
            .filter(|at| self.table.sheet.get(at.row, at.col).is_some())
            .collect();
        if !repeated.is_empty() {
            self.taken.extend(repeated);
            self.area.push(area);
        }
    }

    fn report(&self, out: &mut Diagnostics) {
        let Some(first) = self.taken.first() else {
            return;
        };
        let mut columns: Vec<u32> = self.taken.iter().map(|at| at.col).collect();
        columns.sort_unstable();
        columns.dedup();
        let columns: Vec<String> = columns.into_iter().map(column_name).collect();
        let places = self.taken.iter().map(|at| self.table.sheet.at(*at));
        out.emit(
            Diagnostic::info(
                code::FILLED_DOWN,
                self.table.sheet.at(*first),
                format!(
                    "isi yang diulang dibaca sebagai satu sel gabungan: kolom {} ({} sel)",
                    columns.join(", "),
                    self.taken.len()
                ),
            )
            .unprinted(Scope::Cell)
            .covers(places)
            .hint("gabungkan selnya, atau tulis sekali saja dan kosongkan ulangannya"),
        );
    }
}
