//! Columns of the funding table that the form has not, such as Sumber Dana: they are
//! printed behind the form's own, under the office's heading and as typed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cell;
use super::header_columns::Header;
use super::heading;
use super::schema::Schema;
use crate::diagnostic::Diagnostics;
use crate::model::{Entry, KolomLain};
use crate::workbook::{Area, Sheet};

/// Most columns for which a page has room. Of a sheet with more it is not known which
/// ones matter; all of them are named as not printed.
const MOST: usize = 3;

/// A column that the form has not.
pub(super) struct Further {
    /// Where it stands.
    pub(super) col: u32,
    /// Its heading as typed.
    judul: Arc<str>,
}

/// The columns behind the names that the form has not and that hold something in `rows`.
pub(super) fn columns(
    sheet: &Sheet,
    schema: &Schema,
    header: &Header,
    rows: impl Iterator<Item = u32>,
) -> Vec<Further> {
    if !schema.prints_further() || header.unknown.is_empty() {
        return Vec::new();
    }
    let rows: Vec<u32> = rows.collect();
    let name = header.single.get("uraian").copied().unwrap_or_default();
    let filled = |col: u32| rows.iter().any(|row| sheet.get(*row, col).is_some());
    let hidden = |col: u32| sheet.hidden_col.binary_search(&col).is_ok();
    let counts = |text: &str| matches!(heading::plain(text).as_str(), "no" | "nomor");
    let unknown = header.unknown.iter();
    let list: Vec<Further> = unknown
        .filter(|(col, text)| *col > name && !counts(text) && !hidden(*col) && filled(*col))
        .map(|(col, text)| Further {
            col: *col,
            judul: judul(sheet, header, *col, text).into(),
        })
        .collect();
    if list.len() > MOST { Vec::new() } else { list }
}

/// The heading of a column with that of its group, as `2024 Pagu Perubahan`. A group that
/// spans several years says nothing of one of its columns.
fn judul(sheet: &Sheet, header: &Header, col: u32, text: &str) -> String {
    let spans = |area: &Area| {
        let years = header.yearly.values().flatten();
        let covered = years.filter(|(_, col)| (area.start.col..=area.end.col).contains(col));
        covered
            .map(|(year, _)| *year)
            .collect::<BTreeSet<_>>()
            .len()
    };
    let mut list: Vec<String> = Vec::new();
    for row in header.top..header.row_of(col) {
        let Some(area) = sheet.area(row, col).filter(|area| spans(area) < 2) else {
            continue;
        };
        let Some(cell) = sheet.get(area.start.row, area.start.col) else {
            continue;
        };
        let above = cell::one_line(&cell::shown(cell));
        if list.last() != Some(&above) {
            list.push(above);
        }
    }
    let own = cell::one_line(text);
    if list.last() != Some(&own) {
        list.push(own);
    }
    list.join(" ")
}

/// What a row has in them.
pub(super) fn read(
    sheet: &Sheet,
    row: u32,
    columns: &[Further],
    out: &mut Diagnostics,
) -> Vec<KolomLain> {
    let cells = columns.iter().filter_map(|column| {
        let cell = sheet.get(row, column.col)?;
        let origin = sheet.origin.at(row, column.col);
        let Entry::Filled(isi) = cell::text(cell, origin, out) else {
            return None;
        };
        Some(KolomLain {
            judul: Arc::clone(&column.judul),
            isi,
        })
    });
    cells.collect()
}
