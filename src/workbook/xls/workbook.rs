//! What stands before the sheets: tabs, shared texts, number formats.

use super::record::{self, Record, Records};
use super::strings::{self, Fields};
use crate::workbook::binary::{u16_at, usize_at};
use crate::workbook::format::Styles;
use crate::workbook::limit;
use crate::workbook::refusal::Refusal;
use crate::workbook::strings::SharedStrings;

/// Version number of the format that Excel has written since 97.
const BIFF8: u16 = 0x0600;

/// What all sheets share.
#[derive(Default)]
pub(super) struct Globals {
    /// Tabs from the left.
    pub tab: Vec<Tab>,
    /// Texts that cells point into.
    pub strings: SharedStrings,
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

impl Globals {
    /// Reads the records before the first sheet.
    pub fn read(stream: &[u8]) -> Result<Self, Refusal> {
        let mut globals = Self::default();
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
                    if let Some((id, code)) = strings::format(&record) {
                        globals.styles.define(u32::from(id), &code);
                    }
                }
                record::STYLE => globals
                    .styles
                    .push(u16_at(record.data, 2).unwrap_or(0).into(), false),
                record::TAB if globals.tab.len() < limit::SHEETS => {
                    globals.tab.extend(tab(&record));
                }
                record::SHARED_STRINGS => globals.strings = strings::shared(&record)?,
                record::END => return Ok(globals),
                _ => {}
            }
        }
        Err(Refusal::Incomplete)
    }
}

fn tab(record: &Record<'_>) -> Option<Tab> {
    Some(Tab {
        start: usize_at(record.data, 0)?,
        hidden: record.data.get(4)? & 3 != 0,
        is_worksheet: *record.data.get(5)? == 0,
        name: Fields::new(record, 6)?.short_text()?,
    })
}
