//! The texts of the rows in which a table's heading may stand, in plain form, with
//! merged areas filled: each row is looked up once, whatever worksheets it is held
//! against.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::heading;
use super::schema::{Column, Kind, Schema};
use crate::diagnostic::CellRef;
use crate::workbook::{Area, Sheet, Value};

/// Columns looked at; the widest regulated table has about 30.
const MAX_COLUMNS: u32 = 120;

/// A text of the upper rows.
#[derive(Clone)]
pub(super) struct Text {
    /// The text in plain form.
    pub plain: String,
    /// The cell it comes from.
    pub from: CellRef,
    /// Last column that this cell covers.
    pub right: u32,
    /// Whether it stands in a merged cell.
    pub merged: bool,
}

impl Text {
    /// Whether it names one column, and no group of columns.
    fn alone(&self) -> bool {
        self.right == self.from.col
    }
}

/// The texts of a row by their columns.
type Line = Vec<(u32, Text)>;

/// The texts of the upper rows.
pub(super) struct Headlines<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// First row looked at.
    pub first_row: u32,
    /// Last row looked at in which a heading may begin.
    pub last_row: u32,
    /// First and last column looked at.
    pub cols: (u32, u32),
    /// The rows from the first one on, each once it was asked for.
    line: Vec<OnceCell<Line>>,
    /// The last row of each column with content.
    last: BTreeMap<u32, u32>,
}

impl<'s> Headlines<'s> {
    /// The rows from `first_row` to `last_row`, with `height` further ones into which
    /// a heading may reach. `None` for an empty sheet.
    pub fn new(sheet: &'s Sheet, first_row: u32, last_row: u32, height: u32) -> Option<Self> {
        let extent = sheet.extent()?;
        let last_row = last_row.min(extent.row);
        let last: BTreeMap<u32, u32> = sheet.cell.keys().map(|at| (at.col, at.row)).collect();
        let first_col = last.keys().next().copied()?;
        let rows = (last_row + height + 1).saturating_sub(first_row);
        Some(Self {
            sheet,
            first_row,
            last_row,
            cols: (first_col, extent.col.min(first_col + MAX_COLUMNS)),
            line: (0..rows).map(|_| OnceCell::new()).collect(),
            last,
        })
    }

    /// The texts of a row.
    fn line(&self, row: u32) -> &[(u32, Text)] {
        let place = row.checked_sub(self.first_row);
        let line = place.and_then(|place| self.line.get(place as usize));
        line.map(|line| line.get_or_init(|| self.read(row)).as_slice())
            .unwrap_or_default()
    }

    fn read(&self, row: u32) -> Line {
        let (first_col, last_col) = self.cols;
        let mut line = Line::new();
        for col in first_col..=last_col {
            let area = self.sheet.area(row, col);
            if area.is_some_and(|area| is_title(area, first_col, last_col)) {
                continue;
            }
            let from = area.map_or(CellRef::new(row, col), |area| area.start);
            let Some(shown) = shown(self.sheet, from) else {
                continue;
            };
            let plain = heading::plain(&shown);
            if plain.is_empty() || heading::is_filler(&plain) {
                continue;
            }
            // A range that is formatted as a table has each heading once: the
            // spreadsheet numbers those that repeat one to their left, `target2`.
            let repeats = heading::without_count(&plain).filter(|bare| {
                line.iter()
                    .any(|(_, text): &(u32, Text)| text.plain == *bare)
            });
            let text = Text {
                plain: repeats.map_or_else(|| plain.clone(), str::to_owned),
                from,
                right: area.map_or(col, |area| area.end.col),
                merged: area.is_some(),
            };
            line.push((col, text));
        }
        line
    }

    /// The columns looked at.
    pub fn columns(&self) -> std::ops::RangeInclusive<u32> {
        self.cols.0..=self.cols.1
    }

    /// The text at a place.
    pub fn at(&self, row: u32, col: u32) -> Option<&Text> {
        let line = self.line(row);
        let place = line.binary_search_by_key(&col, |(col, _)| *col).ok()?;
        line.get(place).map(|(_, text)| text)
    }

    /// Whether a column has no heading of its own, and no content from `row` on: a blank
    /// one that the heading of those to its left was merged over.
    pub fn is_blank(&self, naming: &Text, col: u32, row: u32) -> bool {
        naming.from.col < col && self.last.get(&col).is_none_or(|last| *last < row)
    }

    /// A cell's text as it was typed.
    pub fn typed(&self, at: CellRef) -> String {
        shown(self.sheet, at).unwrap_or_default()
    }

    /// Whether a heading of the worksheet may begin in a row: two of its texts begin
    /// like one of its columns, or are years of which it has columns.
    pub fn starts_heading(
        &self,
        row: u32,
        schema: &Schema,
        words: Option<&heading::Words>,
    ) -> bool {
        let yearly = schema.column.iter().any(Column::yearly);
        let begins = |plain: &str| {
            let bare = plain.strip_prefix("tahun ").unwrap_or(plain);
            if yearly && bare.len() == 4 && heading::year(bare).is_some() {
                return true;
            }
            schema.column.iter().flat_map(|c| c.pattern).any(|pattern| {
                let first = pattern.split('/').next().unwrap_or_default();
                heading::parts(plain).any(|part| heading::begins(part, first))
            })
        };
        let mut named = self.line(row).iter().filter(|(_, text)| {
            begins(&text.plain)
                || words
                    .and_then(|words| words.mend(&text.plain))
                    .is_some_and(|mended| begins(&mended))
        });
        named.nth(1).is_some()
    }

    /// Whether the rows may hold a heading with every required column of the worksheet:
    /// each has a text that begins like a part of one of its patterns.
    pub fn may_be_whole(&self, schema: &Schema) -> bool {
        let rows = self.first_row..self.first_row + u32::try_from(self.line.len()).unwrap_or(0);
        let names = |pattern: &str| {
            let last = pattern.rsplit('/').next().unwrap_or_default();
            let mut texts = rows.clone().flat_map(|row| self.line(row));
            texts.any(|(_, text)| {
                heading::begins(&text.plain, last)
                    || heading::parts(&text.plain).any(|part| heading::begins(part, last))
            })
        };
        // A kode may have columns of other names, or none of its own.
        let mut required =
            (schema.column.iter()).filter(|column| column.required && column.kind != Kind::Kode);
        required.all(|column| column.pattern.iter().copied().any(names))
    }

    /// Whether a row below the first of a heading is the table's first row and no
    /// further part of the heading: it holds a number that is no year and no
    /// column's number, or it fills every column that the heading has named already.
    pub fn is_body(&self, top: u32, row: u32) -> bool {
        let sheet = self.sheet;
        let own = |row: u32| {
            self.columns()
                .filter(move |col| sheet.get(row, *col).is_some())
        };
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
        let named = |row: u32| self.line(row).iter();
        let merged = (top..row).any(|row| named(row).any(|(_, text)| text.merged));
        let names_year = named(row).any(|(_, text)| heading::year(&text.plain).is_some());
        // Headings that were copied down in place of a merged cell.
        let repeats = own(row)
            .filter(|col| {
                self.at(row, *col).is_some_and(|text| {
                    row > top
                        && self
                            .at(row - 1, *col)
                            .is_some_and(|above| above.plain == text.plain)
                })
            })
            .count();
        let complete = own(top).all(|col| sheet.get(row, col).is_some());
        !merged && !names_year && repeats < 2 && complete && filled == own(top).count()
    }

    /// The cell that names a column: the first that is the column's alone, else the
    /// lowest.
    pub fn naming(&self, top: u32, height: u32, col: u32) -> Option<&Text> {
        let mut cell = (top..top + height).filter_map(|row| self.at(row, col));
        let alone = cell.clone().find(|text| text.alone());
        alone.or(cell.next_back())
    }

    /// Headings above a column from the group down, each merged cell once. Parts that
    /// stand in one cell (`2022 (Rp)`) follow each other.
    pub fn path(&self, top: u32, height: u32, col: u32) -> Vec<String> {
        let mut path: Vec<String> = Vec::new();
        for row in top..top + height {
            let Some(text) = self
                .at(row, col)
                .or_else(|| self.group(row, col, top + height))
            else {
                continue;
            };
            // The name of a group says nothing of its columns' units.
            let whole = if text.alone() {
                None
            } else {
                Some(text.plain.as_str())
            };
            let parts = heading::parts(&text.plain).filter(|_| whole.is_none());
            for part in whole.into_iter().chain(parts) {
                if path.last().is_none_or(|last| last != part) {
                    path.push(part.to_owned());
                }
            }
        }
        path
    }

    /// Where merged areas are not told, or were lost when a heading was pasted as
    /// values, blanks stand right of a group's name. A blank that has headings below
    /// it, as all columns up to the group's name have, belongs to that group.
    fn group(&self, row: u32, col: u32, body: u32) -> Option<&Text> {
        let below = |col: u32| (row + 1..body).any(|row| self.at(row, col).is_some());
        if self.sheet.area(row, col).is_some() || !below(col) {
            return None;
        }
        let mut left = col;
        while left > self.cols.0 && below(left - 1) {
            left -= 1;
            if let Some(text) = self.at(row, left) {
                let ended = self
                    .width_before(row, left)
                    .is_some_and(|w| col - left >= w);
                return (text.alone() && !text.merged && !ended).then_some(text);
            }
            if self.sheet.area(row, left).is_some() {
                return None;
            }
        }
        None
    }

    /// How wide the two groups before one are, if both are equally wide: the blanks
    /// behind the last of several groups do not tell where it ends.
    fn width_before(&self, row: u32, group: u32) -> Option<u32> {
        let before = self.line(row).iter().rev().map(|(col, _)| *col);
        let mut before = before.filter(|col| *col < group);
        let (first, second) = (before.next()?, before.next()?);
        let width = group - first;
        (width > 1 && width == first - second).then_some(width)
    }
}

/// A cell as its author sees it in a heading: text, a number, or a date that a
/// spreadsheet made of a year.
fn shown(sheet: &Sheet, at: CellRef) -> Option<String> {
    match &sheet.get(at.row, at.col)?.value {
        Value::Text(text) => Some(text.clone()),
        Value::Number(number) => Some(number.normalize().to_string()),
        Value::Date(date) => Some(date.year.to_string()),
        Value::Bool(_) | Value::Error(_) | Value::NoResult => None,
    }
}

/// A title is merged over the table from its first column on; no group of
/// columns is, since every regulated table begins with a single column.
fn is_title(area: &Area, first_col: u32, last_col: u32) -> bool {
    let span = area.end.col - area.start.col + 1;
    span > 2 && area.start.col <= first_col && span * 2 > last_col + 1 - first_col
}
