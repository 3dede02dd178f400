//! The pages over which each table runs.

use typst::foundations::{Label, Value};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::FrameItem;
use typst::model::{HeadingElem, TableElem};
use typst::utils::PicoStr;

use super::compile::Typeset;
use super::frame::placed;

/// Label of the entry that a template sets next to a table's caption.
pub(super) const ENTRY: &str = "entri-tabel";

/// A table and its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePages {
    /// Its number as printed, `Tabel 6.1`.
    pub number: String,
    /// Physical page of its caption, from 1.
    pub first: usize,
    /// Physical page on which it ends.
    pub last: usize,
}

/// The tables that are in the list of tables, in the order of the document. A
/// table's marks of start and end stand on the very pages where it starts and
/// ends, whatever follows it.
pub fn table_pages(typeset: &Typeset<'_>) -> Vec<TablePages> {
    let Some(entry) = Label::new(PicoStr::intern(ENTRY)) else {
        return Vec::new();
    };
    let mut span: Vec<TablePages> = Vec::new();
    // Tables that are open, with the span each belongs to.
    let mut open: Vec<(Location, usize)> = Vec::new();
    let mut current = None;
    for (page, laid_out) in (1..).zip(typeset.document.pages()) {
        for item in placed(&laid_out.frame) {
            let FrameItem::Tag(tag) = item.item else {
                continue;
            };
            match tag {
                Tag::Start(element, _) if element.label() == Some(entry) => {
                    let Some(number) = element
                        .to_packed::<MetadataElem>()
                        .and_then(|entry| number(&entry.value))
                    else {
                        continue;
                    };
                    current = Some(span.len());
                    span.push(TablePages {
                        number,
                        first: page,
                        last: page,
                    });
                }
                Tag::Start(element, _) if element.is::<HeadingElem>() => current = None,
                Tag::Start(element, _) if element.is::<TableElem>() => {
                    if let Some(index) = current {
                        open.push((tag.location(), index));
                    }
                }
                Tag::Start(..) => {}
                Tag::End(location, ..) => {
                    if let Some(at) = open.iter().position(|(open, _)| open == location) {
                        let (_, index) = open.swap_remove(at);
                        span[index].last = page;
                    }
                }
            }
        }
    }
    span
}

pub(super) fn number(value: &Value) -> Option<String> {
    let Value::Dict(entry) = value else {
        return None;
    };
    match entry.get("nomor").ok()? {
        Value::Str(number) => Some(number.to_string()),
        _ => None,
    }
}
