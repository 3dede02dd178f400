//! Which worksheet a sheet is: by its tab, by the title above the table, or by
//! the headings.

use super::code;
use super::header;
use super::heading;
use super::shape::Shape;
use super::{ALL, identitas, narasi, struktur};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::workbook::{Sheet, Value};

/// Rows above a table in which a title may stand.
const TITLE_ROWS: u32 = 12;
/// Tabs of a blank workbook that hold no table.
const GUIDE: [&str; 3] = ["petunjuk", "referensi", "daftar pilihan"];

/// The worksheet this sheet is. `None`, with a finding, for a filled sheet that
/// is none; `None` in silence for an empty one and for the guide.
pub fn shape(sheet: &Sheet, out: &mut Diagnostics) -> Option<&'static Shape> {
    among(&ALL, sheet, out)
}

/// Whether a tab says that its table is the RPJMD's: an agency that quotes the
/// city's sasaran beside its own must not have them taken for its own.
fn is_of_rpjmd(sheet: &Sheet, known: &[&'static Shape]) -> bool {
    let own = known
        .iter()
        .any(|shape| shape.id == super::tujuan_sasaran::SHAPE.id);
    own && heading::plain(&sheet.name)
        .split(' ')
        .any(|word| word == "rpjmd")
}

/// As [`shape`], among the worksheets of another kind of workbook.
pub fn among(
    known: &[&'static Shape],
    sheet: &Sheet,
    out: &mut Diagnostics,
) -> Option<&'static Shape> {
    sheet.extent()?;
    if GUIDE.contains(&heading::plain(&sheet.name).as_str()) {
        return None;
    }
    let found = by_tab(known, sheet)
        .or_else(|| by_title(known, sheet))
        .or_else(|| by_header(known, sheet))
        .filter(|_| !is_of_rpjmd(sheet, known));
    if found.is_none() {
        out.emit(
            Diagnostic::info(
                code::UNKNOWN_SHEET,
                sheet.origin.clone(),
                format!("lembar \"{}\" bukan tabel Renstra yang dikenal; tidak dibaca", sheet.name),
            )
            .hint("beri nama lembar seperti pada formulir, misalnya \"T-C.27\", bila isinya harus dibaca"),
        );
    }
    found
}

/// The longest name that begins the tab, without blanks and punctuation.
fn by_tab(known: &[&'static Shape], sheet: &Sheet) -> Option<&'static Shape> {
    let tab = squeeze(&sheet.name);
    known
        .iter()
        .copied()
        .flat_map(|shape| {
            std::iter::once(shape.tab)
                .chain(shape.tab_alias.iter().copied())
                .map(move |name| (squeeze(name), shape))
        })
        .filter(|(name, _)| tab == *name || (name.len() >= 4 && tab.starts_with(name.as_str())))
        .max_by_key(|(name, _)| name.len())
        .map(|(_, shape)| shape)
}

fn by_title(known: &[&'static Shape], sheet: &Sheet) -> Option<&'static Shape> {
    let title: Vec<String> = sheet
        .cell
        .iter()
        .take_while(|(at, _)| at.row < TITLE_ROWS)
        .filter_map(|(_, cell)| match &cell.value {
            Value::Text(text) => Some(heading::plain(text)),
            _ => None,
        })
        .collect();
    known
        .iter()
        .copied()
        .flat_map(|shape| shape.title.iter().map(move |begin| (*begin, shape)))
        .filter(|(begin, _)| title.iter().any(|text| names(text, begin)))
        .filter(|(_, shape)| shape.id == identitas::SHAPE.id || is_complete(sheet, shape))
        .max_by_key(|(begin, _)| begin.len())
        .map(|(_, shape)| shape)
}

/// Whether a title begins with the words, perhaps behind `Tabel 6.1`.
fn names(text: &str, begin: &str) -> bool {
    text.starts_with(begin)
        || text.strip_prefix("tabel ").is_some_and(|rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
                .starts_with(begin)
        })
}

/// The worksheet of which all required headings stand here; of several the one
/// with most columns. Sheets of two ordinary words (`isi`, `jabatan`) are never
/// guessed, nor is a sheet of which a good part of the headings does not belong:
/// a funding table of another regulation also has an indikator and targets.
fn by_header(known: &[&'static Shape], sheet: &Sheet) -> Option<&'static Shape> {
    known
        .iter()
        .copied()
        .filter(|shape| {
            ![identitas::SHAPE.id, narasi::SHAPE.id, struktur::SHAPE.id].contains(&shape.id)
        })
        .filter_map(|shape| {
            let header = header::find(sheet, shape)?;
            let foreign = header.unknown.len() + header.double.len();
            let fits = header.missing(shape).is_empty() && foreign * 4 <= header.count();
            fits.then(|| (header.count(), shape))
        })
        .filter(|(count, _)| *count >= 3)
        .max_by_key(|(count, _)| *count)
        .map(|(_, shape)| shape)
}

fn is_complete(sheet: &Sheet, shape: &Shape) -> bool {
    header::find(sheet, shape).is_some_and(|header| header.missing(shape).is_empty())
}

fn squeeze(text: &str) -> String {
    heading::plain(text).replace(' ', "")
}
