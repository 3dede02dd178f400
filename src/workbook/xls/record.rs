//! The records that a workbook stream consists of (MS-XLS 2.1.4).

use crate::workbook::binary::u16_at;

pub(super) const FORMULA: u16 = 0x0006;
pub(super) const END: u16 = 0x000A;
pub(super) const DATE_MODE: u16 = 0x0022;
pub(super) const FILE_PASS: u16 = 0x002F;
pub(super) const CONTINUE: u16 = 0x003C;
pub(super) const COLUMNS: u16 = 0x007D;
pub(super) const TAB: u16 = 0x0085;
pub(super) const RK_ROW: u16 = 0x00BD;
pub(super) const RICH_LABEL: u16 = 0x00D6;
pub(super) const STYLE: u16 = 0x00E0;
pub(super) const MERGED: u16 = 0x00E5;
pub(super) const SHARED_STRINGS: u16 = 0x00FC;
pub(super) const SHARED_LABEL: u16 = 0x00FD;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const BOOL_OR_ERROR: u16 = 0x0205;
pub(super) const FORMULA_TEXT: u16 = 0x0207;
pub(super) const ROW: u16 = 0x0208;
pub(super) const RK: u16 = 0x027E;
pub(super) const FORMAT: u16 = 0x041E;
pub(super) const BEGIN: u16 = 0x0809;

/// A record with those that continue it.
#[derive(Debug)]
pub(super) struct Record<'a> {
    /// What it is.
    pub id: u16,
    /// Its fields, as far as they are in the record itself.
    pub data: &'a [u8],
    /// What stands in the records that continue it.
    pub more: Vec<&'a [u8]>,
}

/// The records of a stream, from a place in it. It ends where the stream ends or
/// a record runs over its end.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// From the beginning of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self) -> Option<(u16, &'a [u8])> {
        let id = u16_at(self.rest, 0)?;
        let length = usize::from(u16_at(self.rest, 2)?);
        let (data, rest) = self.rest.get(4..)?.split_at_checked(length)?;
        self.rest = rest;
        Some((id, data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (id, data) = self.take()?;
        let mut more = Vec::new();
        while u16_at(self.rest, 0) == Some(CONTINUE) {
            more.push(self.take()?.1);
        }
        Some(Record { id, data, more })
    }
}
