//! `OpenDocument` spreadsheets (`.ods`), as `LibreOffice` writes them.
//!
//! Rows and cells may be written once with a count of how often they repeat. The
//! count is a claim like any size: empty ones are never expanded, and those with
//! content only within the limits.

mod cell;
mod sheet;
mod styles;

use quick_xml::events::Event;

use self::styles::Styles;
use super::grid::Intake;
use super::limit;
use super::package::Package;
use super::refusal::Refusal;
use super::xml::{Xml, attribute};

/// Reads all tables of the package.
pub(super) fn read(package: &mut Package, intake: &mut Intake) -> Result<(), Refusal> {
    // A locked document keeps its plain list of parts, which says how each is encrypted.
    let manifest = package.text("META-INF/manifest.xml")?;
    if manifest.is_some_and(|text| text.contains("encryption-data")) {
        return Err(Refusal::Locked);
    }
    let mut styles = Styles::default();
    if let Some(text) = package.text("styles.xml")? {
        // Named styles; without them cells only lose their number formats.
        styles.read(&text);
    }
    let text = package
        .text("content.xml")?
        .ok_or_else(|| Refusal::damaged("content.xml"))?;
    styles.read(&text);

    let mut xml = Xml::new(&text);
    let mut in_body = false;
    let mut place = 0;
    loop {
        match xml.next().map_err(|_| Refusal::damaged("content.xml"))? {
            Event::Start(e) => match e.local_name().as_ref() {
                "spreadsheet" => in_body = true,
                // Changes that are tracked hold cells that are no longer there.
                "tracked-changes" if in_body => {
                    xml.skip().map_err(|_| Refusal::damaged("content.xml"))?;
                }
                "table" if in_body => {
                    let name = attribute(&e, "name").unwrap_or_default();
                    let hidden = attribute(&e, "style-name")
                        .is_some_and(|style| styles.is_hidden_table(&style));
                    let mut grid = intake.sheet(place, &name, hidden);
                    let whole = sheet::read(&mut xml, &styles, &mut grid);
                    if whole.is_err() {
                        grid.broken();
                    }
                    // Tables named after a file are copies of other workbooks' sheets.
                    if !name.starts_with("'file:") {
                        grid.finish();
                        place += 1;
                    }
                    if whole.is_err() || place >= limit::SHEETS {
                        return Ok(());
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
