//! A part of a page.

use serde::{Deserialize, Serialize};
use typst::layout::{Abs, Point, Transform};
use typst::text::TextItem;

/// How far letters reach above and below their baseline, as a share of the font's size.
const ASCENT: f64 = 0.8;
const DESCENT: f64 = 0.25;

/// A part of a page, in points from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Physical page, from 1.
    pub page: usize,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// What a text covers.
    pub(super) fn of_text(page: usize, text: &TextItem, placed: Transform) -> Self {
        let (above, below) = (text.size * -ASCENT, text.size * DESCENT);
        let corner = |x: Abs, y: Abs| Point::new(x, y).transform(placed);
        let corners = [
            corner(Abs::zero(), above),
            corner(text.width(), above),
            corner(Abs::zero(), below),
            corner(text.width(), below),
        ];
        let x = corners.map(|corner| corner.x.to_pt());
        let y = corners.map(|corner| corner.y.to_pt());
        let least = |list: [f64; 4]| list.into_iter().fold(f64::INFINITY, f64::min);
        let most = |list: [f64; 4]| list.into_iter().fold(f64::NEG_INFINITY, f64::max);
        Self {
            page,
            x: least(x),
            y: least(y),
            width: most(x) - least(x),
            height: most(y) - least(y),
        }
    }

    /// The least area of the same page that covers both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self {
            page: self.page,
            x,
            y,
            width: right - x,
            height: bottom - y,
        }
    }

    /// Whether a point of its page is in it.
    pub fn covers(&self, x: f64, y: f64) -> bool {
        (self.x..=self.x + self.width).contains(&x) && (self.y..=self.y + self.height).contains(&y)
    }
}
