//! What stands next to a table and no column of it takes: values that are neither
//! read nor printed, and the one finding that names them.

use std::collections::BTreeSet;

use super::cell::{one_line, shown};
use super::code;
use super::heading;
use super::numbering;
use super::table::Table;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Fact, Scope, some_cells};
use crate::workbook::{Cell, Sheet, Value};

/// How many cells are named.
const MOST: usize = 4;
/// How much of a cell is quoted, in characters.
const QUOTE: usize = 24;

/// Reports the cells next to a table's columns.
pub(super) fn report(table: &Table<'_>, out: &mut Diagnostics) {
    let header = &table.header;
    // A column with a heading of its own was reported with it.
    let named = header.unknown.iter().map(|(col, _)| *col);
    let duplicate = header.duplicate.iter().map(|(col, _)| *col);
    // What belongs to another column, as the `Rp` of an amount, says nothing more.
    let joined = header.marks.iter().chain(&header.kode_parts).copied();
    let known: BTreeSet<u32> = header
        .column()
        .chain(named)
        .chain(duplicate)
        .chain(joined)
        .collect();
    let title = title(table);
    // Merged cells of the heading may begin above its first row.
    let anchors = header
        .column()
        .map(|col| table.sheet.anchor(header.top, col).row);
    let top = anchors.min().unwrap_or(header.top).min(header.top);
    // No title has figures, whatever words it is made of.
    let above = CellRef::new(0, 0)..CellRef::new(top, 0);
    let above = table.sheet.cell.range(above);
    let figures: BTreeSet<u32> = above
        .filter(|(_, cell)| is_figure(&cell.value))
        .map(|(at, _)| at.row)
        .collect();
    let mut outside: Vec<CellRef> = Vec::new();
    for at in table.sheet.cell.keys() {
        let is_outside = if at.row < top {
            match title {
                Some(last) => at.row > last || !is_first(table.sheet, *at),
                None => figures.contains(&at.row),
            }
        } else {
            at.row >= header.top && !known.contains(&at.col)
        };
        if is_outside {
            outside.push(*at);
        }
    }
    if let Some(first) = known.first() {
        let counted = counted(table, &outside, *first);
        outside.retain(|at| !counted.contains(&at.col));
    }
    report_cells(table.sheet, outside, out);
}

/// The last row of the title, where a sheet has the title of a blank workbook: the
/// name of the worksheet and, below it, the agency. What other offices write above
/// their tables is all title.
fn title(table: &Table<'_>) -> Option<u32> {
    let (at, cell) = table.sheet.cell.first_key_value()?;
    let Value::Text(text) = &cell.value else {
        return None;
    };
    let (text, tab) = (heading::plain(text), heading::plain(table.schema.tab()));
    let own = text == tab || text.strip_prefix("tabel ") == Some(&tab);
    (own && at.row < table.header.top).then_some(at.row + 1)
}

/// Whether a value is a number that is no year.
fn is_figure(value: &Value) -> bool {
    match value {
        Value::Number(number) => {
            !u16::try_from(*number).is_ok_and(|year| (1990..=2100).contains(&year))
        }
        _ => false,
    }
}

/// Whether no cell stands left of this one in its row.
fn is_first(sheet: &Sheet, at: CellRef) -> bool {
    let mut left = sheet.cell.range(CellRef::new(at.row, 0)..at);
    left.next().is_none()
}

/// Columns left of the table that have no heading and only count the rows.
fn counted(table: &Table<'_>, outside: &[CellRef], first: u32) -> BTreeSet<u32> {
    let column: BTreeSet<u32> = outside.iter().map(|at| at.col).collect();
    let only_counts = |col: &u32| {
        let below = |at: &&CellRef| at.col == *col && at.row >= table.header.body;
        // Not the row of column numbers, which goes on to the left.
        let rows = outside.iter().filter(below);
        let rows = rows.filter(|at| table.rows().any(|row| row == at.row));
        let cells = rows.filter_map(|at| table.sheet.get(at.row, at.col));
        let cells: Vec<&Cell> = cells.collect();
        cells.is_empty() || numbering::counts(cells.iter().copied())
    };
    let left = column.into_iter().filter(|col| *col < first);
    left.filter(only_counts).collect()
}

/// Names cells that are not printed, in one finding at the first of them. Cells of
/// hidden columns are helpers, and a cell of signs alone says nothing.
pub(super) fn report_cells(sheet: &Sheet, outside: Vec<CellRef>, out: &mut Diagnostics) {
    let speaks = |at: &CellRef| {
        sheet.hidden_col.binary_search(&at.col).is_err()
            && sheet.get(at.row, at.col).is_some_and(says_something)
    };
    let list: Vec<CellRef> = outside.into_iter().filter(speaks).collect();
    let Some(first) = list.first() else { return };
    let named = some_cells(&list, MOST, ", ", |at| {
        let text = sheet.get(at.row, at.col).map(quote);
        format!("{at} \"{}\"", text.unwrap_or_default())
    });
    out.emit(
        Diagnostic::info(
            code::OUTSIDE,
            sheet.at(*first),
            format!("isi di luar kolom tabel tidak dicetak: {named}"),
        )
        .unprinted(Scope::Cell)
        .fact(Fact::OutsideRows)
        .covers(list.iter().map(|at| sheet.at(*at)))
        .hint(
            "pindahkan ke kolom tabel bila termasuk isi dokumen; abaikan bila hanya catatan kerja",
        ),
    );
}

fn says_something(cell: &Cell) -> bool {
    match &cell.value {
        Value::Text(text) => text.chars().any(char::is_alphanumeric),
        Value::NoResult => false,
        Value::Number(_) | Value::Bool(_) | Value::Date(_) | Value::Error(_) => true,
    }
}

fn quote(cell: &Cell) -> String {
    let line = one_line(&shown(cell));
    if line.chars().count() <= QUOTE {
        return line;
    }
    line.chars().take(QUOTE - 1).chain("…".chars()).collect()
}
