//! Excel's XML format (`.xlsx`, `.xlsm`), transitional and strict.
//!
//! Each part is inflated once and walked once.

mod drawings;
mod sheet;
mod strings;
mod styles;
mod workbook;

use self::workbook::Index;
use super::format::Styles;
use super::grid::Intake;
use super::opc;
use super::package::Package;
use super::refusal::Refusal;
use super::xml::Xml;

/// Reads all worksheets of the package.
pub(super) fn read(package: &mut Package, intake: &mut Intake) -> Result<(), Refusal> {
    let main = opc::main_part(package, "xl/workbook.xml")?;
    let text = package
        .text(&main)?
        .ok_or_else(|| Refusal::damaged(&main))?;
    let index = Index::read(&text).map_err(|_| Refusal::damaged(&main))?;
    let relations = opc::relationships(package, &main)?;

    let styles = match package.text(&opc::part(&relations, "styles", "xl/styles.xml"))? {
        Some(text) => styles::read(&text),
        None => Styles::default(),
    };
    let (strings, runs) = match package.text(&opc::part(
        &relations,
        "sharedStrings",
        "xl/sharedStrings.xml",
    ))? {
        Some(text) => (
            strings::read(&text)?,
            strings::runs(&text, styles.strikes()),
        ),
        None => Default::default(),
    };
    let recalculates = index.recalculates;
    let context = sheet::Context {
        strings: &strings,
        runs: &runs,
        has_cell_pictures: package.has("xl/richData/richValueRel.xml"),
        styles: &styles,
        recalculates,
    };
    for (place, tab) in index.tab.iter().enumerate() {
        let Some(part) = opc::worksheet(&relations, &tab.relation) else {
            continue;
        };
        let text = package.text(part)?;
        let drawings = drawings::read(package, part)?;
        let mut grid = intake.sheet(place, &tab.name, tab.hidden);
        grid.is_1904 = index.is_1904;
        grid.draw(drawings);
        match text {
            Some(text) => {
                if sheet::read(&mut Xml::new(&text), context, &mut grid).is_err() {
                    grid.broken();
                }
            }
            None => grid.broken(),
        }
        grid.finish();
    }
    Ok(())
}
