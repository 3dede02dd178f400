//! One worksheet part.

use super::record::{self, Record, Records, wide_text};
use crate::diagnostic::CellRef;
use crate::workbook::binary::{error_name, f64_at, rk, u16_at, u32_at, usize_at};
use crate::workbook::format::Styles;
use crate::workbook::grid::Grid;
use crate::workbook::strings::SharedStrings;
use crate::workbook::{Area, Value};

/// Reads a sheet into the grid; `None` means that the part broke off, and the
/// cells before that are in the grid.
pub(super) fn read(
    bytes: &[u8],
    strings: &SharedStrings,
    styles: &Styles,
    grid: &mut Grid<'_>,
) -> Option<()> {
    let mut reader = SheetReader {
        strings,
        styles,
        next: CellRef::new(0, 0),
    };
    for record in Records::new(bytes) {
        match record.id {
            record::END_SHEET => return Some(()),
            record::ROW => {
                let row = u32_at(record.data, 0)?;
                reader.next = CellRef::new(row, 0);
                // `fDyZero`, the row has no height.
                if record.data.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    grid.hide_rows(row..=row);
                }
            }
            record::COLUMNS if u16_at(record.data, 16)? & 1 != 0 => {
                grid.hide_cols(u32_at(record.data, 0)?..=u32_at(record.data, 4)?);
            }
            record::MERGED => {
                let field = |place: usize| u32_at(record.data, 4 * place);
                let (top, bottom, left, right) = (field(0)?, field(1)?, field(2)?, field(3)?);
                let start = CellRef::new(top, left);
                grid.merge(Area {
                    start,
                    end: CellRef::new(bottom, right),
                });
            }
            1..=18 | record::CELL_RICH_TEXT => reader.cell(record, grid)?,
            _ => {}
        }
    }
    None
}

struct SheetReader<'s> {
    strings: &'s SharedStrings,
    styles: &'s Styles,
    /// Where a cell stands that does not say its column.
    next: CellRef,
}

impl SheetReader<'_> {
    /// Puts a cell into the grid; `None` for a malformed record.
    fn cell(&mut self, record: Record<'_>, grid: &mut Grid<'_>) -> Option<()> {
        // Kinds 12 to 18 leave the column out: they stand right of the cell before.
        let short = (12..=18).contains(&record.id);
        let (head, value) = record.data.split_at_checked(if short { 4 } else { 8 })?;
        let column = if short {
            self.next.col
        } else {
            u32_at(head, 0)?
        };
        let style = u32_at(head, head.len() - 4)? & 0x00FF_FFFF;
        let at = CellRef::new(self.next.row, column);
        self.next.col = column.saturating_add(1);
        let format = self.styles.get(style as usize);
        match record.id {
            // BrtCellRk, BrtShortRk
            2 | 13 => grid.number(at, rk(u32_at(value, 0)?), format),
            // BrtCellError, BrtShortError, BrtFmlaError
            3 | 14 | 11 => {
                let name = error_name(*value.first()?).to_owned();
                grid.put(at, Value::Error(name), format);
            }
            // BrtCellBool, BrtShortBool, BrtFmlaBool
            4 | 15 | 10 => grid.put(at, Value::Bool(*value.first()? != 0), format),
            // BrtCellReal, BrtShortReal, BrtFmlaNum
            5 | 16 | 9 => grid.number(at, f64_at(value, 0)?, format),
            // BrtCellSt, BrtShortSt, BrtFmlaString
            6 | 17 | 8 => grid.text(at, &wide_text(value, 0)?.0, format),
            // BrtCellIsst, BrtShortIsst
            7 | 18 => grid.shared(at, self.strings, Some(usize_at(value, 0)?), format),
            // A byte of flags stands before formatted text.
            record::CELL_RICH_TEXT => grid.text(at, &wide_text(value, 1)?.0, format),
            // BrtCellBlank, BrtShortBlank
            _ => {}
        }
        Some(())
    }
}
