//! The records of a worksheet: where its values stand, and what calamine does not tell
//! of them. Completes `Xls::worksheet_range`, which has neither styles nor hidden rows.

use super::found::{Found, Stored, is_error};
use super::record::{self, BiffRecord, Records};
use super::values::Reading;
use super::workbook::Globals;
use crate::diagnostic::CellRef;
use crate::workbook::binary::u16_at;
use crate::workbook::grid::Grid;
use crate::workbook::{Area, Value};

/// Hands over what stands on a sheet; whether its records end as they should.
pub(super) fn walk<'r>(records: Records<'r>, mut take: impl FnMut(Found<'r>)) -> bool {
    // Charts inside a sheet are nested between a beginning and an end of their own.
    let mut depth = 0;
    // A formula whose text comes in a record of its own, and its style.
    let mut formula = None;
    for record in records {
        let known = match record.id {
            record::BEGIN => {
                depth += 1;
                Some(())
            }
            record::END if depth <= 1 => return true,
            record::END => {
                depth -= 1;
                Some(())
            }
            _ if depth > 1 => Some(()),
            record::ROW => hidden_row(&record, &mut take),
            record::COLUMNS => hidden_columns(&record, &mut take),
            record::MERGED => merged(&record, &mut take),
            _ => cell(&record, &mut formula, &mut take),
        };
        if known.is_none() {
            return false;
        }
    }
    false
}

fn hidden_row<'r>(record: &BiffRecord<'r>, take: &mut impl FnMut(Found<'r>)) -> Option<()> {
    // `fDyZero`, the row has no height.
    if u16_at(record.data, 12)? & 0x20 != 0 {
        take(Found::HiddenRow(u16_at(record.data, 0)?.into()));
    }
    Some(())
}

fn hidden_columns<'r>(record: &BiffRecord<'r>, take: &mut impl FnMut(Found<'r>)) -> Option<()> {
    if u16_at(record.data, 8)? & 1 != 0 {
        let (first, last) = (u16_at(record.data, 0)?, u16_at(record.data, 2)?);
        take(Found::HiddenColumns(first.into(), last.into()));
    }
    Some(())
}

fn merged<'r>(record: &BiffRecord<'r>, take: &mut impl FnMut(Found<'r>)) -> Option<()> {
    for place in 0..usize::from(u16_at(record.data, 0)?) {
        let field = |number: usize| u16_at(record.data, 2 + 8 * place + 2 * number).map(u32::from);
        let (top, bottom, left, right) = (field(0)?, field(1)?, field(2)?, field(3)?);
        let start = CellRef::new(top, left);
        take(Found::Merged(Area {
            start,
            end: CellRef::new(bottom, right),
        }));
    }
    Some(())
}

/// Hands over the cells of a record; `None` for a malformed record.
fn cell<'r>(
    record: &BiffRecord<'r>,
    formula: &mut Option<(CellRef, u16)>,
    take: &mut impl FnMut(Found<'r>),
) -> Option<()> {
    let data = record.data;
    let text = |from: usize| {
        Some(if record.more.is_empty() {
            Stored::Text(data.get(from..)?)
        } else {
            Stored::LongText
        })
    };
    if record.id == record::FORMULA_TEXT {
        if let Some((at, style)) = formula.take() {
            take(Found::Cell(at, style, text(0)?));
        }
        return Some(());
    }
    let stored = match record.id {
        record::NUMBER => Stored::Number(data.get(6..14)?),
        record::RK => Stored::Packed(data.get(6..10)?),
        record::RK_ROW => return packed_row(data, take),
        record::LABEL | record::RICH_LABEL => text(6)?,
        record::SHARED_LABEL => {
            Stored::Shared(u32::from_le_bytes(data.get(6..10)?.try_into().ok()?))
        }
        record::BOOL_OR_ERROR => Stored::BoolOrError([*data.get(6)?, *data.get(7)?]),
        record::FORMULA => {
            *formula = None;
            match result(data.get(6..14)?)? {
                Outcome::Stored(stored) => stored,
                Outcome::TextFollows => {
                    *formula = Some(place(data)?);
                    return Some(());
                }
                Outcome::Empty => return Some(()),
            }
        }
        _ => return Some(()),
    };
    let (at, style) = place(data)?;
    take(Found::Cell(at, style, stored));
    Some(())
}

/// Position and style of a cell.
fn place(data: &[u8]) -> Option<(CellRef, u16)> {
    let at = CellRef::new(u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
    Some((at, u16_at(data, 4)?))
}

/// Several numbers side by side: style and number of each, the last column at the end.
fn packed_row<'r>(data: &'r [u8], take: &mut impl FnMut(Found<'r>)) -> Option<()> {
    let (row, first) = (u16_at(data, 0)?.into(), u32::from(u16_at(data, 2)?));
    let cells = data.get(4..data.len().checked_sub(2)?)?;
    for (cell, col) in cells.chunks_exact(6).zip(first..) {
        let stored = Stored::Packed(cell.get(2..)?);
        take(Found::Cell(
            CellRef::new(row, col),
            u16_at(cell, 0)?,
            stored,
        ));
    }
    Some(())
}

/// What a formula gave.
enum Outcome<'r> {
    /// A value.
    Stored(Stored<'r>),
    /// A text, which a record of its own holds.
    TextFollows,
    /// An empty text.
    Empty,
}

/// The result of a formula: a number, or where its upper bytes are ones, a code.
fn result(bytes: &[u8]) -> Option<Outcome<'_>> {
    if u16_at(bytes, 6)? != 0xFFFF {
        return Some(Outcome::Stored(Stored::Number(bytes)));
    }
    let (kind, value) = (*bytes.first()?, *bytes.get(2)?);
    Some(match kind {
        0 => Outcome::TextFollows,
        1 => Outcome::Stored(Stored::BoolOrError([value, 0])),
        2 => Outcome::Stored(Stored::BoolOrError([value, 1])),
        _ => Outcome::Empty,
    })
}

/// Puts what was found into the grid.
pub(super) fn put(
    found: Found<'_>,
    globals: &Globals,
    values: &mut Reading<'_>,
    grid: &mut Grid<'_>,
) {
    match found {
        Found::HiddenRow(row) => grid.hide_rows(row..=row),
        Found::HiddenColumns(first, last) => grid.hide_cols(first..=last),
        Found::Merged(area) => grid.merge(area),
        Found::Cell(at, style, stored) => {
            let format = globals.styles.get(usize::from(style));
            match &stored {
                Stored::LongText => grid.dangling(at),
                // A code that Excel has no error for.
                Stored::BoolOrError([code, kind]) if *kind != 0 && !is_error(*code) => {
                    grid.put(at, Value::Error("#UNKNOWN!".to_owned()), format);
                }
                _ => values.put(at, &stored, format, grid),
            }
        }
    }
}
