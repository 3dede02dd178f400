//! Rows of a table's body that only repeat what stands above it: a table that was
//! printed page by page has its title, its heading and the numbers of its columns
//! again on each.

use std::collections::BTreeSet;

use super::heading;
use super::numbering;
use super::table::Table;
use crate::workbook::{Cell, Value};

/// The body of a table, and the rows among it that repeat what stands above it. The
/// numbers of the columns right below the heading are part of the heading.
pub(super) fn part(table: &Table<'_>) -> (Vec<u32>, Vec<u32>) {
    // A kode and its name may share a column.
    let column: BTreeSet<u32> = table.header.column().collect();
    let column: Vec<u32> = column.into_iter().collect();
    let filled = below_heading(table, filled(table, &column), &column);
    let first = numbers(table, &column, &filled);
    let headings = headings(table, &column);
    let mut repeats: BTreeSet<u32> = BTreeSet::new();
    let mut after_heading = true;
    for row in &filled {
        let near = *row < table.header.body + 2;
        let is_heading = is_heading_again(table, *row, &headings);
        let is_numbers = is_numbering(table, *row, &column)
            && (near
                || after_heading
                || is_bracketed(table, *row, &column)
                || first.is_some_and(|first| same_texts(table, first, *row, &column)));
        if is_heading || is_numbers {
            repeats.insert(*row);
        }
        after_heading = is_heading || (after_heading && is_numbers);
    }
    titles(table, &filled, &mut repeats);
    let body: Vec<u32> = filled
        .into_iter()
        .filter(|row| !repeats.contains(row))
        .collect();
    // What stands before the first row belongs to the heading itself.
    let top = body.first().copied().unwrap_or(u32::MAX);
    repeats.retain(|row| *row > top);
    (body, repeats.into_iter().collect())
}

/// Where the heading of a table without rows ends: after the numbers of its columns.
pub(super) fn end_of_heading(table: &Table<'_>) -> u32 {
    let column: BTreeSet<u32> = table.header.column().collect();
    let column: Vec<u32> = column.into_iter().collect();
    numbers(table, &column, &filled(table, &column)).map_or(table.header.body, |row| row + 1)
}

/// The rows below the heading that hold something.
fn filled(table: &Table<'_>, column: &[u32]) -> Vec<u32> {
    let column: BTreeSet<u32> = column.iter().copied().collect();
    let rows: BTreeSet<u32> = table
        .sheet
        .cell
        .keys()
        .filter(|at| at.row >= table.header.body && column.contains(&at.col))
        .map(|at| at.row)
        .collect();
    rows.into_iter().collect()
}

/// Rows of words between the heading and the numbers of its columns are further rows
/// of the heading.
fn below_heading(table: &Table<'_>, mut filled: Vec<u32>, columns: &[u32]) -> Vec<u32> {
    let is_words = |row: u32| {
        let mut cells = cells(table, row, columns).into_iter();
        cells.all(|cell| matches!(cell.value, Value::Text(_)))
    };
    let numbers = filled
        .iter()
        .take(3)
        .position(|row| is_numbering(table, *row, columns) && is_bracketed(table, *row, columns));
    if let Some(at) = numbers
        && filled.iter().take(at).all(|row| is_words(*row))
    {
        filled.drain(..at);
    }
    filled
}

/// The row of numbers right below the heading.
fn numbers(table: &Table<'_>, columns: &[u32], filled: &[u32]) -> Option<u32> {
    let first = *filled.first()?;
    (first < table.header.body + 4 && is_numbering(table, first, columns)).then_some(first)
}

fn cells<'t>(table: &'t Table<'_>, row: u32, columns: &[u32]) -> Vec<&'t Cell> {
    columns
        .iter()
        .filter_map(|col| table.sheet.get(row, *col))
        .collect()
}

fn is_numbering(table: &Table<'_>, row: u32, columns: &[u32]) -> bool {
    let filled = cells(table, row, columns);
    // A number may be merged over the years of a group, and right below the heading a
    // number in brackets can mean nothing else.
    let covered = columns.iter().filter(|col| {
        let at = table.sheet.anchor(row, **col);
        at.row == row && table.sheet.get(at.row, at.col).is_some()
    });
    let is_next = row == table.header.body && is_bracketed(table, row, columns);
    (covered.count() * 2 > columns.len() && numbering::is_numbering(&filled))
        || (is_next && !filled.is_empty() && filled.iter().all(|cell| numbering::is_mark(cell)))
}

/// Whether the numbers of a row stand in brackets, as no figure of a plan does.
fn is_bracketed(table: &Table<'_>, row: u32, columns: &[u32]) -> bool {
    cells(table, row, columns).iter().all(|cell| {
        matches!(&cell.value, Value::Text(text)
            if text.trim_start().starts_with(['(', '[']))
    })
}

fn same_texts(table: &Table<'_>, one: u32, other: u32, columns: &[u32]) -> bool {
    let value = |row: u32, col: u32| table.sheet.get(row, col).map(|cell| &cell.value);
    columns
        .iter()
        .all(|col| value(one, *col) == value(other, *col))
}

/// The headings of each column in plain form.
fn headings(table: &Table<'_>, columns: &[u32]) -> Vec<(u32, Vec<String>)> {
    let of = |col: u32| {
        let rows = table.header.top..table.header.body;
        rows.filter_map(|row| {
            let at = table.sheet.anchor(row, col);
            table.sheet.get(at.row, at.col).and_then(plain)
        })
        .collect()
    };
    columns.iter().map(|col| (*col, of(*col))).collect()
}

/// A row of which every cell repeats a heading of its column.
fn is_heading_again(table: &Table<'_>, row: u32, headings: &[(u32, Vec<String>)]) -> bool {
    let mut filled = 0;
    for (col, headings) in headings {
        let Some(cell) = table.sheet.get(row, *col) else {
            continue;
        };
        let repeats = plain(cell).is_some_and(|plain| headings.contains(&plain));
        if !repeats {
            return false;
        }
        filled += 1;
    }
    filled >= 2
}

/// A text, or a number that may be a year, in plain form.
fn plain(cell: &Cell) -> Option<String> {
    match &cell.value {
        Value::Text(text) => Some(heading::plain(text)),
        Value::Number(number) => {
            let year = u16::try_from(*number).ok()?;
            (1990..=2100).contains(&year).then(|| year.to_string())
        }
        _ => None,
    }
}

/// Lone texts that repeat a line of the title, or call themselves the table's
/// continuation, and stand above a repeated heading.
fn titles(table: &Table<'_>, filled: &[u32], repeats: &mut BTreeSet<u32>) {
    let lines: BTreeSet<String> = table
        .sheet
        .cell
        .iter()
        .take_while(|(at, _)| at.row < table.header.top)
        .filter_map(|(_, cell)| plain(cell))
        .collect();
    let lone = |row: u32| {
        let mut cell = table
            .sheet
            .cell
            .range(crate::diagnostic::CellRef::new(row, 0)..)
            .take_while(|(at, _)| at.row == row)
            .map(|(_, cell)| cell);
        let only = cell.next().filter(|_| cell.next().is_none())?;
        plain(only)
    };
    let mut above_heading = false;
    for row in filled.iter().rev() {
        if repeats.contains(row) {
            above_heading = true;
            continue;
        }
        let Some(text) = lone(*row).filter(|_| above_heading) else {
            above_heading = false;
            continue;
        };
        let bare = without_continuation(&text);
        let continues = bare.len() < text.len() && text.contains("tabel");
        if lines.contains(&text) || lines.contains(bare) || continues {
            repeats.insert(*row);
        } else {
            above_heading = false;
        }
    }
}

/// A title without the word that says that it goes on.
fn without_continuation(plain: &str) -> &str {
    let mut bare = plain;
    for word in ["lanjutan", "sambungan"] {
        bare = bare.strip_suffix(word).unwrap_or(bare).trim_end();
        bare = bare.strip_prefix(word).unwrap_or(bare).trim_start();
    }
    bare
}
