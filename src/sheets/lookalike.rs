//! Sheets that look like a worksheet and are read as no such table: whoever misses the
//! table is told of them.

use super::catalogue::ALL;
use super::header;
use super::header_columns::Header;
use super::schema::{Column, Schema};
use super::{ambiguity, heading};
use crate::diagnostic::{CellRef, Origin};
use crate::model::{TabelTambahan, Worksheet};
use crate::workbook::{Sheet, Value};

/// Columns from which headings alone may look like a worksheet.
const COLUMNS: usize = 3;
/// Letters from which a name is looked for within a title.
const NAME: usize = 8;
/// Letters from which a word may have slips of the pen, and how many.
const LONG: usize = 8;
const SLIPS: usize = 2;
/// Rows above a table in which a title may stand.
const TITLE_ROWS: u32 = 6;

/// A sheet that looks like a worksheet.
#[derive(Debug, Clone)]
pub struct Lookalike {
    /// The worksheet.
    pub id: Worksheet,
    /// The sheet.
    pub origin: Origin,
    /// Labels of the required columns that its heading lacks.
    pub missing: Vec<String>,
    /// Title under which it is printed as it stands.
    pub judul: Option<String>,
    /// How much it looks like it: whether tab or title name the worksheet, and the
    /// columns that were recognised.
    pub likeness: (bool, usize),
}

/// The worksheets that a table looks like, other than the one it was read as: its tab
/// or title names them, or at least half of their required columns stand in a table
/// that was read as none.
pub fn find(
    sheet: &Sheet,
    read_as: Option<&'static Schema>,
    own: Option<&TabelTambahan>,
) -> Vec<Lookalike> {
    // A worksheet in its own form is no other, and neither is a table of money.
    let is_money = |schema: &Schema| schema.id.is_funding();
    let is_settled = read_as.is_some_and(|schema| own.is_none() || is_money(schema));
    let lines = header::headlines(sheet).filter(|_| !is_settled);
    let Some(lines) = lines else {
        return Vec::new();
    };
    let titles = titles(sheet);
    ALL.into_iter()
        .filter(|schema| is_table(schema) && read_as.is_none_or(|own| own.id != schema.id))
        .filter_map(|schema| {
            let is_named = is_named(schema, &titles);
            if !is_named && read_as.is_some() {
                return None;
            }
            let header = header::find_in(&lines, schema);
            let required: Vec<&Column> = schema.column.iter().filter(|c| c.required).collect();
            let missing = match &header {
                Some(header) => header.missing(schema),
                None => required.clone(),
            };
            let has_columns = |header: &Header| {
                header.count() >= COLUMNS
                    && missing.len() * 2 <= required.len()
                    && is_known_by_columns(schema)
                    && ambiguity::is_enough(sheet, schema, header)
            };
            let looks_alike = is_named || header.as_ref().is_some_and(has_columns);
            looks_alike.then(|| Lookalike {
                id: schema.id,
                origin: sheet.origin.clone(),
                missing: missing.iter().map(|column| column.label()).collect(),
                judul: own.map(|table| table.judul.clone()),
                likeness: (is_named, header.as_ref().map_or(0, Header::count)),
            })
        })
        .collect()
}

/// The tab and the texts of the first rows, plain.
fn titles(sheet: &Sheet) -> Vec<String> {
    let first = sheet.cell.keys().next().map_or(0, |at| at.row);
    let is_alone = |row: u32| {
        let row = CellRef::new(row, 0)..CellRef::new(row + 1, 0);
        sheet.cell.range(row).count() == 1
    };
    let above = sheet
        .cell
        .iter()
        .take_while(|(at, _)| at.row < first + TITLE_ROWS)
        .filter(|(at, _)| is_alone(at.row))
        .filter_map(|(_, cell)| match &cell.value {
            Value::Text(text) => Some(heading::plain(text)),
            _ => None,
        });
    std::iter::once(heading::plain(&sheet.name))
        .chain(above)
        .collect()
}

/// Whether one of the titles has one of the worksheet's names in it.
fn is_named(schema: &Schema, titles: &[String]) -> bool {
    let names = [schema.tab()]
        .into_iter()
        .chain(schema.tab_alias.iter().copied());
    let mut names = names
        .chain(schema.title.iter().copied())
        .map(heading::plain)
        .filter(|name| name.len() >= NAME);
    names.any(|name| titles.iter().any(|title| holds(title, &name)))
}

/// Whether a title has a name in it word by word, slips of the pen aside.
fn holds(title: &str, name: &str) -> bool {
    let title: Vec<&str> = title.split(' ').collect();
    let name: Vec<&str> = name.split(' ').collect();
    let same = |(own, sought): (&&str, &&str)| {
        let is_long = own.len() >= LONG && sought.len() >= LONG;
        own == sought || (is_long && strsim::damerau_levenshtein(own, sought) <= SLIPS)
    };
    title
        .windows(name.len())
        .any(|own| own.iter().zip(&name).all(same))
}

/// Whether a worksheet is a table that a regulation prints.
fn is_table(schema: &Schema) -> bool {
    !matches!(
        schema.id,
        Worksheet::Identitas | Worksheet::Narasi | Worksheet::Struktur | Worksheet::Konfirmasi
    )
}

/// Whether its columns can tell a worksheet; lists of indicators over years are many.
fn is_known_by_columns(schema: &Schema) -> bool {
    !matches!(
        schema.id,
        Worksheet::Iku | Worksheet::Ikk | Worksheet::Tc28 | Worksheet::Penahapan
    )
}
