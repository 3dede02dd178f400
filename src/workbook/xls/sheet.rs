//! One worksheet: the records from its beginning to its end.

use super::record::{self, Record, Records};
use super::strings::text_at;
use super::workbook::Globals;
use crate::diagnostic::CellRef;
use crate::workbook::binary::{error_name, f64_at, rk, u16_at, u32_at, usize_at};
use crate::workbook::format::Format;
use crate::workbook::grid::Grid;
use crate::workbook::{Area, Value};

/// Reads a sheet into the grid; `None` means that it broke off, and the cells
/// before that are in the grid.
pub(super) fn read(records: Records<'_>, globals: &Globals, grid: &mut Grid<'_>) -> Option<()> {
    // Charts inside a sheet are nested between a beginning and an end of their own.
    let mut depth = 0;
    let mut reader = SheetReader {
        globals,
        formula: None,
    };
    for record in records {
        match record.id {
            record::BEGIN => depth += 1,
            record::END if depth <= 1 => return Some(()),
            record::END => depth -= 1,
            _ if depth > 1 => {}
            record::ROW => hidden_row(&record, grid)?,
            record::COLUMNS => hidden_columns(&record, grid)?,
            record::MERGED => merged(&record, grid)?,
            _ => reader.cell(&record, grid)?,
        }
    }
    None
}

fn hidden_row(record: &Record<'_>, grid: &mut Grid<'_>) -> Option<()> {
    // `fDyZero`, the row has no height.
    if u16_at(record.data, 12)? & 0x20 != 0 {
        let row = u16_at(record.data, 0)?.into();
        grid.hide_rows(row..=row);
    }
    Some(())
}

fn hidden_columns(record: &Record<'_>, grid: &mut Grid<'_>) -> Option<()> {
    if u16_at(record.data, 8)? & 1 != 0 {
        grid.hide_cols(u16_at(record.data, 0)?.into()..=u16_at(record.data, 2)?.into());
    }
    Some(())
}

fn merged(record: &Record<'_>, grid: &mut Grid<'_>) -> Option<()> {
    for place in 0..usize::from(u16_at(record.data, 0)?) {
        let field = |number: usize| u16_at(record.data, 2 + 8 * place + 2 * number).map(u32::from);
        let (top, bottom, left, right) = (field(0)?, field(1)?, field(2)?, field(3)?);
        let start = CellRef::new(top, left);
        grid.merge(Area {
            start,
            end: CellRef::new(bottom, right),
        });
    }
    Some(())
}

/// The cells of a sheet, one after the other.
struct SheetReader<'g> {
    globals: &'g Globals,
    /// A formula whose text comes in a record of its own, and its style.
    formula: Option<(CellRef, u16)>,
}

impl SheetReader<'_> {
    fn format(&self, style: u16) -> &Format {
        self.globals.styles.get(usize::from(style))
    }

    /// Puts the cells of a record into the grid; `None` for a malformed record.
    fn cell(&mut self, record: &Record<'_>, grid: &mut Grid<'_>) -> Option<()> {
        let data = record.data;
        if record.id == record::FORMULA_TEXT {
            if let Some((at, style)) = self.formula.take() {
                grid.text(at, &text_at(record, 0)?, self.format(style));
            }
            return Some(());
        }
        if !matches!(
            record.id,
            record::NUMBER
                | record::RK
                | record::RK_ROW
                | record::LABEL
                | record::RICH_LABEL
                | record::SHARED_LABEL
                | record::BOOL_OR_ERROR
                | record::FORMULA
        ) {
            return Some(());
        }
        let at = CellRef::new(u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
        let style = u16_at(data, 4)?;
        match record.id {
            record::NUMBER => grid.number(at, f64_at(data, 6)?, self.format(style)),
            record::RK => grid.number(at, rk(u32_at(data, 6)?), self.format(style)),
            record::RK_ROW => return self.rk_row(at, data, grid),
            record::LABEL | record::RICH_LABEL => {
                grid.text(at, &text_at(record, 6)?, self.format(style));
            }
            record::SHARED_LABEL => {
                let place = Some(usize_at(data, 6)?);
                grid.shared(at, &self.globals.strings, place, self.format(style));
            }
            record::BOOL_OR_ERROR => {
                grid.put(
                    at,
                    truth_or_error(*data.get(6)?, *data.get(7)? != 0),
                    self.format(style),
                );
            }
            _ => self.formula(at, style, data.get(6..14)?, grid)?,
        }
        Some(())
    }

    /// Several numbers side by side: style and number of each, the last column at the end.
    fn rk_row(&self, first: CellRef, data: &[u8], grid: &mut Grid<'_>) -> Option<()> {
        let cells = data.get(4..data.len().checked_sub(2)?)?;
        for (cell, col) in cells.as_chunks::<6>().0.iter().zip(first.col..) {
            let format = self.format(u16_at(cell, 0)?);
            grid.number(CellRef::new(first.row, col), rk(u32_at(cell, 2)?), format);
        }
        Some(())
    }

    /// The result of a formula: a number, or where its upper bytes are ones, a code.
    fn formula(
        &mut self,
        at: CellRef,
        style: u16,
        result: &[u8],
        grid: &mut Grid<'_>,
    ) -> Option<()> {
        self.formula = None;
        let format = self.format(style);
        if u16_at(result, 6)? != 0xFFFF {
            grid.number(at, f64_at(result, 0)?, format);
            return Some(());
        }
        let (kind, value) = (*result.first()?, *result.get(2)?);
        match kind {
            0 => self.formula = Some((at, style)),
            1 => grid.put(at, truth_or_error(value, false), format),
            2 => grid.put(at, truth_or_error(value, true), format),
            // An empty text.
            _ => {}
        }
        Some(())
    }
}

fn truth_or_error(value: u8, is_error: bool) -> Value {
    if is_error {
        Value::Error(error_name(value).to_owned())
    } else {
        Value::Bool(value != 0)
    }
}
