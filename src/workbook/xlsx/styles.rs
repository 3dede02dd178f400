//! The styles part, of which only number formats matter here.

use quick_xml::events::Event;

use crate::workbook::format::Styles;
use crate::workbook::xml::{Xml, attribute, number};

/// Reads the number formats of all cell styles. A part that breaks off gives
/// those up to there, and cells with others count as unformatted.
pub(super) fn read(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut in_cell_styles = false;
    let mut xml = Xml::new(text);
    while let Ok(event) = xml.next() {
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (number(&e, "numFmtId"), attribute(&e, "formatCode"))
                    {
                        styles.define(id, &code);
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => styles.push(number(&e, "numFmtId").unwrap_or(0)),
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "cellXfs" => break,
            Event::Eof => break,
            _ => {}
        }
    }
    styles
}
