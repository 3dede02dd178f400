//! Words that are merged over several rows and say the same of each: a unit in charge over
//! its rows. They are read as if every row had them. Names and figures are left as they
//! stand: further rows of a name are its own, and a figure over two years may be that of
//! each or of both together.

use std::collections::BTreeSet;

use super::cell;
use super::code;
use super::edit::Edit;
use super::restore::{Habit, Said};
use super::schema::Kind;
use super::table::Table;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, some_cells};
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

/// Columns that name an element of the funding table, which its money belongs to.
const ELEMENTS: [&str; 2] = ["uraian", "kode"];

/// Merged figures that the finding names.
const NAMED: usize = 8;

/// Takes such merged cells apart, and says so once; asks about figures that are merged.
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
    let mut figures = Vec::new();
    for area in areas {
        let Some(cell) = table.sheet.get(area.start.row, area.start.col) else {
            continue;
        };
        if let Value::Text(text) = &cell.value
            && target::is_missing(text)
        {
            continue;
        }
        let names = match column(table, area.start.col) {
            Some((key, Kind::Text)) if WORDS.contains(&key) => None,
            Some((_, Kind::Target)) => Some(&NAMES[..]),
            Some((_, Kind::Rupiah)) => Some(&ELEMENTS[..]),
            _ => continue,
        };
        if let Some(names) = names {
            figures.extend(hides_a_place(table, &rows, area, names).then_some(area));
            continue;
        }
        let cells = covered(table, &rows, area);
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
    ask(table, &figures, out);
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

/// The covered cells of the area's column, in rows that have a name of their own.
fn covered(table: &Table<'_>, rows: &BTreeSet<u32>, area: &Area) -> Vec<CellRef> {
    let below = rows.range(area.start.row..=area.end.row).skip(1);
    below
        .filter(|row| is_named(table, **row, &NAMES))
        .map(|row| CellRef::new(*row, area.start.col))
        .collect()
}

fn is_named(table: &Table<'_>, row: u32, names: &[&str]) -> bool {
    let mut columns = names.iter().filter_map(|key| table.col(key));
    columns.any(|col| table.sheet.get(row, col).is_some())
}

/// Whether a merged figure hides the place of another one: of another column, or of a row
/// with a name of its own.
fn hides_a_place(table: &Table<'_>, rows: &BTreeSet<u32>, area: &Area, names: &[&str]) -> bool {
    let mut columns = area.start.col + 1..=area.end.col;
    let mut below = rows.range(area.start.row..=area.end.row).skip(1);
    columns.any(|col| column(table, col).is_some()) || below.any(|row| is_named(table, *row, names))
}

fn ask(table: &Table<'_>, figures: &[&Area], out: &mut Diagnostics) {
    let Some(first) = figures.first() else {
        return;
    };
    let list = some_cells(figures, NAMED, ", ", |area| {
        format!("{}:{}", area.start, area.end)
    });
    out.emit(
        Diagnostic::warning(
            code::NOT_CERTAIN,
            table.sheet.at(first.start),
            format!(
                "angka pada sel gabungan hanya dibaca pada baris dan tahun sel pertamanya: {list}"
            ),
        )
        .hint("pisahkan selnya, lalu tulis angka setiap baris dan setiap tahun"),
    );
}
