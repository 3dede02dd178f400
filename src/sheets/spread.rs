//! Cells that are merged over several rows or years and say the same of each: a unit in
//! charge over its rows, a target over its years. They are read as if every one of them
//! had it. Names and money are left as they stand: further rows of a name are its own,
//! and an amount over two years may be the sum of both.

use std::collections::BTreeSet;

use super::cell;
use super::code;
use super::edit::Edit;
use super::restore::{Habit, Said};
use super::schema::Kind;
use super::table::Table;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::model::target;
use crate::workbook::{Area, Value};

/// Columns that name a row; a row in which none of them has a cell of its own only goes
/// on with the one above.
const NAMES: [&str; 3] = ["indikator", "uraian", "kode"];
/// Columns of words that say something of a row.
const WORDS: [&str; 10] = [
    "satuan",
    "unit",
    "lokasi",
    "perangkat_daerah",
    "keterangan",
    "status",
    "definisi",
    "formula",
    "sumber_data",
    "penanggung_jawab",
];

/// Merged amounts that the finding names.
const NAMED: usize = 8;

/// Takes such merged cells apart, and says so once; asks about amounts that are merged.
pub(super) fn apart(table: &Table<'_>, edit: &mut Edit, out: &mut Diagnostics) {
    // Tables of words are printed with their merged cells.
    if table.schema.id.is_words() || !NAMES.iter().any(|key| table.col(key).is_some()) {
        return;
    }
    let merged = table.sheet.merged.areas().iter();
    let rows: BTreeSet<u32> = table.rows().collect();
    let mut areas: Vec<&Area> = merged
        .filter(|area| rows.contains(&area.start.row))
        .collect();
    areas.sort_unstable_by_key(|area| area.start);
    let mut said = Said::default();
    let mut amounts = Vec::new();
    for area in areas {
        let Some(cell) = table.sheet.get(area.start.row, area.start.col) else {
            continue;
        };
        if let Value::Text(text) = &cell.value
            && target::is_missing(text)
        {
            continue;
        }
        let cells = match column(table, area.start.col) {
            Some((key, Kind::Text)) if WORDS.contains(&key) => {
                covered(table, &rows, area, &[area.start.col])
            }
            Some((key, Kind::Target)) => covered(table, &rows, area, &years(table, key, area)),
            Some((_, Kind::Rupiah)) => {
                amounts.extend(lost(table, &rows, area).then_some(area));
                continue;
            }
            _ => continue,
        };
        if cells.is_empty() {
            continue;
        }
        said.say(
            Habit::Merged,
            area.start,
            &cell::shown(cell),
            format!("{}:{}", area.start, area.end),
        );
        edit.apart.insert(area.start);
        edit.copy
            .extend(cells.into_iter().map(|at| (at, area.start)));
    }
    said.tell(table.sheet, out);
    ask(table, &amounts, out);
}

/// The key of a column, and what it holds.
fn column(table: &Table<'_>, col: u32) -> Option<(&'static str, Kind)> {
    let mut columns = table.schema.column.iter().filter(|column| !column.parent);
    let own = |key: &str| {
        let years = table.header.yearly.get(key);
        table.col(key) == Some(col)
            || years.is_some_and(|years| years.values().any(|own| *own == col))
    };
    columns
        .find(|column| own(column.key))
        .map(|column| (column.key, column.kind))
}

/// The columns of the same kind that an area of a target covers.
fn years(table: &Table<'_>, key: &str, area: &Area) -> Vec<u32> {
    let years = table.header.yearly.get(key).into_iter();
    let columns: BTreeSet<u32> = years.flat_map(|years| years.values().copied()).collect();
    let covered = columns.range(area.start.col..=area.end.col).copied();
    std::iter::once(area.start.col)
        .chain(covered.filter(|col| *col != area.start.col))
        .collect()
}

/// The covered cells of these columns, in rows that have a name of their own.
fn covered(table: &Table<'_>, rows: &BTreeSet<u32>, area: &Area, columns: &[u32]) -> Vec<CellRef> {
    let rows = rows.range(area.start.row..=area.end.row);
    let rows = rows.filter(|row| **row == area.start.row || is_named(table, **row));
    let cells = rows.flat_map(|row| columns.iter().map(move |col| CellRef::new(*row, *col)));
    cells.filter(|at| *at != area.start).collect()
}

fn is_named(table: &Table<'_>, row: u32) -> bool {
    let mut names = NAMES.iter().filter_map(|key| table.col(key));
    names.any(|col| table.sheet.get(row, col).is_some())
}

/// Whether a merged amount hides the place of another one: of another column, or of a row
/// with a kode or name.
fn lost(table: &Table<'_>, rows: &BTreeSet<u32>, area: &Area) -> bool {
    let beside = (area.start.col + 1..=area.end.col).any(|col| column(table, col).is_some());
    let named = ["kode", "uraian"].iter().filter_map(|key| table.col(key));
    let named: Vec<u32> = named.collect();
    let mut below = rows.range(area.start.row..=area.end.row).skip(1);
    beside
        || below.any(|row| {
            let mut named = named.iter();
            named.any(|col| table.sheet.get(*row, *col).is_some())
        })
}

fn ask(table: &Table<'_>, amounts: &[&Area], out: &mut Diagnostics) {
    let Some(first) = amounts.first() else {
        return;
    };
    let mut list: Vec<String> = amounts
        .iter()
        .take(NAMED)
        .map(|area| format!("{}:{}", area.start, area.end))
        .collect();
    if amounts.len() > NAMED {
        list.push(format!("… ({} sel)", amounts.len()));
    }
    out.emit(
        Diagnostic::warning(
            code::NOT_CERTAIN,
            table.sheet.at(first.start),
            format!(
                "jumlah uang pada sel gabungan hanya dibaca pada baris dan tahun sel pertamanya: {}",
                list.join(", ")
            ),
        )
        .hint("pisahkan selnya, lalu tulis jumlah setiap baris dan setiap tahun"),
    );
}
