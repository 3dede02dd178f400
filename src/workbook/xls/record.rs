//! The records that a workbook stream consists of (MS-XLS 2.1.4).

use crate::workbook::binary::u16_at;

/// `Formula`: a formula with its result.
pub(super) const FORMULA: u16 = 0x0006;
/// `EOF`: the end of the workbook part or of a sheet.
pub(super) const END: u16 = 0x000A;
/// `Date1904`: whether dates count from 1904.
pub(super) const DATE_MODE: u16 = 0x0022;
/// `Font`: a font, and whether it strikes out.
pub(super) const FONT: u16 = 0x0031;
/// `FilePass`: the file is encrypted.
pub(super) const FILE_PASS: u16 = 0x002F;
/// `Continue`: the record before goes on.
pub(super) const CONTINUE: u16 = 0x003C;
/// `ColInfo`: width of columns, and whether they are hidden.
pub(super) const COLUMNS: u16 = 0x007D;
/// `BoundSheet8`: a tab.
pub(super) const TAB: u16 = 0x0085;
/// `MulRk`: several packed numbers side by side.
pub(super) const RK_ROW: u16 = 0x00BD;
/// `RString`: a cell with formatted text of its own.
pub(super) const RICH_LABEL: u16 = 0x00D6;
/// `XF`: a style.
pub(super) const STYLE: u16 = 0x00E0;
/// `MergeCells`: merged areas.
pub(super) const MERGED: u16 = 0x00E5;
/// `SST`: the table of shared texts.
pub(super) const SHARED_STRINGS: u16 = 0x00FC;
/// `LabelSst`: a cell with a shared text.
pub(super) const SHARED_LABEL: u16 = 0x00FD;
/// `Number`: a cell with a number.
pub(super) const NUMBER: u16 = 0x0203;
/// `Label`: a cell with text of its own.
pub(super) const LABEL: u16 = 0x0204;
/// `BoolErr`: a cell with a truth value or an error.
pub(super) const BOOL_OR_ERROR: u16 = 0x0205;
/// `String`: the text result of the formula before.
pub(super) const FORMULA_TEXT: u16 = 0x0207;
/// `Row`: a row, and whether it is hidden.
pub(super) const ROW: u16 = 0x0208;
/// `RK`: a cell with a packed number.
pub(super) const RK: u16 = 0x027E;
/// `Format`: a number format.
pub(super) const FORMAT: u16 = 0x041E;
/// `BOF`: the beginning of the workbook part, of a sheet or of a chart inside one.
pub(super) const BEGIN: u16 = 0x0809;

/// A record with those that continue it.
#[derive(Debug)]
pub(super) struct BiffRecord<'a> {
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
    type Item = BiffRecord<'a>;

    fn next(&mut self) -> Option<BiffRecord<'a>> {
        let (id, data) = self.take()?;
        let mut more = Vec::new();
        while u16_at(self.rest, 0) == Some(CONTINUE) {
            more.push(self.take()?.1);
        }
        Some(BiffRecord { id, data, more })
    }
}
