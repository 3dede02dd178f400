//! The records that a binary part consists of (MS-XLSB 2.1.4).

use crate::workbook::binary::{u32_at, utf16_at};
use crate::workbook::limit;

/// `BrtRowHdr`: a row begins.
pub(super) const ROW: u16 = 0;
/// `BrtCellRString`: a cell with formatted text.
pub(super) const CELL_RICH_TEXT: u16 = 62;
/// `BrtColInfo`: columns.
pub(super) const COLUMNS: u16 = 60;
/// `BrtMergeCell`: a merged area.
pub(super) const MERGED: u16 = 176;
/// `BrtEndSheet`: the end of a sheet.
pub(super) const END_SHEET: u16 = 130;
/// `BrtSSTItem`: a shared text.
pub(super) const SHARED_STRING: u16 = 19;
/// `BrtFmt`: a number format.
pub(super) const FORMAT: u16 = 44;
/// `BrtXF`: a style.
pub(super) const STYLE: u16 = 47;
/// `BrtBeginCellXFs`: styles of cells begin.
pub(super) const BEGIN_CELL_STYLES: u16 = 617;
/// `BrtEndCellXFs`: styles of cells end.
pub(super) const END_CELL_STYLES: u16 = 618;
/// `BrtWbProp`: properties of the workbook.
pub(super) const WORKBOOK_PROPERTIES: u16 = 153;
/// `BrtBundleSh`: a tab.
pub(super) const TAB: u16 = 156;

/// A record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    /// What it is.
    pub id: u16,
    /// Its fields.
    pub data: &'a [u8],
}

/// The records of a part. It ends where the part ends or a record runs over its end.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// From the beginning of a part.
    pub fn new(part: &'a [u8]) -> Self {
        Self { rest: part }
    }

    /// A number of at most `most` bytes, seven bits in each, the lowest first; a
    /// byte without the eighth bit is the last.
    fn packed(&mut self, most: u32) -> Option<u32> {
        let mut number = 0;
        for place in 0..most {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(number)
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let id = u16::try_from(self.packed(2)?).ok()?;
        let length = self.packed(4)? as usize;
        let (data, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(Record { id, data })
    }
}

/// An `XLWideString` at the offset, and the offset behind it. A missing one is empty.
pub(super) fn wide_text(data: &[u8], at: usize) -> Option<(String, usize)> {
    let units = match u32_at(data, at)? {
        u32::MAX => 0,
        units => usize::try_from(units)
            .ok()
            .filter(|units| *units <= limit::CELL_BYTES)?,
    };
    Some((utf16_at(data, at + 4, units)?, at + 4 + 2 * units))
}
