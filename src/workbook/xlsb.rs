//! Excel's binary package (`.xlsb`), through calamine alone.
//!
//! Number formats, merged areas and hidden rows are not known of it. What calamine
//! passes over in silence, or would ask memory for on trust, is found by a walk over
//! the records that looks at nothing but their kinds and lengths.

use std::collections::HashSet;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsb};

use super::cleaned::Cleaned;
use super::format::Format;
use super::grid::{Grid, Intake};
use super::guard::{Repack, error_name, guarded};
use super::opc;
use super::package::Package;
use super::refusal::Refusal;
use super::{Value, limit};
use crate::diagnostic::CellRef;

const MAIN: &str = "xl/workbook.bin";
const RELATIONS: &str = "xl/_rels/workbook.bin.rels";
const STRINGS: &str = "xl/sharedStrings.bin";
const STYLES: &str = "xl/styles.bin";

/// Reads all worksheets of the package.
pub(super) fn read(package: &mut Package, intake: &mut Intake) -> Result<(), Refusal> {
    let mut repack = Repack::new();
    for part in [MAIN, RELATIONS, STRINGS, STYLES] {
        if let Some(mut bytes) = package.part(part)? {
            if part != RELATIONS && check(&mut bytes, false).is_none() {
                return Err(Refusal::damaged(part));
            }
            repack.add(part, &bytes)?;
        }
    }
    let mut parts = HashSet::new();
    for relation in opc::relationships(package, MAIN)? {
        let part = relation.target;
        if relation.kind == "worksheet" && parts.insert(part.clone()) {
            let mut bytes = package.part(&part)?.unwrap_or_default();
            check(&mut bytes, true).ok_or_else(|| Refusal::damaged(&*part))?;
            repack.add(&part, &bytes)?;
        }
    }
    let bytes = repack.finish()?;
    let open = guarded(|| Xlsb::new(bytes)).and_then(Result::ok);
    let mut xlsb = open.ok_or_else(|| Refusal::damaged(MAIN))?;
    let tabs = xlsb.sheets_metadata().to_vec();
    let mut names = HashSet::new();
    for (place, tab) in tabs.into_iter().enumerate().take(limit::SHEETS) {
        if tab.typ != SheetType::WorkSheet {
            continue;
        }
        // Calamine finds a sheet by its name.
        if !names.insert(tab.name.clone()) {
            return Err(Refusal::Twice(tab.name));
        }
        let mut grid = intake.sheet(place, &tab.name, tab.visible != SheetVisible::Visible);
        grid.values_only();
        let whole = guarded(|| sheet(&mut xlsb, &tab.name, &mut grid)).flatten();
        if whole.is_none() {
            grid.broken();
        }
        grid.finish();
    }
    intake.values_only(".xlsb");
    Ok(())
}

/// Checks the records of a part: that they end with it, that they are as long as
/// calamine takes for granted, and that it passes over no cell.
fn check(bytes: &mut [u8], is_sheet: bool) -> Option<()> {
    let mut at = 0;
    let mut strings = 0;
    while at < bytes.len() {
        let start = at;
        let id = packed(bytes, &mut at, 2)?;
        let length = packed(bytes, &mut at, 4)? as usize;
        at = at.checked_add(length).filter(|end| *end <= bytes.len())?;
        let least = match (is_sheet, id) {
            // The result of a formula, an error, is laid out as an error without one.
            (true, 11) => {
                *bytes.get_mut(start)? = 3;
                9
            }
            (true, 3 | 4 | 10) => 9,
            (true, 2 | 6 | 7 | 8) => 12,
            (true, 5 | 9) => 16,
            (true, 0) => 4,
            // Cells without a column, and formatted text in a cell.
            (true, 12..=18 | 62) => return None,
            (false, 19) => {
                strings += 1;
                5
            }
            _ => 0,
        };
        if length < least || strings > limit::STRINGS {
            return None;
        }
    }
    Some(())
}

/// A number of at most `most` bytes, seven bits in each, the lowest first; a byte without
/// the eighth bit is the last.
fn packed(bytes: &[u8], at: &mut usize, most: u32) -> Option<u32> {
    let mut number = 0;
    for place in 0..most {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= u32::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// Reads a worksheet into the grid; `None` means that it broke off.
fn sheet(xlsb: &mut Xlsb<Cursor<Vec<u8>>>, name: &str, grid: &mut Grid<'_>) -> Option<()> {
    grid.is_1904 = xlsb.has_1904_epoch();
    // Calamine tells dates from numbers, and no more of a format.
    let format = Format::general();
    let date = Format::new("yyyy-mm-dd");
    let mut cleaned = Cleaned::default();
    let mut cells = xlsb.worksheet_cells_reader(name).ok()?;
    while let Some(cell) = cells.next_cell().ok()? {
        let (row, col) = cell.get_position();
        let at = CellRef::new(row, col);
        match cell.get_value() {
            DataRef::Float(number) => grid.number(at, *number, &format),
            #[expect(clippy::cast_precision_loss, reason = "a packed number has 30 bits")]
            DataRef::Int(number) => grid.number(at, *number as f64, &format),
            DataRef::DateTime(number) => grid.number(at, number.as_f64(), &date),
            DataRef::String(text) => grid.text(at, text, &format),
            DataRef::SharedString(text) => {
                // One text has one address, which stands in for its place.
                let place = text.as_ptr() as usize;
                cleaned.with(place, text, |text| grid.shared(at, text, &format));
            }
            DataRef::Bool(truth) => grid.put(at, Value::Bool(*truth), &format),
            DataRef::Error(error) => {
                grid.put(at, Value::Error(error_name(error).to_owned()), &format);
            }
            _ => {}
        }
    }
    Some(())
}
