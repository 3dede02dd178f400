//! The workbook part: its tabs and how it calculates.

use quick_xml::events::{BytesStart, Event};

use crate::workbook::limit;
use crate::workbook::text::unescape;
use crate::workbook::xml::{Malformed, Xml, attribute, flag};

/// What the workbook part says.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Tabs from the left.
    pub tab: Vec<Tab>,
    /// Whether serial numbers of dates count from 1904.
    pub is_1904: bool,
    /// Whether Excel is to calculate everything when it opens the file, so that
    /// the stored results may be place-holders of the program that wrote it.
    pub recalculates: bool,
}

/// A tab.
#[derive(Debug)]
pub(super) struct Tab {
    /// Name that the user sees.
    pub name: String,
    /// Whether it is hidden, by the menu or by a program.
    pub hidden: bool,
    /// Id of the relationship to its part.
    pub relation: String,
}

impl Index {
    /// Reads the workbook part.
    pub fn read(text: &str) -> Result<Self, Malformed> {
        let mut index = Self::default();
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Event::Start(e) => match e.local_name().as_ref() {
                    "sheet" if index.tab.len() < limit::SHEETS => index.tab.push(tab(&e)),
                    // An extension has an element of the same name without the attribute.
                    "workbookPr" => index.is_1904 |= flag(&e, "date1904"),
                    "calcPr" => index.recalculates |= flag(&e, "fullCalcOnLoad"),
                    _ => {}
                },
                Event::Eof => return Ok(index),
                _ => {}
            }
        }
    }
}

fn tab(element: &BytesStart<'_>) -> Tab {
    let get = |name| attribute(element, name).unwrap_or_default();
    Tab {
        name: unescape(&get("name")).into_owned(),
        hidden: !matches!(get("state").as_ref(), "" | "visible"),
        relation: get("id").into_owned(),
    }
}
