//! Excel's old binary format (`.xls`, MS-XLS), as Excel 97 and later write it.
//!
//! The `cfb` crate opens the container and calamine decodes the values. Calamine reads
//! all sheets at once into tables as wide and high as their outermost cells, with a copy
//! of each shared text in every cell; so it is given one sheet of our own, in which the
//! values of all sheets stand one after the other. Positions, number formats, hidden
//! rows and merged areas come from a walk over the records.

mod found;
mod record;
mod sheet;
mod values;
mod workbook;

use std::io::{Cursor, Read};

use self::record::Records;
use self::values::Slots;
use self::workbook::Globals;
use super::grid::Intake;
use super::guard::guarded;
use super::limit;
use super::refusal::Refusal;

/// A compound file in memory.
type Compound<'b> = cfb::CompoundFile<Cursor<&'b [u8]>>;

/// Reads all worksheets of a compound file, or says what else it is.
pub(super) fn read(bytes: &[u8], intake: &mut Intake) -> Result<(), Refusal> {
    let stream = guarded(|| workbook_stream(bytes)).unwrap_or(Err(Refusal::damaged("Workbook")))?;
    let globals = Globals::read(&stream)?;
    let worksheets = || {
        globals
            .tab
            .iter()
            .enumerate()
            .filter(|(_, tab)| tab.is_worksheet)
    };
    let mut slots = Slots::default();
    for (_, tab) in worksheets() {
        if let Some(records) = stream.get(tab.start..).map(Records::new) {
            sheet::walk(records, |found| slots.take(&found));
        }
    }
    let values = slots.decode(&globals.shared)?;
    let mut place_in_slots = values.begin();
    for (place, tab) in worksheets() {
        let mut grid = intake.sheet(place, &tab.name, tab.hidden);
        grid.is_1904 = globals.is_1904;
        let records = stream.get(tab.start..).map(Records::new);
        let whole = records.is_some_and(|records| {
            sheet::walk(records, |found| {
                sheet::put(found, &globals, &mut place_in_slots, &mut grid);
            })
        });
        if !whole {
            grid.broken();
        }
        grid.finish();
    }
    Ok(())
}

/// The stream with the workbook.
fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut compound = Compound::open(Cursor::new(bytes)).map_err(|_| Refusal::Incomplete)?;
    // A locked xlsx is a compound file around the encrypted package.
    if compound.exists("EncryptedPackage") {
        return Err(Refusal::Locked);
    }
    if !compound.is_stream("Workbook") {
        return Err(not_excel(&compound));
    }
    let entry = compound
        .open_stream("Workbook")
        .map_err(|_| Refusal::Incomplete)?;
    let mut stream = Vec::new();
    entry
        .take(limit::XLS_BYTES)
        .read_to_end(&mut stream)
        .map_err(|_| Refusal::Incomplete)?;
    Ok(stream)
}

/// What a compound file without a workbook of Excel 97 is.
fn not_excel(compound: &Compound<'_>) -> Refusal {
    if compound.exists("Book") {
        Refusal::OtherSpreadsheet("Excel 95")
    } else if compound.exists("WordDocument") {
        Refusal::Document("dokumen Word (.doc)")
    } else if compound.exists("PowerPoint Document") {
        Refusal::Document("presentasi PowerPoint (.ppt)")
    } else {
        Refusal::Unknown
    }
}
