//! Counts typed with the word for what they count, `4 orang`, `1 unit`, or again in
//! words, `8 (delapan)`.

use rust_decimal::Decimal;

use super::{Found, Habit, columns, texts};
use crate::model::number;
use crate::model::terbilang::terbilang;
use crate::sheets::schema::Kind;
use crate::sheets::table::Table;
use crate::workbook::Value;

/// Words for what is counted. Any other word may say something of its own.
const WORDS: [&str; 19] = [
    "orang",
    "org",
    "jiwa",
    "pegawai",
    "pns",
    "asn",
    "unit",
    "buah",
    "bh",
    "set",
    "paket",
    "ruang",
    "lokal",
    "bidang",
    "persil",
    "lembar",
    "kali",
    "eksemplar",
    "stel",
];

pub(super) fn find(table: &Table<'_>, found: &mut Found) {
    let rows: Vec<u32> = table.rows().collect();
    for (_, col) in columns(table, |column| column.kind == Kind::Angka) {
        for (at, text) in texts(table, &rows, col) {
            if let Some(number) = counted(text) {
                let shown = number::print(number);
                found.read_as(Habit::Count, at, text, Value::Number(number), shown);
            }
        }
    }
}

/// The number of a count with its word.
fn counted(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
    let (digits, rest) = text.split_at(end);
    let number = number::parse(digits).ok()?;
    let rest = rest.trim();
    let spelt = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let is_count = match spelt {
        Some(spelt) => terbilang(number).eq_ignore_ascii_case(spelt.trim()),
        None => WORDS.contains(&rest.trim_end_matches('.').to_lowercase().as_str()),
    };
    is_count.then_some(number)
}
