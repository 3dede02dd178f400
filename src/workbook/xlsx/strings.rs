//! Texts: the part with the shared ones, and texts with formatting.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::workbook::refusal::Refusal;
use crate::workbook::runs::{self, Run};
use crate::workbook::strings::SharedStrings;
use crate::workbook::text::unescape;
use crate::workbook::xml::{Malformed, Xml};

/// Reads the part with the shared texts. How many it says it has is not looked
/// at. A part that breaks off gives the texts up to there.
pub(super) fn read(text: &str) -> Result<SharedStrings, Refusal> {
    let mut strings = SharedStrings::default();
    let mut xml = Xml::new(text);
    let mut one = String::new();
    while let Ok(event) = xml.next() {
        match event {
            Event::Start(e) if e.local_name().as_ref() == "si" => {
                one.clear();
                // Half a text would pass for a whole one; a missing one is reported.
                if rich_text(&mut xml, &mut one).is_err() {
                    break;
                }
                strings.push(&unescape(&one))?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(strings)
}

/// The runs of the texts of which letters are struck out or raised, by their
/// places; with `all`, of every text that has formatting of its own.
pub(super) fn runs(text: &str, all: bool) -> HashMap<usize, Vec<Run>> {
    let mut list = HashMap::new();
    // Few workbooks have any, and looking is much faster than reading.
    if !all && !text.contains("strike") && !text.contains("superscript") {
        return list;
    }
    let mut xml = Xml::new(text);
    let mut place = 0;
    while let Ok(event) = xml.next() {
        match event {
            Event::Start(e) if e.local_name().as_ref() == "si" => {
                let Ok(text) = runs::read(&mut xml) else {
                    break;
                };
                if runs::are_marked(&text) || (all && runs::are_mixed(&text)) {
                    list.insert(place, text);
                }
                place += 1;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    list
}

/// Appends the text of an element (`si`, `is`) whose start was read: that of its
/// runs, without phonetic guides.
fn rich_text(xml: &mut Xml<'_>, out: &mut String) -> Result<(), Malformed> {
    let mut depth = 1;
    while depth > 0 {
        match xml.inside()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "t" => xml.text(out)?,
                "rPh" => xml.skip()?,
                _ => depth += 1,
            },
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    Ok(())
}
