//! A table that was found on a sheet: where its columns and its rows are.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::header::{self, Header};
use super::heading::{self, Year};
use super::heading_report;
use super::repeat;
use super::row::Row;
use super::schema::{Kind, Schema};
use crate::diagnostic::{CellRef, Diagnostics, Origin};
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

/// Columns of Struktur that the organisation chart does not show.
const SIGNATORY: [&str; 3] = ["nama_pejabat", "nip", "pangkat"];

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
    rows: OnceCell<Rows>,
}

/// The rows of a table.
struct Rows {
    /// The rows below the heading that hold something, without those that only repeat
    /// what stands above them on every page.
    body: Vec<u32>,
    /// The rows below the first one that repeat the title, the heading or the numbers of
    /// the columns.
    repeats: Vec<u32>,
    /// The first row of the notes and signatures below the table.
    end: u32,
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

    /// The table, with what is wrong with its heading told: columns that are missing,
    /// unknown, doubled or without a calendar year. `None` if it cannot be read at all.
    pub fn find(sheet: &'a Sheet, schema: &'static Schema, out: &mut Diagnostics) -> Option<Self> {
        let table = Self::locate(sheet, schema);
        match &table {
            Some(table) => heading_report::report(table, out),
            None => heading_report::report_none(sheet, schema, out),
        }
        table.filter(Self::is_whole)
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

    /// Where the cells are that are no values.
    pub(super) fn layout(&self) -> Layout {
        let (body, repeats) = (self.body(), self.repeats());
        let header = &self.header;
        let unknown = header.unknown.iter().map(|(col, _)| *col);
        let duplicate = header.duplicate.iter().map(|(col, _)| *col);
        let counts = |text: &str| matches!(heading::plain(text).as_str(), "no" | "nomor");
        let mut numbers: BTreeSet<u32> = header
            .unknown
            .iter()
            .filter(|(_, text)| counts(text))
            .map(|(col, _)| *col)
            .collect();
        let own = self.schema.column.iter().filter(|c| c.kind == Kind::No);
        numbers.extend(own.filter_map(|column| self.col(column.key)));
        let columns: BTreeSet<u32> = header.column().chain(unknown).chain(duplicate).collect();
        numbers.extend(0..columns.first().copied().unwrap_or_default());
        let last = self.sheet.extent().map_or(header.body, |extent| extent.row);
        let first = self.sheet.cell.keys().next().map_or(0, |at| at.row);
        let of_rpjmd = self.schema.id == Worksheet::Tc25;
        let references = self.col("sasaran_rpjmd").filter(|_| of_rpjmd);
        Layout {
            heading: first
                ..body
                    .first()
                    .copied()
                    .unwrap_or_else(|| repeat::end_of_heading(self)),
            last,
            again: repeats.to_vec(),
            columns,
            numbers,
            kode_parts: header.kode_parts.clone(),
            references: references.into_iter().collect(),
            read_as: BTreeMap::new(),
            signatories: SIGNATORY.iter().filter_map(|key| self.col(key)).collect(),
        }
    }

    fn known(&self) -> &Rows {
        self.rows.get_or_init(|| {
            let (body, repeats) = repeat::part(self);
            let end = self.end_of(&body);
            Rows { body, repeats, end }
        })
    }

    /// From the first lone text behind the last full row that stands apart or calls
    /// itself a note.
    fn end_of(&self, body: &[u32]) -> u32 {
        let lone = |row: u32| Row { table: self, row }.band();
        let full = body.iter().rposition(|row| lone(*row).is_none());
        let Some(full) = full.filter(|_| self.header.count() > 2) else {
            return u32::MAX;
        };
        let mut above = body.get(full).copied().unwrap_or_default();
        for row in body.iter().skip(full + 1).copied() {
            let names_itself = lone(row).is_some_and(|text| is_note(&text.value));
            if names_itself || row > above + 1 {
                return row;
            }
            above = row;
        }
        u32::MAX
    }

    /// The table's rows, without notes and signatures below it.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        let Rows { body, end, .. } = self.known();
        body.iter().copied().filter(move |row| row < end)
    }

    /// The rows below the heading that hold something, without those that only repeat
    /// what stands above them on every page.
    pub(super) fn body(&self) -> &[u32] {
        &self.known().body
    }

    /// The rows among the body that repeat the title, the heading or the numbers of the
    /// columns.
    pub(super) fn repeats(&self) -> &[u32] {
        &self.known().repeats
    }

    /// The first row of the notes and signatures below the table.
    pub(super) fn end(&self) -> u32 {
        self.known().end
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
