//! Excel's old binary format (`.xls`, MS-XLS), as Excel 97 and later write it.

mod compound;
mod record;
mod sheet;
mod strings;
mod workbook;

pub(super) use compound::Compound;

use self::record::Records;
use self::workbook::Globals;
use super::grid::Intake;
use super::refusal::Refusal;

/// Reads all worksheets of a compound file, or says what else it is.
pub(super) fn read(compound: &Compound<'_>, intake: &mut Intake) -> Result<(), Refusal> {
    // A locked xlsx is a compound file around the encrypted package.
    if compound.has("EncryptedPackage") {
        return Err(Refusal::Locked);
    }
    let Some(stream) = compound.stream("Workbook")? else {
        return Err(not_excel(compound));
    };
    let globals = Globals::read(&stream)?;
    for (place, tab) in globals.tab.iter().enumerate() {
        if !tab.is_worksheet {
            continue;
        }
        let mut grid = intake.sheet(place, &tab.name, tab.hidden);
        grid.is_1904 = globals.is_1904;
        let records = stream.get(tab.start..).map(Records::new);
        if records
            .and_then(|records| sheet::read(records, &globals, &mut grid))
            .is_none()
        {
            grid.broken();
        }
        grid.finish();
    }
    Ok(())
}

/// What a compound file without a workbook of Excel 97 is.
fn not_excel(compound: &Compound<'_>) -> Refusal {
    if compound.has("Book") {
        Refusal::OtherSpreadsheet("Excel 95")
    } else if compound.has("WordDocument") {
        Refusal::Document("dokumen Word (.doc)")
    } else if compound.has("PowerPoint Document") {
        Refusal::Document("presentasi PowerPoint (.ppt)")
    } else {
        Refusal::Unknown
    }
}
