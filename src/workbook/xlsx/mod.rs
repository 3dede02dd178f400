//! Excel's XML format (`.xlsx`, `.xlsm`), transitional and strict.
//!
//! Calamine decodes the cells. It is given a package of our own, with the usual names
//! and without what it would take on trust, and its stream of cells runs in lockstep
//! with a walk over the same part for what it does not tell.

mod colour;
mod drawings;
mod sheet;
mod source;
mod strings;
mod styles;
mod walk;
mod workbook;

use std::collections::HashSet;

use self::source::Source;
use self::strings::Strings;
use self::walk::Walk;
use self::workbook::Index;
use super::format::Styles;
use super::grid::{Grid, Intake};
use super::opc::{self, Relationship};
use super::package::Package;
use super::refusal::Refusal;

/// What all sheets of a workbook share.
struct Context {
    /// Number formats by style.
    styles: Styles,
    /// The shared texts, but for what calamine decodes of them.
    strings: Strings,
    /// Whether stored results may never have been calculated.
    recalculates: bool,
    /// Whether the file has pictures in place of what cells hold.
    has_cell_pictures: bool,
}

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
    let strings = opc::part(&relations, "sharedStrings", "xl/sharedStrings.xml");
    let strings = Strings::read(package, strings, styles.strikes())?;
    let mut context = Context {
        strings,
        recalculates: index.recalculates,
        has_cell_pictures: package.has("xl/richData/richValueRel.xml"),
        styles,
    };
    let parts = worksheets(package, &index, &relations)?;
    let mut source = Source::open(package, &context.strings, &parts)?;
    for (place, part) in parts {
        let Some(tab) = index.tab.get(place) else {
            continue;
        };
        let text = package.text(&part)?;
        let drawings = drawings::read(package, &part)?;
        let mut grid = intake.sheet(place, &tab.name, tab.hidden);
        grid.is_1904 = index.is_1904;
        grid.draw(drawings);
        let whole = match &text {
            Some(text) => source.sheet(package, place, text, &mut context, &mut grid)?,
            None => false,
        };
        if !whole {
            grid.broken();
        }
        grid.finish();
    }
    Ok(())
}

/// Place and part of each worksheet. Two tabs never have the same part, but in a file
/// that is made to keep a reader busy.
fn worksheets(
    package: &Package,
    index: &Index,
    relations: &[Relationship],
) -> Result<Vec<(usize, String)>, Refusal> {
    let mut parts = Vec::new();
    let mut seen = HashSet::new();
    for (place, tab) in index.tab.iter().enumerate() {
        let Some(part) = opc::worksheet(relations, &tab.relation) else {
            continue;
        };
        if package.has(part) && !seen.insert(part.to_lowercase()) {
            return Err(Refusal::damaged(part));
        }
        parts.push((place, part.to_owned()));
    }
    Ok(parts)
}

/// Walks a part in lockstep with calamine; whether it was read to its end.
fn lockstep(
    text: &str,
    cells: &mut source::Cells<'_>,
    context: &mut Context,
    grid: &mut Grid<'_>,
) -> bool {
    let mut walk = Walk::new(text);
    super::guard::guarded(|| sheet::read(&mut walk, cells, context, grid).is_ok()).unwrap_or(false)
}
