//! Sheet Narasi: the agency's own text by subchapter.

use super::heading;
use super::shape::{Column, Kind, Shape};
use super::table::{Account, Table};
use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Located, Narasi};
use crate::workbook::Sheet;

/// Printed shape.
pub const SHAPE: Shape = Shape {
    id: "narasi",
    tab: "Narasi",
    tab_alias: &["naskah"],
    title: &["narasi", "naskah"],
    column: &[
        Column::new(
            "subbab",
            &["Subbab"],
            &["subbab", "sub bab", "bab", "bagian"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(18),
        Column::new(
            "isi",
            &["Isi"],
            &["isi", "uraian", "naskah", "teks"],
            Kind::Text,
        )
        .required()
        .width(110),
    ],
};

/// Reads the sheet. A blank subbab continues the one above.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<Narasi> {
    let Some(table) = Table::find(sheet, &SHAPE, out) else {
        return Vec::new();
    };
    let mut current: Option<(Located<String>, Option<String>)> = None;
    let row = table.read(account, out, |row, out| {
        if let Entry::Filled(subbab) = row.parent("subbab", out) {
            let judul = title(&subbab.value);
            current = Some((subbab.map(|text| slot(&text)), judul));
        }
        let (slot, judul) = current.clone()?;
        match row.text("isi", out) {
            Entry::Filled(isi) => Some(Some(Narasi { slot, judul, isi })),
            Entry::Broken(_) => None,
            Entry::Missing | Entry::Empty(_) => Some(None),
        }
    });
    // A subbab without text holds nothing yet and is no row; that it should hold
    // something is a finding of the checks, not of the reader.
    let blank = row.iter().filter(|row| row.is_none()).count();
    if let Some(entry) = account.last_mut().filter(|_| blank > 0) {
        entry.seen -= blank;
        entry.used -= blank;
    }
    row.into_iter().flatten().collect()
}

/// What stands behind the number; `None` if nothing does.
fn title(text: &str) -> Option<String> {
    let text = super::cell::one_line(text);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// `2.3 Kinerja Pelayanan` is `2.3`, `BAB V` is `5`, `Kata Pengantar` is
/// `kata-pengantar`, `Interpretasi T-C.23` is `t-c-23`.
pub fn slot(text: &str) -> String {
    let plain = heading::plain(text);
    let number = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    let numbered = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    if numbered {
        return number.to_owned();
    }
    if let Some(bab) = plain.strip_prefix("bab ") {
        let word = bab.split(' ').next().unwrap_or_default();
        return arabic(word).map_or_else(|| word.to_owned(), |n| n.to_string());
    }
    plain.trim_start_matches("interpretasi ").replace(' ', "-")
}

fn arabic(roman: &str) -> Option<usize> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    ROMAN.iter().position(|r| *r == roman).map(|at| at + 1)
}
