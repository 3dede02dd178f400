//! Text that does not fit its place.
//!
//! typst says nothing when a long word is wider than its table cell: it runs
//! over the border, over the next cell's text, or off the page.

use typst::layout::{Abs, FrameItem};
use typst::visualize::Geometry;
use typst_layout::Page;

use super::compile::Typeset;
use super::frame::{Placed, placed};
use super::text::{TextItem, of_page};

/// What may stick out without being seen: kerning, rounding, a hairline.
const TOLERANCE: f64 = 0.5;

/// A text that does not fit, and what it runs into.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// Physical page, from 1.
    pub page: usize,
    /// The text.
    pub text: String,
    /// What it runs into.
    pub obstacle: Obstacle,
}

/// What a text can run into.
#[derive(Debug, Clone, PartialEq)]
pub enum Obstacle {
    /// The edge of the page: part of the text is off the paper.
    PageEdge,
    /// A vertical line, such as a cell's border.
    Border,
    /// Another text on the same line.
    Text(String),
}

/// Finds text that does not fit its place. Turned text (a watermark, a turned
/// heading) is left out.
pub fn overlap(typeset: &Typeset<'_>) -> Vec<Overlap> {
    let page = (1..).zip(typeset.document.pages());
    page.flat_map(|(number, page)| on_page(number, page))
        .collect()
}

fn on_page(number: usize, page: &Page) -> Vec<Overlap> {
    let mut text = of_page(page);
    text.retain(|item| item.upright && !item.text.trim().is_empty());
    text.sort_by(|a, b| a.y_pt.total_cmp(&b.y_pt).then(a.x_pt.total_cmp(&b.x_pt)));
    let mut border: Vec<Border> = placed(&page.frame).iter().filter_map(Border::new).collect();
    border.sort_by(|a, b| a.x.total_cmp(&b.x));
    let width = page.frame.width().to_pt();
    let height = page.frame.height().to_pt();

    let mut out = Vec::new();
    for (index, item) in text.iter().enumerate() {
        let mut found = |obstacle| {
            out.push(Overlap {
                page: number,
                text: item.text.clone(),
                obstacle,
            });
        };
        if item.x_pt < -TOLERANCE
            || item.end_pt() > width + TOLERANCE
            || item.y_pt > height + TOLERANCE
            || item.y_pt < -TOLERANCE
        {
            found(Obstacle::PageEdge);
        }
        if is_cut(item, &border) {
            found(Obstacle::Border);
        }
        // Sorted by height: once below the line, always below it.
        let line = text[index + 1..]
            .iter()
            .take_while(|next| next.y_pt - item.y_pt < item.size_pt);
        for other in line.filter(|next| item.same_line(next)) {
            if shared_width(item, other) > TOLERANCE {
                found(Obstacle::Text(other.text.clone()));
            }
        }
    }
    out
}

/// How much of a line two texts share; negative where there is a gap.
fn shared_width(a: &TextItem, b: &TextItem) -> f64 {
    a.end_pt().min(b.end_pt()) - a.x_pt.max(b.x_pt)
}

/// A vertical line.
struct Border {
    x: f64,
    top: f64,
    bottom: f64,
}

impl Border {
    fn new(placed: &Placed<'_>) -> Option<Self> {
        let FrameItem::Shape(shape, _) = placed.item else {
            return None;
        };
        let Geometry::Line(end) = shape.geometry else {
            return None;
        };
        if shape.stroke.is_none() || !placed.is_upright() || end.x.abs() > Abs::pt(0.01) {
            return None;
        }
        let start = placed.origin().y.to_pt();
        let end = start + placed.down(end.y).to_pt();
        let x = placed.origin().x.to_pt();
        Some(Self {
            x,
            top: start.min(end),
            bottom: start.max(end),
        })
    }
}

/// Whether one of the lines, sorted from left to right, goes through the
/// letters of a text.
fn is_cut(item: &TextItem, border: &[Border]) -> bool {
    let from = border.partition_point(|border| border.x <= item.x_pt + TOLERANCE);
    let inside = border[from..]
        .iter()
        .take_while(|border| border.x < item.end_pt() - TOLERANCE);
    // Half the height of a small letter: borders end at the lines between rows.
    let middle = item.y_pt - 0.25 * item.size_pt;
    inside
        .into_iter()
        .any(|border| border.top < middle && middle < border.bottom)
}
