//! A table that was found on a sheet: where its columns and its rows are.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::header;
use super::header_columns::Header;
use super::heading::{self, Year};
use super::schema::{Kind, Schema};
use crate::diagnostic::{CellRef, Origin};
use crate::model::{Located, Tahun, Worksheet};
use crate::workbook::{Sheet, Value};

/// What became of a sheet's rows: seen = used + reported.
#[derive(Debug, Clone)]
pub struct Account {
    /// The sheet.
    pub origin: Origin,
    /// The worksheet it was read as; `None` for a table of the agency's own.
    pub id: Option<Worksheet>,
    /// Rows with content inside the table.
    pub seen: usize,
    /// Rows that became part of the plan.
    pub used: usize,
    /// Rows that did not, each with a finding.
    pub reported: usize,
    /// Sum of the sheet's money column per year, rupiah, over rows with a kode:
    /// for comparing with Excel.
    pub pagu: BTreeMap<Tahun, Decimal>,
    /// Year that the heading of the baseline column names, if it names one.
    pub tahun_awal: Option<Tahun>,
    /// The line below the table that says where its figures come from.
    pub sumber: Option<Located<String>>,
    /// Where its cells are.
    pub layout: Layout,
}

/// Which cells of a sheet belong to a table, and which of them are no values.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Rows with the title and the heading, the first row below them excluded.
    pub heading: Range<u32>,
    /// Last row of the table and what stands below it.
    pub last: u32,
    /// Rows below the heading that repeat it or number its columns.
    pub again: Vec<u32>,
    /// Columns with a heading, read or not.
    pub columns: BTreeSet<u32>,
    /// Columns that number the rows; the document counts again.
    pub numbers: BTreeSet<u32>,
    /// Columns that together have one kode, in their order; it is read as the first's.
    pub kode_parts: Vec<u32>,
    /// Columns that only refer to the RPJMD, which the printed table does not have.
    pub references: BTreeSet<u32>,
    /// Columns that name who holds a post, for what that person signs.
    pub signatories: BTreeSet<u32>,
    /// What cells are read as, where that is other than what they hold, as a finding
    /// says: an amount in `Rp (juta)` in rupiah, `sda` as the text above it.
    pub read_as: BTreeMap<CellRef, Value>,
}

/// A worksheet's table.
pub struct Table<'a> {
    /// The sheet it stands on.
    pub sheet: &'a Sheet,
    /// What it should look like.
    pub schema: &'static Schema,
    /// Where its columns are.
    pub header: Header,
    /// Where its rows are, once they were asked for.
    pub(super) rows: OnceCell<Rows>,
}

/// The rows of a table.
pub(super) struct Rows {
    /// The rows below the heading that hold something, without those that only repeat
    /// what stands above them on every page.
    pub body: Vec<u32>,
    /// The rows below the first one that repeat the title, the heading or the numbers of
    /// the columns.
    pub repeats: Vec<u32>,
    /// The first row of the notes and signatures below the table.
    pub end: u32,
}

impl<'a> Table<'a> {
    /// Where the table is, whole or not; `None` if the sheet has no heading of it.
    pub fn locate(sheet: &'a Sheet, schema: &'static Schema) -> Option<Self> {
        Some(Self::new(sheet, schema, header::find(sheet, schema)?))
    }

    /// The table below a heading that was found.
    pub(super) fn new(sheet: &'a Sheet, schema: &'static Schema, header: Header) -> Self {
        Self {
            sheet,
            schema,
            header,
            rows: OnceCell::new(),
        }
    }

    /// Whether its rows can be read: no required column is missing, and one that is
    /// required each year names a calendar year.
    pub fn is_whole(&self) -> bool {
        self.header.missing(self.schema).is_empty() && self.has_calendar_years()
    }

    /// Whether every required yearly column names at least one calendar year.
    /// Without one, no value has a place; each such heading was reported.
    pub(super) fn has_calendar_years(&self) -> bool {
        let mut yearly = self
            .schema
            .column
            .iter()
            .filter(|c| c.required && c.yearly());
        yearly.all(|column| !self.tahun(column.key).is_empty())
    }

    /// The calendar years of a yearly column, in order.
    pub fn tahun(&self, key: &str) -> Vec<(Tahun, u32)> {
        let Some(column) = self.header.yearly.get(key) else {
            return Vec::new();
        };
        column
            .iter()
            .filter_map(|(year, col)| match year {
                Year::Calendar(year) => Tahun::new(*year).map(|tahun| (tahun, *col)),
                Year::Nth(_) => None,
            })
            .collect()
    }

    /// The column of a single key.
    pub fn col(&self, key: &str) -> Option<u32> {
        self.header.single.get(key).copied()
    }

    /// The kind of a key's column.
    pub fn kind(&self, key: &str) -> Option<Kind> {
        self.schema.find(key).map(|column| column.kind)
    }
}

/// Whether a text below a table says that it is no row of it.
pub(super) fn is_note(text: &str) -> bool {
    let plain = heading::plain(text);
    text.trim_start().starts_with('*')
        || ["keterangan", "catatan", "sumber", "nip", "mengetahui"]
            .iter()
            .any(|word| plain == *word || plain.starts_with(&format!("{word} ")))
}
