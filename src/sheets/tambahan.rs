//! Tables of the agency's own: sheets with a caption `Tabel 2.4 …`, kept as they
//! stand. Whether one is printed is the document's decision: a table that the
//! regulation describes is printed in the regulation's shape instead.

use std::ops::Range;

use super::cell;
use super::heading;
use super::numbering;
use super::table::Account;
use crate::diagnostic::{Diagnostics, Origin};
use crate::model::{Entry, Located, Rupiah, SelTambahan, TabelTambahan, Target};
use crate::workbook::{Cell, Sheet, Value};

/// Rows above a table in which a caption may stand.
const TITLE_ROWS: u32 = 8;
/// Columns and rows that such a table may have; more is no table of a document.
const MAX_COLUMNS: u32 = 40;
const MAX_ROWS: u32 = 2_000;
/// Rows that a heading may have.
const MAX_HEADING: u32 = 4;
/// Longest text that still makes its column wider, in characters.
const MAX_WIDTH: usize = 40;

/// The table of a sheet, if it has a caption.
pub fn read(sheet: &Sheet, out: &mut Diagnostics) -> Option<TabelTambahan> {
    let first = sheet.cell.keys().next()?.row;
    let extent = sheet.extent()?;
    let wide = |row: u32| {
        (0..=extent.col)
            .filter(|col| sheet.get(row, *col).is_some())
            .count()
            >= 2
    };
    let top = (first..=extent.row.min(first + TITLE_ROWS)).find(|row| wide(*row))?;
    let (bab, judul) = caption(sheet, first, top)?;
    let left = sheet
        .cell
        .keys()
        .filter(|at| at.row >= top)
        .map(|at| at.col)
        .min()?;
    let right = sheet
        .cell
        .keys()
        .filter(|at| at.row >= top)
        .map(|at| at.col)
        .max()?;
    if right - left >= MAX_COLUMNS || extent.row - top >= MAX_ROWS {
        return None;
    }
    let body = heading_end(sheet, top, left, right) + 1;
    let rows = |from: u32, to: u32, out: &mut Diagnostics| -> Vec<Vec<SelTambahan>> {
        (from..to)
            .map(|row| cells(sheet, row, (left, right), from..to, out))
            .collect()
    };
    let kepala = rows(top, body, out);
    let numbered = is_numbering(sheet, body, left, right);
    let isi = rows(body + u32::from(numbered), extent.row + 1, out);
    let lebar = (left..=right).map(|col| width(sheet, top, col)).collect();
    Some(TabelTambahan {
        bab,
        judul,
        lembar: None,
        kepala,
        isi,
        lebar,
        origin: sheet.origin.at(top, left),
    })
}

/// What became of its rows: all are printed.
pub fn account(table: &TabelTambahan) -> Account {
    Account {
        origin: Origin {
            cell: None,
            ..table.origin.clone()
        },
        id: "tambahan",
        seen: table.isi.len(),
        used: table.isi.len(),
        reported: 0,
        pagu: std::collections::BTreeMap::new(),
        tahun_awal: None,
        sumber: None,
    }
}

/// Chapter and title from the tab or the lines above the table.
fn caption(sheet: &Sheet, first: u32, top: u32) -> Option<(u16, String)> {
    let line: Vec<String> = sheet
        .cell
        .iter()
        .filter(|(at, _)| (first..top).contains(&at.row))
        .filter_map(|(_, cell)| match &cell.value {
            Value::Text(text) => Some(cell::one_line(text)),
            _ => None,
        })
        .collect();
    let numbered = line.iter().find_map(|text| number(text, true));
    let (bab, rest) = numbered.or_else(|| number(&sheet.name, false))?;
    let mut title: Vec<String> = Vec::new();
    if !rest.is_empty() {
        title.push(rest);
    }
    // A caption may go on, or only begin, on the lines below its number.
    title.extend(
        line.iter()
            .filter(|text| number(text, true).is_none())
            .cloned(),
    );
    (!title.is_empty()).then(|| (bab, title.join(" ")))
}

/// `Tabel 2.4 Daftar Aset` to 2 and the title; on a tab also `2.4 Daftar Aset`.
fn number(text: &str, needs_word: bool) -> Option<(u16, String)> {
    let lower = text.trim().to_lowercase();
    let word = ["tabel ", "table "]
        .iter()
        .find(|word| lower.starts_with(**word));
    let rest = match word {
        Some(word) => text.trim().get(word.len()..)?.trim_start(),
        None if needs_word => return None,
        None => text.trim(),
    };
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(rest.len());
    let (bab, table) = rest.get(..end)?.trim_end_matches('.').split_once('.')?;
    let bab: u16 = bab.parse().ok()?;
    (!table.is_empty() && (1..=9).contains(&bab)).then(|| {
        let title = rest.get(end..).unwrap_or_default();
        (
            bab,
            title.trim_start_matches([' ', '-', ':', '.']).to_owned(),
        )
    })
}

/// The last row of the heading that begins in `top`.
fn heading_end(sheet: &Sheet, top: u32, left: u32, right: u32) -> u32 {
    let mut end = top;
    for col in left..=right {
        if let Some(area) = sheet.area(top, col)
            && area.start.row == top
        {
            // A group of columns has their names below it.
            let group = area.end.col > area.start.col && area.end.row == top;
            end = end.max(area.end.row + u32::from(group));
        }
    }
    // A group of groups, as of years over target and pagu.
    let grouped = (left..=right).any(|col| {
        sheet
            .area(end, col)
            .is_some_and(|area| area.start.row == end && area.end.col > area.start.col)
    });
    let end = if end > top && grouped { end + 1 } else { end };
    // A cell merged far down is no heading of a table but a part of a matrix.
    if end - top < MAX_HEADING { end } else { top }
}

fn is_numbering(sheet: &Sheet, row: u32, left: u32, right: u32) -> bool {
    let cell: Vec<&Cell> = (left..=right)
        .filter_map(|col| sheet.get(row, col))
        .collect();
    numbering::is_numbering(&cell)
}

/// The cells that begin in a row of the heading or of what stands below it; what
/// a merged cell covers is not repeated.
fn cells(
    sheet: &Sheet,
    row: u32,
    (left, right): (u32, u32),
    section: Range<u32>,
    out: &mut Diagnostics,
) -> Vec<SelTambahan> {
    let mut list = Vec::new();
    for col in left..=right {
        let (mut kolom, mut baris) = (1, 1);
        let mut cell = sheet.get(row, col);
        if let Some(area) = sheet.area(row, col) {
            // What reaches down from the heading goes on below it as a blank, so
            // that the cells beside it keep their columns.
            let goes_on = area.start.row < section.start && row == section.start;
            let begins = area.start.row == row || goes_on;
            if !begins || area.start.col.max(left) != col {
                continue;
            }
            if goes_on {
                cell = None;
            }
            kolom = area.end.col.min(right) - col + 1;
            baris = area.end.row.min(section.end - 1) - row + 1;
        }
        list.push(SelTambahan {
            teks: cell.map_or(Entry::Missing, |cell| {
                shown(cell, sheet.origin.at(row, col), out)
            }),
            kolom: u16::try_from(kolom).unwrap_or(1),
            baris: u16::try_from(baris).unwrap_or(1),
            angka: cell.is_some_and(|cell| matches!(cell.value, Value::Number(_))),
        });
    }
    list
}

/// A cell as its author saw it. A dash is what they wrote, and stays.
fn shown(cell: &Cell, origin: Origin, out: &mut Diagnostics) -> Entry<String> {
    let text = match &cell.value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => match cell.format.as_deref() {
            Some(format) if format.contains('%') => {
                Target::from_decimal(*number, Some(format)).to_string()
            }
            Some(format) if format.contains("#,##") => Rupiah::from_decimal(*number).to_string(),
            _ => return cell::text(cell, origin, out),
        },
        _ => return cell::text(cell, origin, out),
    };
    Entry::Filled(Located::new(text, origin))
}

/// How wide a column should be: its longest word at least, its longest text at
/// most.
fn width(sheet: &Sheet, top: u32, col: u32) -> u16 {
    let longest = sheet
        .cell
        .iter()
        .filter(|(at, _)| at.col == col && at.row >= top)
        .filter(|(at, _)| {
            let area = sheet.area(at.row, at.col);
            area.is_none_or(|area| area.start.col == area.end.col)
        })
        .map(|(_, cell)| match &cell.value {
            Value::Text(text) => heading::plain(text).chars().count(),
            Value::Number(number) => number.to_string().len() * 4 / 3,
            _ => 6,
        })
        .max()
        .unwrap_or(8);
    u16::try_from(longest.clamp(4, MAX_WIDTH)).unwrap_or(8)
}
