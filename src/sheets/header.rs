//! Finds where a table starts on its sheet and which column is which.

use std::collections::BTreeMap;

use super::heading::{self, Year};
use super::shape::{Column, Shape};
use crate::diagnostic::CellRef;
use crate::workbook::{Area, Sheet, Value};

/// Rows that may stand above a table: titles, blanks, a caption.
const MAX_ROWS_ABOVE: u32 = 60;
/// Rows a heading may have.
const MAX_HEIGHT: u32 = 4;
/// Columns looked at; the widest regulated table has about 30.
const MAX_COLUMNS: u32 = 120;

/// A table's heading, resolved to columns.
#[derive(Debug, Clone)]
pub struct Header {
    /// First row of the heading.
    pub top: u32,
    /// First row below the heading.
    pub body: u32,
    /// Column of each key that has one column.
    pub single: BTreeMap<&'static str, u32>,
    /// Columns of each key that has one column a year.
    pub yearly: BTreeMap<&'static str, BTreeMap<Year, u32>>,
    /// Years named in headings of columns that are not yearly (`Data Capaian … 2021`).
    pub year_of: BTreeMap<&'static str, u16>,
    /// Columns with a heading that nothing recognises.
    pub unknown: Vec<(u32, String)>,
    /// Columns that name a key a second time: column, and the one that is used.
    pub double: Vec<(u32, u32)>,
    /// Row of the cell that names each column.
    pub row: BTreeMap<u32, u32>,
}

impl Header {
    /// Number of columns that were recognised.
    pub fn count(&self) -> usize {
        self.single.len() + self.yearly.values().map(BTreeMap::len).sum::<usize>()
    }

    /// The required columns that were not found.
    pub fn missing<'a>(&self, shape: &'a Shape) -> Vec<&'a Column> {
        shape
            .column
            .iter()
            .filter(|c| c.required && !self.has(c.key))
            .collect()
    }

    /// Whether the key has a column.
    pub fn has(&self, key: &str) -> bool {
        self.single.contains_key(key) || self.yearly.get(key).is_some_and(|y| !y.is_empty())
    }

    /// Row of the cell that names a column.
    pub fn row_of(&self, col: u32) -> u32 {
        self.row.get(&col).copied().unwrap_or(self.top)
    }

    /// All columns in use.
    pub fn column(&self) -> impl Iterator<Item = u32> + '_ {
        self.single
            .values()
            .copied()
            .chain(self.yearly.values().flat_map(|y| y.values().copied()))
    }
}

/// The heading of `shape` on `sheet`: the block of rows in which most columns
/// are recognised; the upper and the lower block of equals. `None` if no row
/// holds two of its columns.
pub fn find(sheet: &Sheet, shape: &Shape) -> Option<Header> {
    let first = sheet.cell.keys().next()?.row;
    within(sheet, shape, first, first + MAX_ROWS_ABOVE)
}

/// The heading of `shape` that begins in this very row.
pub fn find_at(sheet: &Sheet, shape: &Shape, row: u32) -> Option<Header> {
    within(sheet, shape, row, row)
}

fn within(sheet: &Sheet, shape: &Shape, first: u32, last: u32) -> Option<Header> {
    let extent = sheet.extent()?;
    let last_row = extent.row.min(last);
    let last_col = extent.col.min(MAX_COLUMNS);
    let text = Texts::new(sheet, first, last_row + MAX_HEIGHT, last_col);
    let mut best: Option<Header> = None;
    for top in first..=last_row {
        if !text.starts_heading(top, shape) {
            continue;
        }
        for height in 1..=MAX_HEIGHT {
            if height > 1 && text.is_body(sheet, top, top + height - 1) {
                break;
            }
            let header = resolve(&text, shape, top, height);
            let better = best.as_ref().is_none_or(|b| header.count() > b.count());
            if header.count() >= 2 && better {
                best = Some(header);
            }
        }
    }
    best
}

/// A text of the upper rows.
#[derive(Clone)]
struct Text {
    plain: String,
    /// Row of the cell it comes from.
    row: u32,
    /// Whether it stands in a merged cell.
    merged: bool,
    /// Whether it names this column alone, and no group of columns.
    alone: bool,
}

/// The texts of the upper rows, plain, with merged areas filled.
struct Texts {
    last_col: u32,
    /// By row and column.
    cell: BTreeMap<(u32, u32), Text>,
    original: BTreeMap<(u32, u32), String>,
}

impl Texts {
    fn new(sheet: &Sheet, first_row: u32, last_row: u32, last_col: u32) -> Self {
        let mut cell = BTreeMap::new();
        let mut original = BTreeMap::new();
        let first_col = sheet.cell.keys().map(|at| at.col).min().unwrap_or(0);
        for row in first_row..=last_row {
            for col in 0..=last_col {
                let area = sheet.area(row, col);
                if area.is_some_and(|area| is_title(area, first_col, last_col)) {
                    continue;
                }
                let from = area.map_or(CellRef::new(row, col), |area| area.start);
                let Some(found) = sheet.get(from.row, from.col) else {
                    continue;
                };
                let shown = match &found.value {
                    Value::Text(text) => text.clone(),
                    Value::Number(number) => number.normalize().to_string(),
                    _ => continue,
                };
                let plain = heading::plain(&shown);
                if !plain.is_empty() {
                    let text = Text {
                        plain,
                        row: from.row,
                        merged: area.is_some(),
                        alone: area.is_none_or(|area| area.start.col == area.end.col),
                    };
                    cell.insert((row, col), text);
                    original.insert((row, col), shown);
                }
            }
        }
        let mut texts = Self {
            last_col,
            cell,
            original,
        };
        if sheet.merged.is_empty() {
            texts.fill_right(first_row, last_row);
        }
        texts
    }

    /// Formats that do not tell merged areas leave blanks right of a group's
    /// heading. A blank that has headings below it, like its neighbour on the
    /// left, belongs to that neighbour's group.
    fn fill_right(&mut self, first_row: u32, last_row: u32) {
        for row in first_row..last_row {
            for col in 1..=self.last_col {
                let blank = !self.cell.contains_key(&(row, col));
                let below = |c: u32| self.cell.contains_key(&(row + 1, c));
                if blank
                    && below(col)
                    && below(col - 1)
                    && let Some(mut group) = self.cell.get(&(row, col - 1)).cloned()
                {
                    group.alone = false;
                    self.cell.insert((row, col), group);
                }
            }
        }
    }

    fn starts_heading(&self, row: u32, shape: &Shape) -> bool {
        (0..=self.last_col)
            .filter_map(|col| self.cell.get(&(row, col)))
            .filter(|text| {
                shape.column.iter().flat_map(|c| c.pattern).any(|pattern| {
                    let first = pattern.split('/').next().unwrap_or_default();
                    heading::fit(first, std::slice::from_ref(&text.plain)) > 0
                })
            })
            .count()
            >= 2
    }

    /// Whether a row below the first of a heading is the table's first row and no
    /// further part of the heading: it holds a number that is no year and no
    /// column's number, or it fills every column that the heading has named already.
    fn is_body(&self, sheet: &Sheet, top: u32, row: u32) -> bool {
        let own = |row: u32| (0..=self.last_col).filter(move |col| sheet.get(row, *col).is_some());
        let number: Vec<u32> = own(row)
            .filter_map(|col| match &sheet.get(row, col)?.value {
                Value::Number(number) => Some(number),
                _ => None,
            })
            .map(|number| u32::try_from(*number).unwrap_or(u32::MAX))
            .collect();
        let filled = own(row).count();
        let counts = number.len() == filled && number.iter().all(|number| *number < 100);
        if !counts && number.iter().any(|number| !(1990..=2100).contains(number)) {
            return true;
        }
        let named = |row: u32| self.cell.range((row, 0)..=(row, self.last_col));
        let merged = (top..row).any(|row| named(row).any(|(_, text)| text.merged));
        let names_year = named(row).any(|(_, text)| heading::year(&text.plain).is_some());
        let complete = own(top).all(|col| sheet.get(row, col).is_some());
        !merged && !names_year && complete && filled == own(top).count()
    }

    /// Row of the cell that names a column: the first that is the column's alone,
    /// else the lowest.
    fn named_in(&self, top: u32, height: u32, col: u32) -> Option<u32> {
        let mut cell = (top..top + height).filter_map(|row| self.cell.get(&(row, col)));
        let alone = cell.clone().find(|text| text.alone);
        alone.or(cell.next_back()).map(|text| text.row.max(top))
    }

    /// Headings above a column from the group down, each merged cell once.
    fn path(&self, top: u32, height: u32, col: u32) -> Vec<String> {
        let mut path: Vec<String> = Vec::new();
        for row in top..top + height {
            if let Some(text) = self.cell.get(&(row, col))
                && path.last() != Some(&text.plain)
            {
                path.push(text.plain.clone());
            }
        }
        path
    }
}

/// A title is merged over the table from its first column on; no group of
/// columns is, since every regulated table begins with a single column.
fn is_title(area: &Area, first_col: u32, last_col: u32) -> bool {
    let span = area.end.col - area.start.col + 1;
    span > 2 && area.start.col <= first_col && span * 2 > last_col + 1 - first_col
}

fn resolve(text: &Texts, shape: &Shape, top: u32, height: u32) -> Header {
    let mut header = Header {
        top,
        body: top + height,
        single: BTreeMap::new(),
        yearly: BTreeMap::new(),
        year_of: BTreeMap::new(),
        unknown: Vec::new(),
        double: Vec::new(),
        row: BTreeMap::new(),
    };
    let mut score: BTreeMap<(&'static str, Option<Year>), usize> = BTreeMap::new();
    for col in 0..=text.last_col {
        let path = text.path(top, height, col);
        if path.is_empty() {
            continue;
        }
        let row = text.named_in(top, height, col).unwrap_or(top);
        header.row.insert(col, row);
        let year = path.iter().rev().find_map(|heading| heading::year(heading));
        let Some((column, fit)) = recognise(shape, &path, year) else {
            let shown = text
                .original
                .get(&(row, col))
                .cloned()
                .unwrap_or_else(|| path.join(" "));
            header.unknown.push((col, shown));
            continue;
        };
        let named = if column.yearly() { year } else { None };
        let key = (column.key, named);
        if score.get(&key).is_some_and(|before| *before >= fit) {
            let used = match named {
                Some(year) => header.yearly.get(column.key).and_then(|y| y.get(&year)),
                None => header.single.get(column.key),
            };
            header.double.push((col, used.copied().unwrap_or(col)));
            continue;
        }
        score.insert(key, fit);
        if let Some(year) = named {
            header
                .yearly
                .entry(column.key)
                .or_default()
                .insert(year, col);
        } else {
            header.single.insert(column.key, col);
            if let Some(Year::Calendar(year)) = year {
                header.year_of.insert(column.key, year);
            }
        }
    }
    header
}

/// The column that fits a path best. A path that names a year prefers a yearly
/// column; one that names none can only be a single one.
fn recognise(
    shape: &Shape,
    path: &[String],
    year: Option<Year>,
) -> Option<(&'static Column, usize)> {
    shape
        .column
        .iter()
        .filter(|column| year.is_some() || !column.yearly())
        .filter_map(|column| {
            let fit = column
                .pattern
                .iter()
                .map(|pattern| heading::fit(pattern, path))
                .max()?;
            (fit > 0).then_some((column, fit))
        })
        .max_by_key(|(column, fit)| (*fit, column.yearly()))
}
