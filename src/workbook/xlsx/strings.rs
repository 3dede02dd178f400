//! The shared texts: counted before calamine decodes them, and which of their letters
//! are struck out or raised. Completes `DataRef::SharedString`.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::workbook::cleaned::Cleaned;
use crate::workbook::limit;
use crate::workbook::package::{Package, decode, is_utf16};
use crate::workbook::refusal::Refusal;
use crate::workbook::runs::{self, Run};
use crate::workbook::xml::Xml;

/// What is known of the shared texts.
pub(super) struct Strings {
    /// Name of their part.
    pub part: String,
    /// Whether calamine may read the part as it is.
    pub is_trusted: bool,
    /// Texts of which letters are struck out or raised, by their places.
    pub runs: HashMap<usize, Vec<Run>>,
    /// Long texts that were cleaned.
    pub cleaned: Cleaned,
}

impl Strings {
    /// Looks at the part; with `all`, keeps the runs of every text that has formatting.
    pub fn read(package: &mut Package, part: String, all: bool) -> Result<Self, Refusal> {
        let bytes = package.part(&part)?.unwrap_or_default();
        let is_utf8 = !is_utf16(&bytes);
        let text = decode(bytes).ok_or_else(|| Refusal::damaged(&part))?;
        // At least as many as there are: the name may have a prefix.
        let count = text.matches("<si").count() + text.matches(":si").count();
        if count > limit::STRINGS || text.len() > limit::STRING_BYTES + 40 * count {
            return Err(Refusal::UnpacksTooLarge);
        }
        Ok(Self {
            is_trusted: is_utf8 && claimed(&text).is_none_or(|claimed| claimed <= count),
            runs: if has_marks(&text, all) {
                marked(&text, all)
            } else {
                HashMap::new()
            },
            part,
            cleaned: Cleaned::default(),
        })
    }
}

/// Whether letters of some texts may be struck out or raised; few workbooks have any,
/// and looking is much faster than reading.
fn has_marks(text: &str, all: bool) -> bool {
    all || text.contains("strike") || text.contains("superscript")
}

/// The runs of marked texts; with `all`, of every text that has formatting of its own.
fn marked(text: &str, all: bool) -> HashMap<usize, Vec<Run>> {
    let mut list = HashMap::new();
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

/// How many texts the part says it has, for which calamine makes room at once.
fn claimed(text: &str) -> Option<usize> {
    let (_, behind) = head(text).split_once("uniqueCount")?;
    let digits = behind.split(['"', '\'']).nth(1)?;
    // What cannot be read is as good as a lie.
    Some(digits.trim().parse().unwrap_or(usize::MAX))
}

/// The part without what it says of its number of texts.
pub(super) fn without_claim(text: &str) -> String {
    let head = head(text);
    let rest = text.get(head.len()..).unwrap_or_default();
    head.replace("uniqueCount", "claim") + rest
}

/// The part up to the first text.
fn head(text: &str) -> &str {
    let end = [text.find("<si"), text.find(":si")]
        .into_iter()
        .flatten()
        .min();
    text.get(..end.unwrap_or(text.len())).unwrap_or(text)
}
