//! What stands before the sheets: tabs, shared texts, number formats.

use super::record::{self, BiffRecord, Records};
use crate::workbook::binary::{u16_at, usize_at, utf16_at};
use crate::workbook::format::{Look, Styles};
use crate::workbook::limit;
use crate::workbook::refusal::Refusal;

/// Version number of the format that Excel has written since 97.
const BIFF8: u16 = 0x0600;

/// What all sheets share.
#[derive(Default)]
pub(super) struct Globals<'s> {
    /// Tabs from the left.
    pub tab: Vec<Tab>,
    /// The table of texts that cells point into, for calamine.
    pub shared: Vec<BiffRecord<'s>>,
    /// Number formats by style.
    pub styles: Styles,
    /// Whether serial numbers of dates count from 1904.
    pub is_1904: bool,
}

/// A tab.
pub(super) struct Tab {
    /// Name that the user sees.
    pub name: String,
    /// Whether it is hidden, by the menu or by a program.
    pub hidden: bool,
    /// Whether it has cells; charts and macro sheets have none.
    pub is_worksheet: bool,
    /// Place of its first record in the stream.
    pub start: usize,
}

impl<'s> Globals<'s> {
    /// Reads the records before the first sheet.
    pub fn read(stream: &'s [u8]) -> Result<Self, Refusal> {
        let mut globals = Self::default();
        let mut fonts = Vec::new();
        let mut records = Records::new(stream);
        let version = records
            .next()
            .filter(|first| first.id == record::BEGIN)
            .and_then(|first| u16_at(first.data, 0));
        match version {
            Some(BIFF8) => {}
            Some(_) => return Err(Refusal::OtherSpreadsheet("Excel 95")),
            None => return Err(Refusal::damaged("Workbook")),
        }
        for record in records {
            match record.id {
                record::FILE_PASS => return Err(Refusal::Locked),
                record::DATE_MODE => globals.is_1904 = u16_at(record.data, 0) == Some(1),
                record::FORMAT => {
                    if let Some((id, code)) = format(&record) {
                        globals.styles.define(u32::from(id), &code);
                    }
                }
                // The bit `fStrikeOut`.
                record::FONT => fonts.push(u16_at(record.data, 2).unwrap_or(0) & 8 != 0),
                record::STYLE => {
                    let font = usize::from(u16_at(record.data, 0).unwrap_or(0));
                    // No font has the number 4.
                    let struck = fonts.get(font - usize::from(font > 4));
                    let format = u16_at(record.data, 2).unwrap_or(0).into();
                    let look = Look {
                        struck: struck.copied().unwrap_or(false),
                        unseen: false,
                    };
                    globals.styles.push(format, look);
                }
                record::TAB if globals.tab.len() < limit::SHEETS => {
                    globals.tab.extend(tab(&record));
                }
                record::SHARED_STRINGS => globals.shared = vec![record],
                record::END => return Ok(globals),
                _ => {}
            }
        }
        Err(Refusal::Incomplete)
    }
}

fn tab(record: &BiffRecord<'_>) -> Option<Tab> {
    Some(Tab {
        start: usize_at(record.data, 0)?,
        hidden: record.data.get(4)? & 3 != 0,
        is_worksheet: *record.data.get(5)? == 0,
        name: text(record.data.get(7..)?, (*record.data.get(6)?).into())?,
    })
}

/// The number format code of a `Format` record, and the format's number.
fn format(record: &BiffRecord<'_>) -> Option<(u16, String)> {
    let count = u16_at(record.data, 2)?.into();
    Some((u16_at(record.data, 0)?, text(record.data.get(4..)?, count)?))
}

/// A text of `count` characters behind its flags: one byte each (the lower half of a
/// UTF-16 unit) or two.
fn text(bytes: &[u8], count: usize) -> Option<String> {
    let (flags, rest) = bytes.split_first()?;
    if flags & 1 != 0 {
        return utf16_at(rest, 0, count);
    }
    Some(
        rest.get(..count)?
            .iter()
            .map(|byte| char::from(*byte))
            .collect(),
    )
}
