//! The text of a page over its picture: to select, to search, and to find the cell of the
//! workbook that says it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::cell_address::address;
use crate::pipeline::PlacedCell;
use crate::typeset::{Area, Pages, TextItem};

/// Letters from which on a line of text tells the cell that it is of.
const TELLING: usize = 12;
/// Gaps on a line, as shares of the font's size: a blank, and what parts two lines.
const BLANK: f64 = 0.15;
const APART: f64 = 1.2;

/// Laid out pages with the cells of the workbook that they show.
#[derive(Clone)]
pub(super) struct Drawn {
    pub pages: Pages,
    cells: Arc<Cells>,
}

/// What is printed of the workbook, by its kind.
struct Cells {
    /// In tables: address and place.
    table: Vec<(String, Area)>,
    /// In text: address, first page, and its letters alone.
    text: Vec<(String, usize, String)>,
}

/// The text of a page.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PageText {
    /// Its lines, in the order in which they are drawn.
    baris: Vec<Line>,
}

/// A line of text, in points from the page's upper left corner.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    teks: String,
    x: f64,
    /// The baseline.
    y: f64,
    lebar: f64,
    /// Of the font.
    ukuran: f64,
    /// `'T-C.27'!K11`, the cell that says it, where that is known.
    sel: Option<String>,
}

impl Drawn {
    pub(super) fn new(pages: Pages, cells: Vec<PlacedCell>) -> Self {
        let (mut table, mut text) = (Vec::new(), Vec::new());
        for cell in cells {
            match (address(&cell.origin), cell.area) {
                (Some(address), Some(area)) => table.push((address, area)),
                (Some(address), None) => text.push((address, cell.page, letters(&cell.text))),
                (None, _) => {}
            }
        }
        let cells = Arc::new(Cells { table, text });
        Self { pages, cells }
    }

    /// The text of a page, by its number from 1.
    pub(super) fn text(&self, page: usize) -> Option<PageText> {
        let items = self.pages.text(page).ok()?;
        let mut finder = Finder {
            table: self
                .cells
                .table
                .iter()
                .filter(|(_, area)| area.page == page)
                .collect(),
            text: self
                .cells
                .text
                .iter()
                .filter(|(_, first, _)| *first <= page)
                .collect(),
            last: None,
        };
        let mut baris: Vec<Line> = Vec::new();
        for item in items
            .iter()
            .filter(|item| item.upright && !item.text.trim().is_empty())
        {
            let cell = finder.in_table(item);
            match baris.last_mut() {
                Some(line) if line.goes_on(item) && line.sel.as_ref() == cell => line.add(item),
                _ => baris.push(Line::new(item, cell)),
            }
        }
        for line in &mut baris {
            if line.sel.is_none() {
                line.sel = finder.in_text(&line.teks).cloned();
            }
        }
        Some(PageText { baris })
    }
}

/// Finds the cells of one page's text.
struct Finder<'a> {
    table: Vec<&'a (String, Area)>,
    text: Vec<&'a (String, usize, String)>,
    /// The cell of the line above.
    last: Option<usize>,
}

impl<'a> Finder<'a> {
    /// The cell of a table in whose place the text stands; the smallest of several.
    fn in_table(&self, item: &TextItem) -> Option<&'a String> {
        let (x, y) = (
            item.x_pt + item.width_pt / 2.0,
            item.y_pt - 0.3 * item.size_pt,
        );
        let here = self.table.iter().filter(|(_, area)| area.covers(x, y));
        let size = |area: &Area| area.width * area.height;
        let least = here.min_by(|(_, a), (_, b)| size(a).total_cmp(&size(b)));
        least.map(|(address, _)| address)
    }

    /// The cell of text that has a line; a short one only where the line above is its too.
    fn in_text(&mut self, line: &str) -> Option<&'a String> {
        let line = letters(line);
        let has = |at: &usize| self.text[*at].2.contains(&line);
        let same = self.last.filter(|at| !line.is_empty() && has(at));
        let found = same.or_else(|| {
            let mut all = 0..self.text.len();
            all.find(|at| line.len() >= TELLING && has(at))
        });
        self.last = found;
        found.map(|at| &self.text[at].0)
    }
}

impl Line {
    fn new(item: &TextItem, cell: Option<&String>) -> Self {
        Self {
            teks: item.text.clone(),
            x: item.x_pt,
            y: item.y_pt,
            lebar: item.width_pt,
            ukuran: item.size_pt,
            sel: cell.cloned(),
        }
    }

    /// Whether a text stands behind it on the same line.
    fn goes_on(&self, item: &TextItem) -> bool {
        let gap = item.x_pt - self.x - self.lebar;
        let size = self.ukuran.max(item.size_pt);
        (self.y - item.y_pt).abs() < 0.3 * size && (-0.5 * size..APART * size).contains(&gap)
    }

    fn add(&mut self, item: &TextItem) {
        let gap = item.x_pt - self.x - self.lebar;
        if gap > BLANK * item.size_pt && !self.teks.ends_with(' ') {
            self.teks.push(' ');
        }
        self.teks.push_str(&item.text);
        self.lebar = item.x_pt + item.width_pt - self.x;
        self.ukuran = self.ukuran.max(item.size_pt);
    }
}

/// What does not change when a text is set: no blanks, signs or marks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
