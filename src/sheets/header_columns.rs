//! A table's heading, resolved to columns.

use std::collections::BTreeMap;

use super::heading::Year;
use super::schema::{Column, Schema};

/// A heading with a slip of the pen, and what it can only mean.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The column.
    pub col: u32,
    /// The heading as typed.
    pub typed: String,
    /// The column it is read as.
    pub label: String,
}

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
    pub duplicate: Vec<(u32, u32)>,
    /// Columns with a heading that has one wrong letter.
    pub mended: Vec<Mended>,
    /// Columns whose heading may mean two things, and what their figures tell.
    pub meant: Vec<Mended>,
    /// Columns below one heading `Kode`, from left to right, where there are several.
    pub kode_parts: Vec<u32>,
    /// Columns that hold nothing but the `Rp` of the amounts next to them.
    pub marks: Vec<u32>,
    /// Row of the cell that names each column.
    pub row: BTreeMap<u32, u32>,
}

impl Header {
    /// A heading that begins in a row, without columns yet.
    pub(super) fn new(top: u32, height: u32) -> Self {
        Self {
            top,
            body: top + height,
            single: BTreeMap::new(),
            yearly: BTreeMap::new(),
            year_of: BTreeMap::new(),
            unknown: Vec::new(),
            duplicate: Vec::new(),
            mended: Vec::new(),
            meant: Vec::new(),
            kode_parts: Vec::new(),
            marks: Vec::new(),
            row: BTreeMap::new(),
        }
    }

    /// Number of columns that were recognised.
    pub fn count(&self) -> usize {
        self.single.len() + self.yearly.values().map(BTreeMap::len).sum::<usize>()
    }

    /// The required columns that were not found.
    pub fn missing<'a>(&self, schema: &'a Schema) -> Vec<&'a Column> {
        schema
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

    /// Whether a column has a heading, in use or not.
    pub fn names(&self, col: u32) -> bool {
        self.row.contains_key(&col)
    }
}
