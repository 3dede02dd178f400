//! The styles part, of which number formats, struck-out fonts and letters that nobody
//! sees matter here.

use quick_xml::events::{BytesStart, Event};

use super::colour::Colour;
use crate::workbook::format::{Look, Styles};
use crate::workbook::limit;
use crate::workbook::xml::{Xml, attribute, flag, number};

/// A font, as far as it matters here.
#[derive(Debug, Clone, Default)]
struct Font {
    struck: bool,
    colour: Colour,
}

/// A part of the styles that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Fonts,
    Fills,
    Cells,
    Other,
}

/// Reads the number formats and the looks of all cell styles. A part that breaks off
/// gives those up to there, and cells with others count as unformatted.
pub(super) fn read(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut fonts: Vec<Font> = Vec::new();
    // The colour behind the letters; `None` for a pattern, on which they are seen.
    let mut fills: Vec<Option<Colour>> = Vec::new();
    let mut part = Part::Other;
    let mut xml = Xml::new(text);
    while let Ok(event) = xml.next() {
        match event {
            Event::Start(e) => match (part, e.local_name().as_ref()) {
                (_, "numFmt") => {
                    if let (Some(id), Some(code)) =
                        (number(&e, "numFmtId"), attribute(&e, "formatCode"))
                    {
                        styles.define(id, &code);
                    }
                }
                (_, "fonts") => part = Part::Fonts,
                (_, "fills") => part = Part::Fills,
                (_, "cellXfs") => part = Part::Cells,
                (Part::Fonts, "font") if fonts.len() < limit::STYLES => {
                    fonts.push(Font::default());
                }
                (Part::Fonts, name) => {
                    if let Some(last) = fonts.last_mut() {
                        last.take(name, &e);
                    }
                }
                (Part::Fills, "fill") if fills.len() < limit::STYLES => fills.push(None),
                (Part::Fills, name) => {
                    if let Some(last) = fills.last_mut() {
                        fill(last, name, &e);
                    }
                }
                (Part::Cells, "xf") => {
                    let font = number::<usize>(&e, "fontId").unwrap_or(0);
                    let behind = number::<usize>(&e, "fillId").unwrap_or(0);
                    let behind = fills.get(behind).and_then(Option::as_ref);
                    let look = fonts.get(font).map(|font| Look {
                        struck: font.struck,
                        unseen: behind == Some(&font.colour),
                    });
                    let id = number(&e, "numFmtId").unwrap_or(0);
                    styles.push(id, look.unwrap_or_default());
                }
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "fonts" | "fills" => part = Part::Other,
                "cellXfs" => break,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    styles
}

impl Font {
    /// Takes an element of the font.
    fn take(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "strike" => self.struck = attribute(element, "val").is_none() || flag(element, "val"),
            "color" => self.colour = Colour::read(element),
            _ => {}
        }
    }
}

/// Takes an element of a fill.
fn fill(behind: &mut Option<Colour>, name: &str, element: &BytesStart<'_>) {
    match name {
        "patternFill" => {
            let pattern = attribute(element, "patternType");
            *behind = match pattern.as_deref() {
                None | Some("none") => Some(Colour::paper()),
                // Black, unless the next element says another colour.
                Some("solid") => Some(Colour::default()),
                Some(_) => None,
            };
        }
        "fgColor" if behind.as_ref() == Some(&Colour::default()) => {
            *behind = Some(Colour::read(element));
        }
        _ => {}
    }
}
