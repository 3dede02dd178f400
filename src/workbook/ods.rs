//! `OpenDocument` spreadsheets (`.ods`), through calamine alone.
//!
//! Number formats, merged areas and hidden rows are not known of it. Calamine writes
//! repeated cells and rows out in full, up to gigabytes; a walk counts before what it
//! would have to hold, and looks at nothing else.

use std::collections::HashSet;
use std::io::Cursor;

use calamine::{Data, Ods, Reader, SheetVisible};
use quick_xml::events::{BytesStart, Event};

use super::format::Format;
use super::grid::{Grid, Intake};
use super::guard::{Repack, guarded};
use super::package::Package;
use super::refusal::Refusal;
use super::xml::{Malformed, Xml, attribute, number};
use super::{Date, Value, limit};
use crate::diagnostic::CellRef;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";
const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// Most cells that are written out, of the whole workbook: what calamine holds of them
/// takes about 60 bytes each.
const CELLS: u64 = 4_000_000;
/// Most bytes of text that are written out.
const BYTES: u64 = 96 << 20;

/// Reads all tables of the package.
pub(super) fn read(package: &mut Package, intake: &mut Intake) -> Result<(), Refusal> {
    if package
        .text(MANIFEST)?
        .is_some_and(|text| text.contains("encryption-data"))
    {
        return Err(Refusal::Locked);
    }
    let text = package
        .text(CONTENT)?
        .ok_or_else(|| Refusal::damaged(CONTENT))?;
    let mut count = Count::default();
    let tables = match count.tables(&mut Xml::new(&text)) {
        Ok(tables) => tables,
        Err(Trouble::Malformed) => return Err(Refusal::damaged(CONTENT)),
        Err(Trouble::TooLarge) => return Err(Refusal::UnpacksTooLarge),
    };
    let mut repack = Repack::new();
    repack.add("mimetype", MIMETYPE)?;
    repack.add(MANIFEST, b"<manifest:manifest/>")?;
    repack.add(CONTENT, without_layout(&text).as_bytes())?;
    drop(text);
    let bytes = repack.finish()?;
    let open = guarded(|| Ods::new(bytes)).and_then(Result::ok);
    let mut ods = open.ok_or_else(|| Refusal::damaged(CONTENT))?;
    let tabs = ods.sheets_metadata().to_vec();
    let mut names = HashSet::new();
    for (place, tab) in tabs.into_iter().enumerate().take(limit::SHEETS) {
        // A copy of a table of another file, kept for formulas that point there.
        if tab.name.starts_with("'file:") {
            continue;
        }
        // Calamine finds a table by its name.
        if !names.insert(tab.name.clone()) {
            return Err(Refusal::Twice(tab.name));
        }
        let mut grid = intake.sheet(place, &tab.name, tab.visible != SheetVisible::Visible);
        grid.values_only();
        if let Some(covered) = tables.get(place) {
            grid.covered(covered);
        }
        if guarded(|| table(&mut ods, &tab.name, &mut grid))
            .flatten()
            .is_none()
        {
            grid.broken();
        }
        grid.finish();
    }
    intake.values_only(".ods");
    Ok(())
}

/// Reads a table into the grid; `None` means that it could not be read.
fn table(ods: &mut Ods<Cursor<Vec<u8>>>, name: &str, grid: &mut Grid<'_>) -> Option<()> {
    let format = Format::general();
    let values = ods.worksheet_range(name).ok()?;
    let formulas = ods.worksheet_formula(name).ok()?;
    let at = |(row, col): (usize, usize), start: Option<(u32, u32)>| {
        let (top, left) = start?;
        let row = top.checked_add(u32::try_from(row).ok()?)?;
        Some(CellRef::new(
            row,
            left.checked_add(u32::try_from(col).ok()?)?,
        ))
    };
    for (row, col, value) in values.used_cells() {
        let at = at((row, col), values.start())?;
        match value {
            Data::Float(number) => grid.number(at, *number, &format),
            Data::String(text) if is_error(text) => {
                grid.put(at, Value::Error(text.clone()), &format);
            }
            Data::String(text) => grid.text(at, text, &format),
            Data::Bool(truth) => grid.put(at, Value::Bool(*truth), &format),
            Data::DateTimeIso(text) => date(at, text, Date::from_iso(text), grid),
            Data::DurationIso(text) => date(at, text, Date::from_duration(text), grid),
            _ => {}
        }
    }
    for (row, col, _) in formulas.used_cells() {
        let at = at((row, col), formulas.start())?;
        let value = values.get_value((at.row, at.col));
        if value.is_none_or(|value| *value == Data::Empty) {
            grid.put(at, Value::NoResult, &format);
        }
    }
    Some(())
}

fn date(at: CellRef, text: &str, date: Option<Date>, grid: &mut Grid<'_>) {
    match date {
        Some(date) => grid.put(at, Value::Date(date), &Format::general()),
        None => grid.text(at, text, &Format::general()),
    }
}

/// The content without the line breaks between cells that some programs write, for
/// which calamine refuses the file.
fn without_layout(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive('>') {
        let tag = piece.trim_start();
        let is_between = tag.starts_with("<table:table-cell")
            || tag.starts_with("<table:covered-table-cell")
            || tag.starts_with("</table:table-row");
        out.push_str(if is_between { tag } else { piece });
    }
    out
}

/// Whether a text is an error, which the format stores as what is shown of it.
fn is_error(text: &str) -> bool {
    let word = text.trim();
    let is_named = word.starts_with('#')
        && word.ends_with(['!', '?', 'A'])
        && word
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || b"#!?/_0".contains(&byte));
    is_named
        || word
            .strip_prefix("Err:")
            .is_some_and(|code| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Why a content is not given to calamine.
enum Trouble {
    Malformed,
    TooLarge,
}

impl From<Malformed> for Trouble {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

/// What the tables come to when they are written out.
#[derive(Default)]
struct Count {
    cells: u64,
    bytes: u64,
}

/// A table as far as it was counted.
#[derive(Default)]
struct Table {
    /// Rows so far, and those up to the last with content.
    rows: u64,
    used_rows: u64,
    first_row: Option<u64>,
    /// Columns up to the last with content.
    columns: u64,
    /// Cells with content below merged areas.
    covered: Vec<CellRef>,
}

impl Count {
    /// Counts all tables; of each, the cells with content below merged areas.
    fn tables(&mut self, xml: &mut Xml<'_>) -> Result<Vec<Vec<CellRef>>, Trouble> {
        let mut tables = Vec::new();
        loop {
            match xml.next()? {
                Event::Start(e) if e.name().as_ref() == "table:table" => {
                    tables.push(self.table(xml)?);
                }
                Event::Eof => return Ok(tables),
                _ => {}
            }
        }
    }

    /// Counts a table whose start was read.
    fn table(&mut self, xml: &mut Xml<'_>) -> Result<Vec<CellRef>, Trouble> {
        let mut table = Table::default();
        loop {
            match xml.inside()? {
                Event::Start(e) if e.name().as_ref() == "table:table-row" => {
                    let rows = repeated(&e, "number-rows-repeated");
                    self.row(xml, rows, &mut table)?;
                }
                Event::End(e) if e.name().as_ref() == "table:table" => break,
                _ => {}
            }
        }
        let height = table.used_rows - table.first_row.unwrap_or(table.used_rows);
        self.add(height.saturating_mul(table.columns), 0)?;
        Ok(table.covered)
    }

    /// Counts a row whose start was read and that occurs `rows` times.
    fn row(&mut self, xml: &mut Xml<'_>, rows: u64, table: &mut Table) -> Result<(), Trouble> {
        let first = table.rows;
        table.rows = first.saturating_add(rows);
        let mut column = 0_u64;
        loop {
            match xml.inside()? {
                Event::Start(e) => {
                    let is_covered = e.name().as_ref() == "table:covered-table-cell";
                    let columns = repeated(&e, "number-columns-repeated");
                    let has_content =
                        attribute(&e, "value-type").is_some() || attribute(&e, "formula").is_some();
                    let bytes = e.len() as u64 + text_bytes(xml)?;
                    if has_content {
                        if is_covered && table.covered.len() < limit::FINDINGS {
                            let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
                            table
                                .covered
                                .push(CellRef::new(number(first), number(column)));
                        }
                        let end = column.saturating_add(columns);
                        table.first_row.get_or_insert(first);
                        table.used_rows = table.rows;
                        table.columns = table.columns.max(end);
                        // Once for the row as it stands, and once for every copy of it.
                        self.add(columns, bytes.saturating_mul(columns.saturating_mul(rows)))?;
                    }
                    column = column.saturating_add(columns);
                }
                Event::End(_) => return Ok(()),
                _ => {}
            }
        }
    }

    fn add(&mut self, cells: u64, bytes: u64) -> Result<(), Trouble> {
        self.cells = self.cells.saturating_add(cells);
        self.bytes = self.bytes.saturating_add(bytes);
        if self.cells > CELLS || self.bytes > BYTES {
            return Err(Trouble::TooLarge);
        }
        Ok(())
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    number(element, name).unwrap_or(1).max(1)
}

/// Bytes of the text in the cell whose start was read, with blanks that are only counted.
fn text_bytes(xml: &mut Xml<'_>) -> Result<u64, Trouble> {
    let mut bytes = 0_u64;
    let mut depth = 1;
    while depth > 0 {
        match xml.inside()? {
            Event::Start(e) => {
                depth += 1;
                if e.name().as_ref() == "text:s" {
                    bytes = bytes.saturating_add(number(&e, "c").unwrap_or(1));
                }
            }
            Event::End(_) => depth -= 1,
            Event::Text(text) => bytes = bytes.saturating_add(text.len() as u64),
            _ => {}
        }
    }
    Ok(bytes)
}
