//! The styles part, of which number formats and struck-out fonts matter here.

use quick_xml::events::Event;

use crate::workbook::format::Styles;
use crate::workbook::limit;
use crate::workbook::xml::{Xml, attribute, flag, number};

/// Reads the number formats of all cell styles. A part that breaks off gives
/// those up to there, and cells with others count as unformatted.
pub(super) fn read(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut in_cell_styles = false;
    // Whether each font strikes out.
    let mut fonts: Vec<bool> = Vec::new();
    let mut in_fonts = false;
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
                "fonts" => in_fonts = true,
                "font" if in_fonts && fonts.len() < limit::STYLES => fonts.push(false),
                "strike" if in_fonts => {
                    if let Some(last) = fonts.last_mut() {
                        *last = attribute(&e, "val").is_none() || flag(&e, "val");
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let font = number::<usize>(&e, "fontId").unwrap_or(0);
                    let struck = fonts.get(font).copied().unwrap_or(false);
                    styles.push(number(&e, "numFmtId").unwrap_or(0), struck);
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "fonts" => in_fonts = false,
            Event::End(e) if e.local_name().as_ref() == "cellXfs" => break,
            Event::Eof => break,
            _ => {}
        }
    }
    styles
}
