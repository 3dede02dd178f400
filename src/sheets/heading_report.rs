//! What is said of a table's heading: columns that are missing, unknown, doubled,
//! or read in spite of a wrong letter.

use super::code;
use super::further_columns;
use super::heading::{self, Year};
use super::schema::{Column, Schema};
use super::table::Table;
use crate::diagnostic::{
    CellRef, Diagnostic, Diagnostics, Fact, Ground, Origin, Scope, column_name,
};
use crate::workbook::Sheet;

impl<'a> Table<'a> {
    /// The table, with what is wrong with its heading told: columns that are missing,
    /// unknown, doubled or without a calendar year. `None` if it cannot be read at all.
    pub fn find(sheet: &'a Sheet, schema: &'static Schema, out: &mut Diagnostics) -> Option<Self> {
        let table = Self::locate(sheet, schema);
        match &table {
            Some(table) => report(table, out),
            None => report_none(sheet, schema, out),
        }
        table.filter(Self::is_whole)
    }
}

/// Reports what is wrong with the heading of a table.
pub(super) fn report(table: &Table<'_>, out: &mut Diagnostics) {
    missing(table, out);
    mended(table, out);
    meant(table, out);
    unknown(table, out);
    duplicate(table, out);
    uncounted_years(table, out);
}

/// Reports a sheet on which no heading of the worksheet was found; an empty one says
/// nothing.
pub(super) fn report_none(sheet: &Sheet, schema: &Schema, out: &mut Diagnostics) {
    if sheet.extent().is_none() {
        return;
    }
    let required = schema.column.iter().filter(|column| column.required);
    let expected: Vec<String> = required.map(Column::label).collect();
    out.emit(
        Diagnostic::error(
            code::NO_HEADER,
            sheet.origin.clone(),
            format!(
                "judul kolom tabel {} tidak ditemukan pada lembar ini",
                schema.tab()
            ),
        )
        .unprinted(Scope::Sheet)
        .fact(Fact::Unread(Some(schema.id.id().to_owned())))
        .hint(format!(
            "tulis judul kolom seperti pada formulir: {}",
            expected.join("; ")
        )),
    );
}

/// Where the heading of a column stands.
fn named(table: &Table<'_>, col: u32) -> Origin {
    table.sheet.origin.at(table.header.row_of(col), col)
}

fn missing(table: &Table<'_>, out: &mut Diagnostics) {
    let rows = table.rows().count();
    for column in table.header.missing(table.schema) {
        let mut finding = Diagnostic::error(
            code::NO_COLUMN,
            table.sheet.origin.at(table.header.top, 0),
            format!(
                "kolom \"{}\" tidak ditemukan pada tabel {}; lembar ini tidak dicetak ({rows} baris)",
                column.label(),
                table.schema.tab()
            ),
        ).unprinted(Scope::Sheet)
        .fact(Fact::Unread(Some(table.schema.id.id().to_owned())))
        .fact(Fact::Upsets(Ground::Columns))
        .hint("tambahkan kolom itu atau perbaiki judulnya; lembar ini belum dapat dibaca");
        for (col, text) in &table.header.unknown {
            if is_near(column, &heading::plain(text)) {
                finding = finding.note(
                    "mungkin",
                    format!("judul \"{}\" ({})", one_line(text), place(table, *col)),
                );
            }
        }
        out.emit(finding);
    }
}

fn mended(table: &Table<'_>, out: &mut Diagnostics) {
    let Some(first) = table.header.mended.first() else {
        return;
    };
    let list: Vec<String> = table
        .header
        .mended
        .iter()
        .map(|mended| {
            format!(
                "\"{}\" ({}) sebagai {}",
                one_line(&mended.typed),
                place(table, mended.col),
                mended.label
            )
        })
        .collect();
    out.emit(
        Diagnostic::info(
            code::MENDED_HEADING,
            named(table, first.col),
            format!("judul kolom dengan salah ketik dibaca: {}", list.join("; ")),
        )
        .hint("perbaiki ejaan judulnya"),
    );
}

/// Headings that may mean two things, where the figures below tell which.
fn meant(table: &Table<'_>, out: &mut Diagnostics) {
    for meant in &table.header.meant {
        out.emit(
            Diagnostic::info(
                code::MENDED_HEADING,
                named(table, meant.col),
                format!(
                    "judul kolom \"{}\" dibaca sebagai {}, karena angkanya sebesar targetnya",
                    one_line(&meant.typed),
                    meant.label
                ),
            )
            .hint("tulis \"Rasio\" pada judulnya bila angkanya perbandingan dengan target"),
        );
    }
}

fn unknown(table: &Table<'_>, out: &mut Diagnostics) {
    let further = further_columns::columns(table.sheet, table.schema, &table.header, table.rows());
    for (col, text) in &table.header.unknown {
        if further.iter().any(|column| column.col == *col) {
            out.emit(
                Diagnostic::info(
                    code::FURTHER_COLUMN,
                    named(table, *col),
                    format!(
                        "kolom \"{}\" tidak ada pada formulir; isinya dicetak sebagaimana ditulis di ujung kanan tabel ({})",
                        one_line(text),
                        filled(table, *col)
                    ),
                )
                .hint("hapus kolomnya bila bukan bagian dokumen"),
            );
            continue;
        }
        // Rows are counted again where the printed table has numbers.
        if matches!(heading::plain(text).as_str(), "no" | "nomor") {
            continue;
        }
        let mut finding = Diagnostic::warning(
            code::UNKNOWN_COLUMN,
            named(table, *col),
            format!(
                "judul kolom \"{}\" tidak dikenal; kolom {} tidak dibaca dan tidak dicetak ({})",
                one_line(text),
                column_name(*col),
                filled(table, *col)
            ),
        )
        .unprinted(Scope::Column)
        .fact(Fact::OutsideRows);
        if let Some(near) = nearest(table, &heading::plain(text)) {
            finding = finding.hint(format!("maksud Anda \"{near}\"?"));
        }
        out.emit(finding);
    }
}

fn duplicate(table: &Table<'_>, out: &mut Diagnostics) {
    let header = &table.header;
    for (col, used) in &header.duplicate {
        let label = table
            .schema
            .column
            .iter()
            .find(|column| {
                table.col(column.key) == Some(*used)
                    || header
                        .yearly
                        .get(column.key)
                        .is_some_and(|years| years.values().any(|own| own == used))
            })
            .map(Column::label)
            .unwrap_or_default();
        let (one, other) = (typed(table, *col), typed(table, *used));
        let same = heading::plain(&one) == heading::plain(&other);
        let message = if same {
            format!(
                "kolom {} berjudul sama dengan kolom {}; yang dibaca hanya kolom {}, kolom {} tidak dicetak ({})",
                column_name(*col),
                column_name(*used),
                column_name(*used),
                column_name(*col),
                filled(table, *col)
            )
        } else {
            format!(
                "kolom {} \"{}\" dan kolom {} \"{}\" sama-sama dapat berarti \"{label}\"; yang dibaca kolom {}, kolom {} tidak dicetak ({})",
                column_name(*col),
                one_line(&one),
                column_name(*used),
                one_line(&other),
                column_name(*used),
                column_name(*col),
                filled(table, *col)
            )
        };
        out.emit(
            Diagnostic::warning(code::DOUBLE_COLUMN, named(table, *col), message)
                .unprinted(Scope::Column)
                .hint("hapus atau ganti judul salah satunya"),
        );
    }
}

/// One finding for all columns whose headings count the years: they have one cause.
fn uncounted_years(table: &Table<'_>, out: &mut Diagnostics) {
    let is_counted = |year: &Year| matches!(year, Year::Nth(_));
    let yearly = table.header.yearly.values().flatten();
    let mut columns: Vec<u32> = yearly
        .filter(|(year, _)| is_counted(year))
        .map(|(_, col)| *col)
        .collect();
    columns.sort_unstable();
    let Some(first) = columns.first() else { return };
    let heading = one_line(&typed(table, *first));
    let headings = match columns.len() {
        1 => format!("judul \"{heading}\""),
        count => format!("judul {count} kolom, misalnya \"{heading}\","),
    };
    let names: Vec<String> = columns.iter().map(|col| column_name(*col)).collect();
    let rows: Vec<u32> = table.rows().collect();
    let cells = rows
        .iter()
        .flat_map(|row| columns.iter().map(|col| CellRef::new(*row, *col)));
    let filled: Vec<CellRef> = cells
        .filter(|at| table.sheet.cell.contains_key(at))
        .collect();
    let mut finding = Diagnostic::error(
        code::NO_CALENDAR_YEAR,
        named(table, *first),
        format!(
            "{headings} tidak menyebut tahun kalendernya; kolom {} tidak dicetak ({} sel terisi)",
            names.join(", "),
            filled.len()
        ),
    )
    .unprinted(Scope::Column)
    .fact(Fact::Unread(None))
    .hint("tulis tahunnya, misalnya 2023, sebagai pengganti \"Tahun ke-…\", atau isi Periode pada lembar Identitas");
    if table.has_calendar_years() {
        let headings = columns.iter().map(|col| named(table, *col));
        finding = finding
            .covers(headings)
            .covers(filled.iter().map(|at| table.sheet.at(*at)));
    } else {
        // Without any year the table cannot be read at all.
        finding = finding
            .note(
                "akibatnya",
                format!("lembar ini tidak dicetak ({} baris)", rows.len()),
            )
            .covers(table.sheet.cell.keys().map(|at| table.sheet.at(*at)));
    }
    out.emit(finding);
}

/// The heading of a column as typed.
fn typed(table: &Table<'_>, col: u32) -> String {
    let at = table.sheet.anchor(table.header.row_of(col), col);
    let cell = table.sheet.get(at.row, at.col);
    cell.map(super::cell::shown).unwrap_or_default()
}

fn place(table: &Table<'_>, col: u32) -> CellRef {
    CellRef::new(table.header.row_of(col), col)
}

/// How many cells of a column hold something, in words.
fn filled(table: &Table<'_>, col: u32) -> String {
    let count = table
        .rows()
        .filter(|row| table.sheet.get(*row, col).is_some())
        .count();
    format!("{count} sel terisi")
}

fn is_near(column: &Column, plain: &str) -> bool {
    let mut heading = column.heading.iter().chain(column.pattern);
    heading.any(|heading| strsim::jaro_winkler(&heading::plain(heading), plain) > 0.8)
}

fn nearest(table: &Table<'_>, plain: &str) -> Option<&'static str> {
    table
        .schema
        .column
        .iter()
        .filter(|column| !table.header.has(column.key))
        .flat_map(|column| column.heading.iter().copied())
        .map(|heading| {
            (
                strsim::jaro_winkler(&heading::plain(heading), plain),
                heading,
            )
        })
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, heading)| heading)
}

fn one_line(text: &str) -> String {
    super::cell::one_line(text)
}
