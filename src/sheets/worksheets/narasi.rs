//! Sheet Narasi: the agency's own text by subchapter.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, Origin, Scope};
use crate::model::{Entry, Located, Narasi, Worksheet};
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::header;
use crate::sheets::heading;
use crate::sheets::restore::{self, Habit, Said};
use crate::sheets::row::Row;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::table::{Account, Table};
use crate::workbook::{Date, Sheet, Value};

/// Printed shape.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Narasi,
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

/// Reads the sheet. A blank subbab continues the one above. Subchapters whose text is still
/// to be written go into `blank`, each with the cell for it.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    blank: &mut Vec<Located<String>>,
    out: &mut Diagnostics,
) -> Vec<Narasi> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    let mut current: Option<Subbab> = None;
    let mut said = Said::default();
    let row = table.read(account, out, |row, out| {
        if let Entry::Filled(typed) = subbab(row, out) {
            let own = Subbab::new(&typed);
            if let Some(at) = typed.origin.cell.filter(|_| own.unusual) {
                said.say(Habit::Subbab, at, &own.tertulis, own.slot.value.clone());
            }
            current = Some(own);
        } else if holds_date(row) {
            current = None;
        }
        let subbab = current.as_ref()?;
        match row.text("isi", out) {
            Entry::Filled(isi) => Some(Some(Narasi {
                slot: subbab.slot.clone(),
                tertulis: subbab.tertulis.clone(),
                judul: subbab.judul.clone(),
                isi,
            })),
            Entry::Broken(_) => None,
            Entry::Missing | Entry::Empty(_) => {
                let slot = subbab.slot.value.clone();
                blank.push(Located::new(slot, row.origin("isi")));
                Some(None)
            }
        }
    });
    said.tell(sheet, out);
    // A subbab without text holds nothing yet and is no row; that it should hold
    // something is a finding of the checks, not of the reader.
    let empty = row.iter().filter(|row| row.is_none()).count();
    if let Some(entry) = account.last_mut().filter(|_| empty > 0) {
        entry.seen -= empty;
        entry.used -= empty;
    }
    row.into_iter().flatten().collect()
}

/// A cell of the column `subbab`.
struct Subbab {
    slot: Located<String>,
    tertulis: String,
    judul: Option<String>,
    /// Whether it is named otherwise than the form asks for.
    unusual: bool,
}

impl Subbab {
    fn new(typed: &Located<String>) -> Self {
        let numbered = number(&typed.value);
        let slot = slot(&typed.value);
        let line = cell::one_line(&typed.value);
        let plain = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let begins = line[..line.len() - plain.len()].trim_end_matches('.') == slot;
        let whole_chapter =
            numbered.is_none() || line.to_lowercase().starts_with("bab ") && !slot.contains('.');
        Self {
            unusual: numbered.is_some() && !begins && !whole_chapter,
            judul: match numbered {
                Some((_, title)) => Some(title).filter(|title| !title.is_empty()),
                None => Some(line.clone()),
            },
            slot: Located::new(slot, typed.origin.clone()),
            tertulis: line,
        }
    }
}

/// The text of the column `subbab`. A date there is what a spreadsheet made of `1.1`;
/// it is the number again only where its format still shows it.
fn subbab(row: &Row<'_>, out: &mut Diagnostics) -> Entry<String> {
    let Some((date, format, origin)) = date(row) else {
        return row.parent("subbab", out);
    };
    if let Some(shown) = restore::shown_date(date, format.as_deref()) {
        return Entry::Filled(Located::new(shown, origin));
    }
    if origin.cell.is_some_and(|cell| cell.row == row.row) {
        out.emit(
            Diagnostic::error(
                code::UNEXPECTED_DATE,
                origin.clone(),
                format!(
                    "nomor subbab dibaca Excel sebagai tanggal {}-{}-{}; teksnya tidak dicetak",
                    date.day, date.month, date.year
                ),
            )
            .unprinted(Scope::Cell)
            .hint("ubah format sel menjadi Teks lalu ketik ulang nomornya, misalnya 1.1"),
        );
    }
    Entry::Broken(origin)
}

/// The date that stands in the column `subbab`, with its format.
fn date(row: &Row<'_>) -> Option<(Date, Option<Arc<str>>, Origin)> {
    let sheet = row.table.sheet;
    let at = sheet.anchor(row.row, row.table.col("subbab")?);
    let cell = sheet.get(at.row, at.col)?;
    match cell.value {
        Value::Date(date) => Some((date, cell.format.clone(), sheet.at(at))),
        _ => None,
    }
}

fn holds_date(row: &Row<'_>) -> bool {
    date(row).is_some()
}

/// Whether a sheet is this one by its headings alone: nothing else has a column of
/// subchapters next to one of texts.
pub(in crate::sheets) fn has_headings(sheet: &Sheet) -> bool {
    let Some(header) = header::find(sheet, &SCHEMA) else {
        return false;
    };
    let is = |key: &str, word: &[&str]| {
        header.single.get(key).is_some_and(|col| {
            (header.top..header.body).any(|row| {
                match sheet.get(row, *col).map(|cell| &cell.value) {
                    Some(Value::Text(text)) => word.contains(&heading::plain(text).as_str()),
                    _ => false,
                }
            })
        })
    };
    is("subbab", &["subbab", "sub bab"])
        && is("isi", &["isi", "uraian", "naskah", "teks", "isi naskah"])
}

/// `2.3 Kinerja Pelayanan` is `2.3`, `BAB V` is `5`, `BAB I 1.1 Latar Belakang`, `Sub
/// Bab 1.1`, `I.1` and `1,1` are `1.1`, `Kata Pengantar` is `kata-pengantar`,
/// `Interpretasi T-C.23` is `t-c-23`.
pub fn slot(text: &str) -> String {
    if let Some((number, _)) = number(text) {
        return number;
    }
    let plain = heading::plain(text);
    plain.trim_start_matches("interpretasi ").replace(' ', "-")
}

/// The number of a chapter or subchapter, and the title behind it.
fn number(text: &str) -> Option<(String, String)> {
    let line = tight(text);
    let mut word: Vec<&str> = line.split(' ').collect();
    let is = |at: usize, word: &[&str], list: &[&str]| {
        word.get(at)
            .is_some_and(|own| list.contains(&own.to_lowercase().as_str()))
    };
    // `BAB I 1.1`: the number of the subchapter tells the chapter.
    if is(0, &word, &["bab"])
        && word
            .get(2)
            .is_some_and(|word| group(word).is_some_and(|n| n.contains('.')))
    {
        word.drain(..2);
    }
    let chapter = is(0, &word, &["bab"]);
    if is(0, &word, &["sub"]) && is(1, &word, &["bab"]) {
        word.drain(..2);
    } else if is(0, &word, &["subbab", "sub-bab", "bab", "sub.bab"]) {
        word.drain(..1);
    }
    let first = word.first()?;
    let number =
        group(first).or_else(|| chapter.then(|| arabic(first).map(|n| n.to_string()))?)?;
    let title = word[1..].join(" ");
    let title = title.trim_start_matches(['-', '–', ':', ' ']).to_owned();
    Some((number, title))
}

/// One line without blanks around the dots of a number.
fn tight(text: &str) -> String {
    let line = cell::one_line(text);
    let mut out = String::with_capacity(line.len());
    let letter: Vec<char> = line.chars().collect();
    for (at, c) in letter.iter().enumerate() {
        let after = letter.get(at + 1).copied().unwrap_or_default();
        let before = out.chars().last().unwrap_or_default();
        let beside_dot = matches!(before, '.' | ',') && after.is_ascii_digit()
            || matches!(after, '.' | ',') && before.is_ascii_digit();
        if *c != ' ' || !beside_dot {
            out.push(*c);
        }
    }
    out
}

/// `1.1`, `1.1.`, `1,1`, `I.1` to `1.1`; `None` for a word.
fn group(word: &str) -> Option<String> {
    let bare = word
        .trim_end_matches(['.', ':', ')', ','])
        .replace(',', ".");
    let (first, rest) = bare
        .split_once('.')
        .map_or((bare.as_str(), None), |(a, b)| (a, Some(b)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let good = rest.is_none_or(|rest| rest.split('.').all(digits));
    let first = match rest {
        _ if digits(first) => first.to_owned(),
        Some(_) => arabic(first)?.to_string(),
        None => return None,
    };
    good.then(|| rest.map_or(first.clone(), |rest| format!("{first}.{rest}")))
}

/// The number of a chapter in Roman figures.
fn arabic(roman: &str) -> Option<usize> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let bare = roman.trim_end_matches(['.', ':', ')']).to_lowercase();
    let at = ROMAN.iter().position(|own| *own == bare)?;
    Some(at + 1)
}
