//! One worksheet: calamine's stream of cells in lockstep with the walk.

use calamine::DataRef;

use super::Context;
use super::source::Cells;
use super::walk::{Formula, Found, Kind, Walk};
use crate::workbook::format::Format;
use crate::workbook::grid::Grid;
use crate::workbook::runs;
use crate::workbook::visible::PICTURE;
use crate::workbook::xml::Malformed;
use crate::workbook::{Date, Value};

/// Reads a sheet into the grid. An error means that the part broke off, or that the
/// two do not agree; the cells before that are in the grid.
pub(super) fn read(
    walk: &mut Walk<'_>,
    cells: &mut Cells<'_>,
    context: &mut Context,
    grid: &mut Grid<'_>,
) -> Result<(), Malformed> {
    // After a cell that calamine could not read, it counts those without a position
    // again; this is the row of such a cell.
    let mut unsure_row = None;
    while let Some(found) = walk.next_cell(grid)? {
        let data = match cells.next_cell() {
            Ok(Some(cell)) => {
                let is_sure = found.is_addressed || unsure_row != Some(found.at.row);
                if is_sure && cell.get_position() != (found.at.row, found.at.col) {
                    return Err(Malformed);
                }
                Some(cell)
            }
            Ok(None) => return Err(Malformed),
            Err(_) => {
                unsure_row = Some(found.at.row);
                None
            }
        };
        let data = data.as_ref().map(calamine::Cell::get_value);
        put(walk, &found, data, context, grid);
    }
    Ok(())
}

/// Puts a cell into the grid; `data` is what calamine made of it.
fn put(
    walk: &Walk<'_>,
    found: &Found,
    data: Option<&DataRef<'_>>,
    context: &mut Context,
    grid: &mut Grid<'_>,
) {
    let at = found.at;
    let stored = walk.stored.trim();
    let format = context.styles.get(found.style);
    // Programs that do not know such a picture see an error.
    let is_picture = found.formula == Formula::Picture
        || (found.kind == Kind::Error && found.has_metadata && context.has_cell_pictures);
    if is_picture {
        return grid.put(at, Value::Error(PICTURE.to_owned()), format);
    }
    if found.has_no_result(stored) {
        return grid.put(at, Value::NoResult, format);
    }
    match found.kind {
        Kind::Inline if runs::are_marked(&walk.inline) => {
            grid.seen(at, &runs::seen(&walk.inline, format.look.struck), format);
        }
        Kind::Inline => match data {
            Some(DataRef::String(text)) => grid.text(at, text, format),
            // A value next to the text, which calamine takes in its place.
            _ => grid.seen(at, &runs::seen(&walk.inline, format.look.struck), format),
        },
        Kind::Shared if !stored.is_empty() => {
            let place = stored.parse::<usize>().ok();
            match (place, data) {
                // Calamine takes the first text for a place that is no number.
                (Some(place), Some(DataRef::SharedString(raw))) => {
                    if let Some(text) = context.strings.runs.get(&place) {
                        grid.seen(at, &runs::seen(text, format.look.struck), format);
                    } else {
                        let cleaned = &mut context.strings.cleaned;
                        cleaned.with(place, raw, |text| grid.shared(at, text, format));
                    }
                }
                _ => grid.dangling(at),
            }
        }
        Kind::FormulaText => match data {
            Some(DataRef::String(text)) => grid.text(at, text, format),
            _ => grid.text(at, stored, format),
        },
        _ if stored.is_empty() => {}
        _ => decoded(found, stored, data, format, context.recalculates, grid),
    }
}

/// Puts a number, truth value, error or date into the grid, by the stored word where
/// calamine has no value for it.
fn decoded(
    found: &Found,
    stored: &str,
    data: Option<&DataRef<'_>>,
    format: &Format,
    recalculates: bool,
    grid: &mut Grid<'_>,
) {
    let at = found.at;
    let number = match data {
        Some(DataRef::Float(number)) => Some(*number),
        Some(DataRef::DateTime(serial)) => Some(serial.as_f64()),
        // Blanks or a character reference around a number make it a text or nothing.
        _ if found.kind == Kind::Number => stored.parse().ok(),
        _ => None,
    };
    match (found.kind, data) {
        (Kind::Number, _) => match number {
            Some(number) => {
                if found.formula != Formula::None && recalculates && number == 0.0 {
                    grid.stale(at);
                }
                grid.number(at, number, format);
            }
            None => grid.text(at, stored, format),
        },
        (Kind::Bool, Some(DataRef::Bool(truth))) => grid.put(at, Value::Bool(*truth), format),
        // An error that calamine has no name for.
        (Kind::Bool | Kind::Error, _) => grid.put(at, Value::Error(stored.to_owned()), format),
        (_, Some(DataRef::DateTimeIso(text))) => match Date::from_iso(text) {
            Some(day) => grid.put(at, Value::Date(day), format),
            None => grid.text(at, stored, format),
        },
        _ => grid.text(at, stored, format),
    }
}
