//! Excel's binary package (`.xlsb`, MS-XLSB): the parts of an xlsx, as records
//! in place of XML.

mod record;
mod sheet;
mod styles;

use self::record::{Record, Records, wide_text};
use super::binary::u32_at;
use super::format::Styles;
use super::grid::Intake;
use super::package::Package;
use super::refusal::Refusal;
use super::strings::SharedStrings;
use super::{limit, opc};

/// Reads all worksheets of the package.
pub(super) fn read(package: &mut Package, intake: &mut Intake) -> Result<(), Refusal> {
    let main = opc::main_part(package, "xl/workbook.bin")?;
    let bytes = package
        .part(&main)?
        .ok_or_else(|| Refusal::damaged(&main))?;
    let relations = opc::relationships(package, &main)?;

    let strings = match package.part(&opc::part(
        &relations,
        "sharedStrings",
        "xl/sharedStrings.bin",
    ))? {
        Some(bytes) => shared_strings(&bytes)?,
        None => SharedStrings::default(),
    };
    let styles = match package.part(&opc::part(&relations, "styles", "xl/styles.bin"))? {
        Some(bytes) => styles::read(&bytes),
        None => Styles::default(),
    };
    let mut is_1904 = false;
    let mut place = 0;
    for record in Records::new(&bytes) {
        match record.id {
            record::WORKBOOK_PROPERTIES => {
                is_1904 = u32_at(record.data, 0).is_some_and(|flags| flags & 1 != 0);
            }
            record::TAB if place < limit::SHEETS => {
                let tab = Tab::read(record).ok_or_else(|| Refusal::damaged(&main))?;
                place += 1;
                let Some(part) = opc::worksheet(&relations, &tab.relation) else {
                    continue;
                };
                let bytes = package.part(part)?;
                let mut grid = intake.sheet(place - 1, &tab.name, tab.hidden);
                grid.is_1904 = is_1904;
                if bytes
                    .and_then(|bytes| sheet::read(&bytes, &strings, &styles, &mut grid))
                    .is_none()
                {
                    grid.broken();
                }
                grid.finish();
            }
            _ => {}
        }
    }
    Ok(())
}

/// A tab (`BrtBundleSh`).
struct Tab {
    name: String,
    hidden: bool,
    relation: String,
}

impl Tab {
    fn read(record: Record<'_>) -> Option<Self> {
        let (relation, next) = wide_text(record.data, 8)?;
        let (name, _) = wide_text(record.data, next)?;
        Some(Self {
            name,
            hidden: u32_at(record.data, 0)? != 0,
            relation,
        })
    }
}

/// The table of shared texts. A text whose record is malformed is empty, so that
/// those after it keep their places.
fn shared_strings(bytes: &[u8]) -> Result<SharedStrings, Refusal> {
    let mut strings = SharedStrings::default();
    for record in Records::new(bytes).filter(|record| record.id == record::SHARED_STRING) {
        // A byte of flags stands before the text; formatting runs come after it.
        let text = wide_text(record.data, 1).map_or(String::new(), |(text, _)| text);
        strings.push(&text)?;
    }
    Ok(strings)
}
