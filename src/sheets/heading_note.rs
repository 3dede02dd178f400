//! What the office added to a heading that prints in the regulation's words: a unit of
//! counts, `Jumlah (ribu)`, a note, `2024 (s.d. Juni)`. The figures below print as typed,
//! so that the addition is missed on the page.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{one_line, short};
use super::code;
use super::heading;
use super::money_unit;
use super::schema::{Column, Kind};
use super::table::Table;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, some_cells};
use crate::workbook::Value;

/// Headings that a finding names.
const NAMED: usize = 6;
/// Shortest addition that says something, in letters and digits.
const SHORTEST: usize = 2;

/// Reports additions to the headings of a table.
pub(super) fn report(table: &Table<'_>, out: &mut Diagnostics) {
    let mut scale: BTreeMap<CellRef, String> = BTreeMap::new();
    let mut note: BTreeMap<CellRef, String> = BTreeMap::new();
    let mut used: BTreeSet<CellRef> = BTreeSet::new();
    for (column, col) in columns(table) {
        let known = known(column);
        for row in table.header.top..table.header.body {
            let at = table.sheet.anchor(row, col);
            let Some(Value::Text(text)) = table.sheet.get(at.row, at.col).map(|cell| &cell.value)
            else {
                continue;
            };
            if !used.insert(at) {
                continue;
            }
            let counts = matches!(column.kind, Kind::Angka | Kind::Target);
            if counts && money_unit::multiplies(&heading::plain(text)) {
                scale.insert(at, one_line(text));
                continue;
            }
            let added: Vec<&str> = additions(text).filter(|own| is_new(own, &known)).collect();
            // The unit of money is told where it is applied.
            if column.kind != Kind::Rupiah && !added.is_empty() {
                note.insert(at, added.join(", "));
            }
        }
    }
    if let Some((first, typed)) = scale.first_key_value() {
        let message = format!(
            "judul kolom \"{}\" menyebut kelipatan; angkanya dicetak seperti yang diketik, tetapi judulnya menurut peraturan",
            short(typed)
        );
        out.emit(
            Diagnostic::warning(code::UNIT_UNCLEAR, table.sheet.at(*first), message)
                .note("sel", quoted(scale.iter()))
                .hint("ketik angkanya secara penuh, atau tulis kelipatannya pada kolom satuan"),
        );
    }
    if let Some((first, _)) = note.first_key_value() {
        out.emit(
            Diagnostic::info(
                code::HEADING_NOTE,
                table.sheet.at(*first),
                "tambahan pada judul kolom tidak dicetak, karena judulnya menurut peraturan",
            )
            .note("sel", quoted(note.iter()))
            .hint("tulis pada kolom satuan atau keterangan bila perlu diketahui pembaca"),
        );
    }
}

fn quoted<'n>(list: impl Iterator<Item = (&'n CellRef, &'n String)>) -> String {
    let list: Vec<(&CellRef, &String)> = list.collect();
    some_cells(&list, NAMED, "; ", |(at, text)| {
        format!("{at} \"{}\"", short(text))
    })
}

/// The columns in use, each with what it is.
fn columns<'t>(table: &'t Table<'_>) -> impl Iterator<Item = (&'static Column, u32)> + 't {
    table.schema.column.iter().flat_map(|column| {
        let yearly = table.header.yearly.get(column.key).into_iter().flatten();
        let yearly = yearly.map(|(_, col)| *col);
        let all = table.col(column.key).into_iter().chain(yearly);
        all.map(move |col| (column, col))
    })
}

/// The words that the regulation or the program's own patterns know for a column.
fn known(column: &Column) -> BTreeSet<String> {
    let texts = column.heading.iter().chain(column.pattern);
    let plain = texts.map(|text| heading::plain(text));
    plain
        .flat_map(|text| text.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// What stands in brackets in a heading.
fn additions(text: &str) -> impl Iterator<Item = &str> {
    let groups = text.split(['(', '[']).skip(1);
    groups.filter_map(|rest| rest.split_once([')', ']']).map(|(inside, _)| inside.trim()))
}

/// Whether an addition says more than years, numbers of columns and what the heading
/// says anyhow.
fn is_new(added: &str, known: &BTreeSet<String>) -> bool {
    let plain = heading::plain(added);
    let says = |word: &str| {
        let counts = word.bytes().all(|b| b.is_ascii_digit());
        let of_year = matches!(
            word,
            "tahun" | "ke" | "ta" | "n" | "t" | "rp" | "output" | "outcome"
        );
        !(counts || of_year || known.contains(word))
    };
    let letters = plain.chars().filter(|c| c.is_alphanumeric()).count();
    added.contains('%')
        || (letters >= SHORTEST && heading::year(&plain).is_none() && plain.split(' ').any(says))
}
