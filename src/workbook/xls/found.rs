//! What the records of a worksheet hold, before calamine decodes the values.

use crate::diagnostic::CellRef;
use crate::workbook::Area;

/// Something on a sheet.
pub(super) enum Found<'r> {
    /// Rows that are hidden.
    HiddenRow(u32),
    /// Columns that are hidden, from the first to the last.
    HiddenColumns(u32, u32),
    /// A merged area.
    Merged(Area),
    /// A cell, the number of its style, and its value as it is stored.
    Cell(CellRef, u16, Stored<'r>),
}

/// A value as it is stored.
pub(super) enum Stored<'r> {
    /// Eight bytes of a float.
    Number(&'r [u8]),
    /// Four bytes of a packed number.
    Packed(&'r [u8]),
    /// A text: its count, flags and characters.
    Text(&'r [u8]),
    /// A text that goes on in further records, which calamine would cut.
    LongText,
    /// The place of a shared text.
    Shared(u32),
    /// A truth value (second byte 0) or the code of an error.
    BoolOrError([u8; 2]),
}

/// Whether calamine knows the error with this code (MS-XLS 2.5.10); for another it
/// refuses the whole file.
pub(super) fn is_error(code: u8) -> bool {
    matches!(code, 0x00 | 0x07 | 0x0F | 0x17 | 0x1D | 0x24 | 0x2A | 0x2B)
}
