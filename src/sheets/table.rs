//! A table that was found on a sheet: its rows, and an account of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::beside;
use super::cell;
use super::code;
use super::header::{self, Header};
use super::heading::{self, Year};
use super::numbering;
use super::row::Row;
use super::shape::{Kind, Shape};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin, column_name};
use crate::model::{Located, Tahun};
use crate::workbook::{Cell, Sheet, Value};

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
        table.report_header(out);
        let complete = table.header.missing(shape).is_empty() && table.has_calendar_years();
        complete.then_some(table)
    }

    /// Whether every required yearly column names at least one calendar year.
    /// Without one, no value has a place; each such heading was reported.
    fn has_calendar_years(&self) -> bool {
        let mut yearly = self
            .shape
            .column
            .iter()
            .filter(|c| c.required && c.yearly());
        yearly.all(|column| !self.tahun(column.key).is_empty())
    }

    fn report_header(&self, out: &mut Diagnostics) {
        let top = self.header.top;
        let named = |col: u32| self.sheet.origin.at(self.header.row_of(col), col);
        for column in self.header.missing(self.shape) {
            out.emit(
                Diagnostic::error(
                    code::NO_COLUMN,
                    self.sheet.origin.at(top, 0),
                    format!(
                        "kolom \"{}\" tidak ditemukan pada tabel {}",
                        column.label(),
                        self.shape.tab
                    ),
                )
                .hint("tambahkan kolom itu atau perbaiki judulnya; lembar ini belum dapat dibaca"),
            );
        }
        for (col, text) in &self.header.unknown {
            // Rows are counted anew where the printed table has numbers.
            if matches!(heading::plain(text).as_str(), "no" | "nomor") {
                continue;
            }
            let shown = text.replace('\n', " ");
            let mut finding = Diagnostic::warning(
                code::UNKNOWN_COLUMN,
                named(*col),
                format!(
                    "judul kolom \"{shown}\" tidak dikenal; kolom {} tidak dibaca",
                    column_name(*col)
                ),
            );
            if let Some(near) = self.nearest(&heading::plain(text)) {
                finding = finding.hint(format!("maksud Anda \"{near}\"?"));
            }
            out.emit(finding);
        }
        for (col, used) in &self.header.double {
            out.emit(
                Diagnostic::warning(
                    code::DOUBLE_COLUMN,
                    named(*col),
                    format!(
                        "kolom {} berjudul sama dengan kolom {}; yang dibaca hanya kolom {}",
                        column_name(*col),
                        column_name(*used),
                        column_name(*used)
                    ),
                )
                .hint("hapus atau ganti judul salah satunya"),
            );
        }
        for (key, year) in &self.header.yearly {
            for (year, col) in year {
                if let Year::Nth(nth) = year {
                    let label = self
                        .shape
                        .find(key)
                        .map(super::shape::Column::label)
                        .unwrap_or_default();
                    out.emit(
                        Diagnostic::error(
                            code::NO_CALENDAR_YEAR,
                            named(*col),
                            format!(
                                "judul \"{label}\" tahun ke-{nth} tidak menyebut tahun kalendernya"
                            ),
                        )
                        .hint("tulis tahunnya, misalnya 2023, sebagai pengganti \"Tahun ke-…\""),
                    );
                }
            }
        }
    }

    fn nearest(&self, plain: &str) -> Option<&'static str> {
        self.shape
            .column
            .iter()
            .filter(|column| !self.header.has(column.key))
            .flat_map(|column| column.heading.iter().copied())
            .map(|heading| {
                (
                    strsim::jaro_winkler(&heading::plain(heading), plain),
                    heading,
                )
            })
            .filter(|(near, _)| *near > 0.82)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, heading)| heading)
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

    /// Reads every row of the table with `read`. A row for which it gives
    /// `None` counts as reported; if it said nothing, a general finding is made,
    /// so that no row vanishes in silence.
    pub fn read<T>(
        &self,
        account: &mut Vec<Account>,
        out: &mut Diagnostics,
        mut read: impl FnMut(&Row<'_>, &mut Diagnostics) -> Option<T>,
    ) -> Vec<T> {
        let mut entry = Account {
            origin: self.sheet.origin.clone(),
            id: self.shape.id,
            seen: 0,
            used: 0,
            reported: 0,
            pagu: BTreeMap::new(),
            tahun_awal: self
                .header
                .year_of
                .get("target_awal")
                .copied()
                .and_then(Tahun::new),
            sumber: None,
        };
        let mut list = Vec::new();
        let body = self.body();
        self.report_hidden(&body, out);
        beside::report(self, out);
        let end = self.end(&body);
        for row in body {
            entry.seen += 1;
            let mut found = Diagnostics::new();
            let row = Row { table: self, row };
            if row.row >= end {
                let text = row.band();
                if entry.sumber.is_none() && text.as_ref().is_some_and(is_source) {
                    entry.used += 1;
                    entry.sumber = text;
                    continue;
                }
                entry.reported += 1;
                let mut finding = Diagnostic::info(
                    code::NOTE,
                    row.first_origin(),
                    "catatan di bawah tabel ini tidak dicetak",
                );
                if let Some(text) = text {
                    finding = finding.note("tertulis", cell::short(&text.value));
                }
                out.emit(finding);
                continue;
            }
            if let Some(value) = read(&row, &mut found) {
                entry.used += 1;
                list.push(value);
                row.add_control_sum(&mut entry.pagu);
            } else {
                entry.reported += 1;
                if found.is_empty() {
                    found.emit(Diagnostic::warning(
                        code::ROW_UNUSED,
                        row.first_origin(),
                        "baris ini tidak dapat dipakai: isian pokoknya kosong",
                    ));
                }
            }
            row.report_unread_errors(&mut found);
            out.extend(found);
        }
        account.push(entry);
        list
    }

    /// The first row of the notes and signatures below the table: from the first
    /// lone text behind the last full row that stands apart or calls itself a note.
    fn end(&self, body: &[u32]) -> u32 {
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

    /// Hidden rows and columns are read, and said.
    fn report_hidden(&self, body: &[u32], out: &mut Diagnostics) {
        let row: Vec<String> = body
            .iter()
            .filter(|row| self.sheet.hidden_row.binary_search(row).is_ok())
            .map(|row| (row + 1).to_string())
            .collect();
        let col: Vec<String> = self
            .header
            .column()
            .filter(|col| self.sheet.hidden_col.binary_search(col).is_ok())
            .map(column_name)
            .collect();
        for (what, list) in [("baris", row), ("kolom", col)] {
            if list.is_empty() {
                continue;
            }
            let shown = if list.len() > 12 {
                format!("{}, … ({} {what})", list[..12].join(", "), list.len())
            } else {
                list.join(", ")
            };
            out.emit(
                Diagnostic::info(
                    code::HIDDEN,
                    self.sheet.origin.at(self.header.top, 0),
                    format!("{what} tersembunyi ikut dibaca: {shown}"),
                )
                .hint("tampilkan dan periksa isinya; hapus bila tidak dipakai"),
            );
        }
    }

    /// The table's rows, without notes and signatures below it.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        let body = self.body();
        let end = self.end(&body);
        body.into_iter().filter(move |row| *row < end)
    }

    /// The rows below the heading that hold something, without numbering rows
    /// and repeated headings.
    fn body(&self) -> Vec<u32> {
        let Some(extent) = self.sheet.extent() else {
            return Vec::new();
        };
        let column: Vec<u32> = self.header.column().collect();
        (self.header.body..=extent.row)
            .filter(|row| {
                column
                    .iter()
                    .any(|col| self.sheet.get(*row, *col).is_some())
            })
            .filter(|row| {
                !self.is_numbering(*row, &column) && !self.is_heading_again(*row, &column)
            })
            .collect()
    }

    /// The numbers of the columns, right below the heading.
    fn is_numbering(&self, row: u32, column: &[u32]) -> bool {
        let filled: Vec<&Cell> = column
            .iter()
            .filter_map(|col| self.sheet.get(row, *col))
            .collect();
        filled.len() * 2 > column.len()
            && row < self.header.body + 2
            && numbering::is_numbering(&filled)
    }

    /// The heading again, where a page of a printed table was pasted.
    fn is_heading_again(&self, row: u32, column: &[u32]) -> bool {
        let mut same = 0;
        let mut filled = 0;
        for col in column {
            let Some(Value::Text(text)) = self.sheet.get(row, *col).map(|cell| &cell.value) else {
                continue;
            };
            filled += 1;
            let plain = heading::plain(text);
            let repeats = (self.header.top..self.header.body).any(|top| {
                matches!(self.sheet.get(top, *col).map(|cell| &cell.value),
                    Some(Value::Text(above)) if heading::plain(above) == plain)
            });
            same += usize::from(repeats);
        }
        filled >= 2 && same == filled
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

/// Whether the text names where the figures come from; it is printed below the table.
fn is_source(text: &Located<String>) -> bool {
    let plain = heading::plain(&text.value);
    let named = plain.strip_prefix("sumber ");
    named.is_some_and(|named| named != "data")
}

/// Whether a text below a table says that it is no row of it.
fn is_note(text: &str) -> bool {
    let plain = heading::plain(text);
    text.trim_start().starts_with('*')
        || ["keterangan", "catatan", "sumber", "nip", "mengetahui"]
            .iter()
            .any(|word| plain == *word || plain.starts_with(&format!("{word} ")))
}
