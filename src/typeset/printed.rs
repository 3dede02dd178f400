//! What stands on the pages: the cells of every numbered table, and the text
//! around them.
//!
//! typst marks each cell of a table in the frames, for the tags of the PDF. Those
//! marks tell row and column of every text without a further mark of the
//! templates', so that looking costs the layout nothing.

use std::collections::HashMap;

use typst::foundations::{Label, Smart, StyleChain};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Transform};
use typst::model::{HeadingElem, TableCell};
use typst::pdf::{ArtifactElem, TableCellKind};
use typst::text::TextItem;
use typst::utils::PicoStr;

use super::area::Area;
use super::compile::Typeset;
use super::table_pages;

/// Label of the heading from which on the pages speak of the document itself.
const COLOPHON: &str = "kolofon";

/// Label of the mark behind which a part up to the next heading repeats what the document
/// says elsewhere.
const QUOTED: &str = "salinan";

/// A cell of a table as it was laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedCell {
    /// Row, from 0; the rows of the heading count.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
    /// Rows that it covers.
    pub rowspan: usize,
    /// Its text, lines joined without a sign.
    pub text: String,
    /// Where it stands: an area on each of its pages, in their order.
    pub areas: Vec<Area>,
}

/// A numbered table as it was laid out. Headings, repeated or not, and the
/// running parents in them are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedTable {
    /// Its number as printed, `Tabel 6.1`.
    pub number: String,
    /// The cells of its body, in the order in which they were laid out.
    pub cells: Vec<PrintedCell>,
}

/// What stands on the pages of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Printed {
    /// Its numbered tables.
    pub tables: Vec<PrintedTable>,
    /// Text outside of numbered tables, by page.
    pub text: Vec<String>,
}

/// Reads the pages up to the colophon, which quotes the very cells it complains of.
pub fn printed(typeset: &Typeset<'_>) -> Printed {
    let mut reader = Reader {
        entry: label(table_pages::ENTRY),
        colophon: label(COLOPHON),
        quoted: label(QUOTED),
        ..Reader::default()
    };
    for (page, laid_out) in (1..).zip(typeset.document.pages()) {
        reader.page = page;
        reader.out.text.push(String::new());
        reader.frame(&laid_out.frame, Transform::identity());
        if reader.ended {
            break;
        }
    }
    reader.out
}

fn label(name: &str) -> Option<Label> {
    Label::new(PicoStr::intern(name))
}

#[derive(Default)]
struct Reader {
    out: Printed,
    page: usize,
    entry: Option<Label>,
    colophon: Option<Label>,
    /// Whether the colophon has begun.
    ended: bool,
    quoted: Option<Label>,
    /// Whether what stands here is said elsewhere.
    is_quoted: bool,
    /// Index of the numbered table whose rows may follow.
    current: Option<usize>,
    /// Where the text of an open or broken cell goes; `None` for a heading's.
    place: HashMap<Location, Option<(usize, usize)>>,
    /// Cells inside which the walk is, the innermost last.
    open: Vec<Location>,
}

impl Reader {
    fn frame(&mut self, frame: &Frame, outer: Transform) {
        for (position, item) in frame.items() {
            if self.ended {
                return;
            }
            let placed = outer.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    // A cell that runs over pages is one group a page.
                    let parent = group.parent.map(|parent| parent.location);
                    let cell = parent.filter(|location| self.place.contains_key(location));
                    self.open.extend(cell);
                    self.frame(&group.frame, placed.pre_concat(group.transform));
                    if cell.is_some() {
                        self.open.pop();
                    }
                }
                FrameItem::Tag(tag) => self.tag(tag),
                FrameItem::Text(text) => self.text(text, placed),
                FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) => {}
            }
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let element = match tag {
            Tag::Start(element, _) => element,
            Tag::End(location, ..) => {
                if self.open.last() == Some(location) {
                    self.open.pop();
                }
                return;
            }
        };
        if let Some(cell) = element.to_packed::<TableCell>() {
            self.cell(tag.location(), cell);
        } else if element.is::<ArtifactElem>() {
            // Footers, and the mark of a draft, are no text of the document.
            self.place.insert(tag.location(), None);
            self.open.push(tag.location());
        } else if element.label() == self.quoted && self.quoted.is_some() {
            self.is_quoted = true;
        } else if element.label() == self.entry && self.entry.is_some() {
            let number = element
                .to_packed::<MetadataElem>()
                .and_then(|entry| table_pages::number(&entry.value));
            if let Some(number) = number {
                self.current = Some(self.out.tables.len());
                self.out.tables.push(PrintedTable {
                    number,
                    cells: Vec::new(),
                });
            }
        } else if element.is::<HeadingElem>() {
            self.current = None;
            self.is_quoted = false;
            self.ended |= self.colophon.is_some() && element.label() == self.colophon;
        }
    }

    fn cell(&mut self, location: Location, cell: &TableCell) {
        let style = StyleChain::default();
        // The last rows of a table are its footer, so that no page parts them.
        let heading = matches!(
            cell.kind.get(style),
            Smart::Custom(TableCellKind::Header(..))
        );
        let place = match (heading || cell.is_repeated.get(style), self.current) {
            (false, Some(table)) => {
                let cells = &mut self.out.tables[table].cells;
                let at = |place: Smart<usize>| place.custom().unwrap_or_default();
                cells.push(PrintedCell {
                    row: at(cell.y.get(style)),
                    column: at(cell.x.get(style)),
                    rowspan: cell.rowspan.get(style).get(),
                    text: String::new(),
                    areas: Vec::new(),
                });
                Some((table, cells.len() - 1))
            }
            // A table without a number is text; its heading is not.
            (false, None) => return,
            (true, _) => None,
        };
        self.place.insert(location, place);
        self.open.push(location);
    }

    fn text(&mut self, item: &TextItem, placed: Transform) {
        let text = item.text.as_str();
        let place = self.open.last().and_then(|open| self.place.get(open));
        match place {
            Some(Some((table, cell))) => {
                let cell = &mut self.out.tables[*table].cells[*cell];
                cell.text.push_str(text);
                let area = Area::of_text(self.page, item, placed);
                match cell.areas.last_mut() {
                    Some(last) if last.page == area.page => *last = last.with(area),
                    _ => cell.areas.push(area),
                }
            }
            Some(None) => {}
            None if self.is_quoted => {}
            None => {
                if let Some(page) = self.out.text.last_mut() {
                    page.push_str(text);
                    page.push(' ');
                }
            }
        }
    }
}
