//! A table that was found on a sheet: where its columns and its rows are.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::code;
use super::header::{self, Header};
use super::heading::{self, Year};
use super::heading_report;
use super::repeat;
use super::row::Row;
use super::shape::{Kind, Shape};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{Located, Tahun};
use crate::workbook::Sheet;

/// What became of a sheet's rows: seen = used + reported.
#[derive(Debug, Clone)]
pub struct Account {
    /// The sheet.
    pub origin: Origin,
    /// Id of the worksheet it was read as.
    pub id: &'static str,
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
    /// Columns that number the rows; the document counts anew.
    pub numbers: BTreeSet<u32>,
    /// Columns that together have one kode, in their order; it is read as the first's.
    pub kode_parts: Vec<u32>,
    /// Columns that only refer to the RPJMD, which the printed table does not have.
    pub references: BTreeSet<u32>,
    /// Columns that name who holds a post, for what that person signs.
    pub signatories: BTreeSet<u32>,
}

/// A worksheet's table.
pub struct Table<'a> {
    /// The sheet it stands on.
    pub sheet: &'a Sheet,
    /// What it should look like.
    pub shape: &'static Shape,
    /// Where its columns are.
    pub header: Header,
}

impl<'a> Table<'a> {
    /// Finds the table and reports headings that are missing, unknown, doubled
    /// or without a calendar year. `None` if it cannot be read at all.
    pub fn find(sheet: &'a Sheet, shape: &'static Shape, out: &mut Diagnostics) -> Option<Self> {
        let Some(header) = header::find(sheet, shape) else {
            if sheet.extent().is_some() {
                let expected: Vec<String> = shape
                    .column
                    .iter()
                    .filter(|c| c.required)
                    .map(super::shape::Column::label)
                    .collect();
                out.emit(
                    Diagnostic::error(
                        code::NO_HEADER,
                        sheet.origin.clone(),
                        format!(
                            "judul kolom tabel {} tidak ditemukan pada lembar ini",
                            shape.tab
                        ),
                    )
                    .hint(format!(
                        "tulis judul kolom seperti pada formulir: {}",
                        expected.join("; ")
                    )),
                );
            }
            return None;
        };
        let table = Self {
            sheet,
            shape,
            header,
        };
        heading_report::report(&table, out);
        let complete = table.header.missing(shape).is_empty() && table.has_calendar_years();
        complete.then_some(table)
    }

    /// Whether every required yearly column names at least one calendar year.
    /// Without one, no value has a place; each such heading was reported.
    pub(super) fn has_calendar_years(&self) -> bool {
        let mut yearly = self
            .shape
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

    /// Where the cells are that are no values, `body` being the rows and `repeats` those
    /// that repeat the heading.
    pub(super) fn layout(&self, body: &[u32], repeats: &[u32]) -> Layout {
        let header = &self.header;
        let unknown = header.unknown.iter().map(|(col, _)| *col);
        let double = header.double.iter().map(|(col, _)| *col);
        let counts = |text: &str| matches!(heading::plain(text).as_str(), "no" | "nomor");
        let mut numbers: BTreeSet<u32> = header
            .unknown
            .iter()
            .filter(|(_, text)| counts(text))
            .map(|(col, _)| *col)
            .collect();
        let own = self.shape.column.iter().filter(|c| c.kind == Kind::No);
        numbers.extend(own.filter_map(|column| self.col(column.key)));
        let columns: BTreeSet<u32> = header.column().chain(unknown).chain(double).collect();
        numbers.extend(0..columns.first().copied().unwrap_or_default());
        let last = self.sheet.extent().map_or(header.body, |extent| extent.row);
        let first = self.sheet.cell.keys().next().map_or(0, |at| at.row);
        let of_rpjmd = self.shape.id == super::tujuan_sasaran::SHAPE.id;
        let references = self.col("sasaran_rpjmd").filter(|_| of_rpjmd);
        Layout {
            heading: first..body.first().copied().unwrap_or(header.body),
            last,
            again: repeats.to_vec(),
            columns,
            numbers,
            kode_parts: header.kode_parts.clone(),
            references: references.into_iter().collect(),
            signatories: SIGNATORY.iter().filter_map(|key| self.col(key)).collect(),
        }
    }

    /// The first row of the notes and signatures below the table: from the first
    /// lone text behind the last full row that stands apart or calls itself a note.
    pub(super) fn end(&self, body: &[u32]) -> u32 {
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
        let body = self.body();
        let end = self.end(&body);
        body.into_iter().filter(move |row| *row < end)
    }

    /// The rows below the heading that hold something, without those that only repeat
    /// what stands above them on every page.
    pub(super) fn body(&self) -> Vec<u32> {
        self.body_and_repeats().0
    }

    /// The rows of [`Self::body`], and those below it that repeat the title, the
    /// heading or the numbers of the columns.
    pub(super) fn body_and_repeats(&self) -> (Vec<u32>, Vec<u32>) {
        repeat::part(self)
    }

    /// The column of a single key.
    pub fn col(&self, key: &str) -> Option<u32> {
        self.header.single.get(key).copied()
    }

    /// The kind of a key's column.
    pub fn kind(&self, key: &str) -> Option<Kind> {
        self.shape.find(key).map(|column| column.kind)
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
