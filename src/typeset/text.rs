//! The text of a laid out document, with its places.

use typst::layout::{Frame, FrameItem};
use typst_layout::Page;

use super::compile::Typeset;
use super::frame::{Placed, placed};

/// A run of text in one font, on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct TextItem {
    /// The text.
    pub text: String,
    /// Left end, from the left edge of the page.
    pub x_pt: f64,
    /// Baseline, from the upper edge of the page.
    pub y_pt: f64,
    /// Width.
    pub width_pt: f64,
    /// Size of the font.
    pub size_pt: f64,
    /// Family of the font.
    pub font: String,
    /// Whether it stands upright; the places of turned text are those of its
    /// first letter.
    pub upright: bool,
    /// Characters that the font cannot show: an empty box stands there.
    pub missing: Vec<char>,
}

impl TextItem {
    /// Right end, from the left edge of the page.
    pub fn end_pt(&self) -> f64 {
        self.x_pt + self.width_pt
    }

    /// Whether `other` stands on the same line.
    pub(super) fn same_line(&self, other: &Self) -> bool {
        // Less than a superscript is raised.
        (self.y_pt - other.y_pt).abs() < 0.3 * self.size_pt.min(other.size_pt)
    }

    fn new(placed: &Placed<'_>) -> Option<Self> {
        let FrameItem::Text(item) = placed.item else {
            return None;
        };
        let origin = placed.origin();
        let missing = item.glyphs.iter().filter(|glyph| glyph.id == 0);
        Some(Self {
            text: item.text.to_string(),
            x_pt: origin.x.to_pt(),
            y_pt: origin.y.to_pt(),
            width_pt: placed.across(item.width()).to_pt(),
            size_pt: placed.down(item.size).to_pt(),
            font: item.font.font().info().family.clone(),
            upright: placed.is_upright(),
            missing: missing
                .flat_map(|glyph| item.text.get(glyph.range()).unwrap_or_default().chars())
                .collect(),
        })
    }
}

/// The text of every page, in the order in which it is drawn.
pub fn text_by_page(typeset: &Typeset<'_>) -> Vec<Vec<TextItem>> {
    typeset.document.pages().iter().map(of_page).collect()
}

/// Whether a frame has a letter that no font can show.
pub(super) fn lacks_glyph(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => lacks_glyph(&group.frame),
        FrameItem::Text(text) => text.glyphs.iter().any(|glyph| glyph.id == 0),
        FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {
            false
        }
    })
}

pub(super) fn of_page(page: &Page) -> Vec<TextItem> {
    placed(&page.frame)
        .iter()
        .filter_map(TextItem::new)
        .collect()
}
