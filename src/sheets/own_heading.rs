//! Where the heading of a table of the agency's own ends, and its rows begin.

use super::numbering;
use crate::diagnostic::CellRef;
use crate::workbook::{Area, Cell, Sheet, Value};

/// Rows that a heading may have.
const MAX_HEADING: u32 = 4;

/// Whether a row holds a figure that is no year, or its own number, as no row of a
/// heading does.
pub(super) fn is_record(sheet: &Sheet, row: u32) -> bool {
    let is_year = |year: u32| (1990..=2100).contains(&year);
    let row = CellRef::new(row, 0)..CellRef::new(row + 1, 0);
    sheet
        .cell
        .range(row)
        .enumerate()
        .any(|(at, (_, cell))| match &cell.value {
            Value::Number(number) => !u32::try_from(*number).is_ok_and(is_year),
            Value::Text(text) => {
                let text = text.trim();
                let sign = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | ' ');
                let figure = text.starts_with(|c: char| c.is_ascii_digit())
                    && text.chars().all(sign)
                    && !text.parse().is_ok_and(is_year);
                let bare = text.trim_end_matches(['.', ')']);
                let own_number = at == 0
                    && bare.len() < text.len()
                    && !bare.is_empty()
                    && (bare.len() == 1 || bare.bytes().all(|b| b"0123456789IVX".contains(&b)));
                figure || own_number
            }
            _ => false,
        })
}

/// Whether the first row of a table is a heading: words alone, or years.
pub(super) fn heading_is_words(sheet: &Sheet, top: u32) -> bool {
    let row = sheet
        .cell
        .range(CellRef::new(top, 0)..)
        .take_while(|(at, _)| at.row == top);
    let mut words = 0;
    for (_, cell) in row {
        match &cell.value {
            Value::Text(text) if text.trim_end().ends_with(':') || text.trim() == ":" => {
                return false;
            }
            Value::Text(_) => words += 1,
            Value::Number(number)
                if u16::try_from(*number).is_ok_and(|year| (1990..=2100).contains(&year)) => {}
            _ => return false,
        }
    }
    words > 0
}

/// The last row of the heading that begins in `top`.
pub(super) fn heading_end(sheet: &Sheet, top: u32, left: u32, right: u32) -> u32 {
    let mut end = top;
    for col in left..=right {
        if let Some(area) = sheet.area(top, col)
            && area.start.row == top
        {
            // A group of columns has their names below it.
            let group = area.end.row == top && is_group(sheet, area) && !is_record(sheet, top + 1);
            end = end.max(area.end.row + u32::from(group));
        }
    }
    // A group of groups, as of years over target and pagu.
    let grouped = (left..=right).any(|col| {
        sheet
            .area(end, col)
            .is_some_and(|area| area.start.row == end && is_group(sheet, area))
    });
    let end = if end > top && grouped { end + 1 } else { end };
    // A cell merged far down is no heading of a table but a part of a matrix.
    if end - top < MAX_HEADING { end } else { top }
}

/// Whether a cell over several columns has more than one cell below it: else the row below
/// is one of the table, merged as its heading is.
fn is_group(sheet: &Sheet, area: &Area) -> bool {
    let below = area.end.row + 1;
    let one = sheet
        .area(below, area.start.col)
        .is_some_and(|own| own.start.col == area.start.col && own.end.col >= area.end.col);
    area.end.col > area.start.col && !one
}

/// Whether a row numbers the columns.
pub(super) fn is_numbering(sheet: &Sheet, row: u32, left: u32, right: u32) -> bool {
    let cell: Vec<&Cell> = (left..=right)
        .filter_map(|col| sheet.get(row, col))
        .collect();
    numbering::is_numbering(&cell)
}
