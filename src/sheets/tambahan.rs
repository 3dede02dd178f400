//! Tables of the agency's own: sheets with a caption `Tabel 2.4 …`, or with a title
//! that no reader takes, kept as they stand. Whether one is printed is the document's decision: a table that the
//! regulation describes is printed in the regulation's shape instead.

use std::ops::Range;

use super::cell;
use super::code;
use super::heading;
use super::own_heading::{heading_end, heading_is_words, is_numbering, is_record};
use super::table::{Account, Layout};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Fact, Origin, Scope};
use crate::model::{Entry, Located, Rupiah, SelTambahan, TabelTambahan, Target, target};
use crate::workbook::{Cell, Sheet, Value};

/// Rows above a table in which a caption may stand.
const TITLE_ROWS: u32 = 8;
/// Columns and rows that such a table may have; more is no table of a document.
const MAX_COLUMNS: u32 = 40;
const MAX_ROWS: u32 = 2_000;
/// What the tab of a sheet begins with that an office only works with.
const WORKING: [&str; 8] = [
    "rekap",
    "bantu",
    "cek",
    "kertas kerja",
    "pivot",
    "draf",
    "coret",
    "hitung",
];
/// Longest label of a statement above a table, in characters: `misi ke 4`.
const MAX_LABEL: usize = 12;
/// Longest text that still makes its column wider, in characters.
const MAX_WIDTH: usize = 40;

/// The table of a sheet, if it has a caption.
pub fn read(sheet: &Sheet, out: &mut Diagnostics) -> Option<TabelTambahan> {
    let (first, top) = top(sheet)?;
    let (bab, judul) = caption(sheet, first, top)?;
    as_it_stands(sheet, top, bab, judul, out)
}

/// The table of a sheet that no reader takes, if it has a title; a sheet that the
/// settings place may have none and takes the name of its tab.
pub fn read_titled(sheet: &Sheet, placed: bool, out: &mut Diagnostics) -> Option<TabelTambahan> {
    let (first, top) = top(sheet)?;
    let is_working = WORKING
        .iter()
        .any(|word| heading::plain(&sheet.name).starts_with(word));
    if is_working && !placed {
        return None;
    }
    let line = lines(sheet, first, top);
    let title = line
        .iter()
        .map(|text| without_number(text))
        .find(|t| !t.is_empty());
    let judul = match title {
        Some(title) => title,
        None if placed => cell::one_line(&sheet.name),
        None => return None,
    };
    let table = as_it_stands(sheet, top, 0, judul, out)?;
    let columns = table.lebar.len();
    // A list of labels and values, as a letterhead has, is no table.
    (placed || (columns > 1 && !table.isi.is_empty() && heading_is_words(sheet, top)))
        .then_some(table)
}

/// First row of the sheet, and of its table.
fn top(sheet: &Sheet) -> Option<(u32, u32)> {
    let first = sheet.cell.keys().next()?.row;
    let extent = sheet.extent()?;
    let wide = |row: u32| {
        (0..=extent.col)
            .filter(|col| sheet.get(row, *col).is_some())
            .count()
            >= 2
    };
    let top = (first..=extent.row.min(first + TITLE_ROWS)).find(|row| wide(*row))?;
    let above = top
        .checked_sub(1)
        .filter(|row| is_record(sheet, top) && *row > first && names_all(sheet, *row, top));
    Some((first, above.unwrap_or(top)))
}

/// Whether one cell over all columns names them: a heading that was pasted as one line,
/// and no caption.
fn names_all(sheet: &Sheet, row: u32, top: u32) -> bool {
    let below = || {
        sheet
            .cell
            .range(CellRef::new(top, 0)..)
            .map(|(at, _)| at.col)
    };
    let (Some(left), Some(right)) = (below().min(), below().max()) else {
        return false;
    };
    let wide = sheet
        .area(row, left)
        .filter(|area| area.start == CellRef::new(row, left) && area.end.col >= right);
    let text = wide.and_then(|area| sheet.cell.get(&area.start));
    text.is_some_and(
        |cell| matches!(&cell.value, Value::Text(text) if number(text, true).is_none()),
    )
}

fn as_it_stands(
    sheet: &Sheet,
    top: u32,
    bab: u16,
    judul: String,
    out: &mut Diagnostics,
) -> Option<TabelTambahan> {
    let extent = sheet.extent()?;
    let below = || {
        sheet
            .cell
            .keys()
            .filter(|at| at.row >= top)
            .map(|at| at.col)
    };
    let left = below().min()?;
    let right = below().max()?;
    if right - left >= MAX_COLUMNS || extent.row - top >= MAX_ROWS {
        out.emit(
            Diagnostic::warning(
                code::UNKNOWN_SHEET,
                sheet.origin.at(top, left),
                format!(
                    "tabel \"{}\" terlalu besar untuk dicetak ({} kolom, {} baris; paling banyak {MAX_COLUMNS} kolom dan {MAX_ROWS} baris); tidak dicetak",
                    cell::short(&judul),
                    right - left + 1,
                    extent.row - top + 1
                ),
            ).unprinted(Scope::Sheet)
            .fact(Fact::Unread(None))
            .hint("bagi tabelnya, atau buang kolom yang tidak perlu dicetak"),
        );
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
    let mut isi: Vec<_> = statements(sheet, top, right - left + 1).collect();
    isi.extend(rows(body + u32::from(numbered), extent.row + 1, out));
    let lebar = (left..=right).map(|col| width(sheet, top, col)).collect();
    Some(TabelTambahan {
        bab,
        subbab: None,
        judul,
        lembar: None,
        kepala,
        isi,
        lebar,
        origin: sheet.origin.at(top, left),
    })
}

/// Whether a caption stands above the first table of a sheet.
pub(super) fn has_caption(sheet: &Sheet) -> bool {
    top(sheet).is_some_and(|(first, top)| {
        lines(sheet, first, top)
            .iter()
            .any(|text| number(text, true).is_some())
    })
}

/// Chapter and number of a caption `Tabel 2.9 …`; `None` for any other text.
pub(super) fn caption_number(text: &str) -> Option<String> {
    number(text, true)?;
    let rest = text.trim().get("tabel ".len()..)?.trim_start();
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches('.').to_owned())
}

/// What became of its rows: all are printed.
pub fn account(table: &TabelTambahan, sheet: &Sheet) -> Account {
    let top = table.origin.cell.map_or(0, |at| at.row);
    let height = u32::try_from(table.kepala.len()).unwrap_or_default();
    let last = sheet.extent().map_or(top, |extent| extent.row);
    // The row of numbers, too, is left out; statements above the heading are rows.
    let is_below = |row: &&Vec<SelTambahan>| {
        let mut cells = row.iter().filter_map(|cell| cell.teks.origin()?.cell);
        cells.next().is_none_or(|at| at.row >= top)
    };
    let rows = table.isi.iter().filter(is_below).count();
    let rows = u32::try_from(rows).unwrap_or_default();
    let body = (last + 1).saturating_sub(rows).max(top + height);
    Account {
        origin: Origin {
            cell: None,
            ..table.origin.clone()
        },
        id: None,
        seen: table.isi.len(),
        used: table.isi.len(),
        reported: 0,
        pagu: std::collections::BTreeMap::new(),
        tahun_awal: None,
        sumber: None,
        layout: Layout {
            heading: sheet.cell.keys().next().map_or(0, |at| at.row)..body,
            last,
            ..Layout::default()
        },
    }
}

/// The texts above a table, with their cells.
fn above(sheet: &Sheet, first: u32, top: u32) -> impl Iterator<Item = (CellRef, String)> {
    let cells = sheet
        .cell
        .range(CellRef::new(first, 0)..CellRef::new(top, 0));
    cells.filter_map(|(at, cell)| match &cell.value {
        Value::Text(text) => Some((*at, cell::one_line(text))),
        _ => None,
    })
}

/// Those of them that are its title.
fn lines(sheet: &Sheet, first: u32, top: u32) -> Vec<String> {
    let texts = above(sheet, first, top).map(|(_, text)| text);
    texts.filter(|text| !is_statement(text)).collect()
}

/// Whether a text is a statement that the table quotes above its heading, `Visi : …`.
fn is_statement(text: &str) -> bool {
    let label = text.split_once(':').map(|(label, _)| heading::plain(label));
    let Some(label) = label.filter(|label| label.len() <= MAX_LABEL) else {
        return false;
    };
    let word = label.split(' ').next().unwrap_or_default();
    ["visi", "misi", "tujuan", "sasaran"].contains(&word)
}

/// The statements above the heading, each as a row over all columns.
fn statements(sheet: &Sheet, top: u32, columns: u32) -> impl Iterator<Item = Vec<SelTambahan>> {
    let first = sheet.cell.keys().next().map_or(0, |at| at.row);
    let texts = above(sheet, first, top).filter(|(_, text)| is_statement(text));
    texts.map(move |(at, text)| {
        vec![SelTambahan {
            teks: Entry::Filled(Located::new(text, sheet.at(at))),
            kolom: u16::try_from(columns).unwrap_or(1),
            baris: 1,
            angka: false,
        }]
    })
}

/// Chapter and title from the tab or the lines above the table. A letterhead above
/// the caption is no part of it.
fn caption(sheet: &Sheet, first: u32, top: u32) -> Option<(u16, String)> {
    let line = lines(sheet, first, top);
    let numbered = line
        .iter()
        .enumerate()
        .find_map(|(at, text)| Some((at, number(text, true)?)));
    let (from, (bab, rest)) = match numbered {
        Some((at, found)) => (at + 1, found),
        None => (0, number(&sheet.name, false)?),
    };
    let mut title: Vec<String> = Vec::new();
    if !rest.is_empty() {
        title.push(rest);
    }
    // A caption may go on, or only begin, on the lines below its number.
    let below = line.get(from..).unwrap_or_default();
    title.extend(
        below
            .iter()
            .filter(|text| number(text, true).is_none())
            .cloned(),
    );
    (!title.is_empty()).then(|| (bab, title.join(" ")))
}

/// A title without `Tabel 1.`, which names no chapter.
fn without_number(text: &str) -> String {
    let lower = text.to_lowercase();
    if !lower.starts_with("tabel ") {
        return text.to_owned();
    }
    let rest = text.get("tabel ".len()..).unwrap_or_default().trim_start();
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return text.to_owned();
    }
    rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '-' | ':'))
        .to_owned()
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
            // that the cells next to it keep their columns.
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
            Some(format) if format.contains("#,##") => {
                let amount = Rupiah::from_decimal(*number).to_string();
                target::with_words(&amount, *number, format)
            }
            Some(format) if number.is_integer() && format.contains('0') => {
                let plain = cell::text(cell, origin, out);
                return plain.map(|plain| target::with_words(&plain, *number, format));
            }
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
