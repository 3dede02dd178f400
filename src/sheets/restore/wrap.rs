//! Names wrapped by hand: a line break in the midst of a name, where the next line
//! plainly goes on. Real breaks, of lists and of several entries, stay.

use super::{Found, Habit, columns, texts};
use crate::diagnostic::CellRef;
use crate::model::Worksheet;
use crate::sheets::cell;
use crate::sheets::schema::Kind;
use crate::sheets::table::Table;
use crate::workbook::Value;

/// Words after which a name goes on.
const GOES_ON: [&str; 22] = [
    "dan", "atau", "di", "ke", "dari", "pada", "dengan", "untuk", "yang", "oleh", "bagi", "dalam",
    "tentang", "terhadap", "atas", "antar", "serta", "melalui", "sesuai", "per", "kepada", "/",
];

/// Breaks that plainly go on, from which on a sheet is one that was wrapped by hand.
const ENOUGH: usize = 3;

/// Of so many breaks of such a sheet one plainly goes on: official names have capital
/// letters in most words.
const SHARE: usize = 5;

pub(super) fn find(table: &Table<'_>, found: &mut Found) {
    let rows: Vec<u32> = table.rows().collect();
    let mut broken: Vec<(CellRef, &str)> = Vec::new();
    for (column, col) in columns(table, |column| column.kind == Kind::Text) {
        for (at, text) in texts(table, &rows, col).filter(|(_, text)| text.trim().contains('\n')) {
            // Names have one line in every list of them.
            if table.schema.id == Worksheet::Tc27 && column.key == "uraian" {
                join(found, at, text, &cell::one_line(text));
            } else if !text.lines().skip(1).any(|line| line.trim().is_empty()) {
                broken.push((at, text));
            }
        }
    }
    let wrapped = is_wrapped_throughout(&broken);
    for (at, text) in broken {
        let joined = joined(text, |above, below| wrapped || goes_on(above, below));
        if joined != text {
            join(found, at, text, &joined);
        }
    }
}

fn join(found: &mut Found, at: CellRef, typed: &str, joined: &str) {
    let value = Value::Text(joined.to_owned());
    found.read_as(Habit::WrappedName, at, typed, value, joined.to_owned());
}

/// The text without the breaks at which it goes on.
fn joined(text: &str, on: impl Fn(&str, &str) -> bool) -> String {
    let mut out = String::new();
    let mut above = "";
    for line in text.lines().map(str::trim) {
        if !out.is_empty() {
            out.push(if !begins_entry(line) && on(above, line) {
                ' '
            } else {
                '\n'
            });
        }
        out.push_str(line);
        above = line;
    }
    out
}

/// Whether a line begins an entry of a list: a bullet, a number, a letter.
fn begins_entry(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let sign = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    let marked = word != sign && !sign.is_empty() && sign.len() <= 2;
    line.starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '"' | '/' | '%'))
        || (marked && sign.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether the next line plainly goes on: with a small letter, or behind a word that
/// cannot end a name.
fn goes_on(above: &str, below: &str) -> bool {
    let ended = above.ends_with(['.', ';', ':', '!', '?']);
    let last = above
        .split_whitespace()
        .last()
        .unwrap_or_default()
        .to_lowercase();
    let small = below.starts_with(|c: char| c.is_lowercase());
    !ended && (small || GOES_ON.contains(&last.as_str()) || above.ends_with('/'))
}

/// Whether a sheet's texts were all wrapped at one width: no line had room for the
/// next word, and of the breaks several plainly go on.
fn is_wrapped_throughout(broken: &[(CellRef, &str)]) -> bool {
    let pairs = || {
        broken.iter().flat_map(|(_, text)| {
            let lines = text.lines().map(str::trim);
            lines.clone().zip(lines.skip(1))
        })
    };
    let width = pairs()
        .map(|(above, _)| above.chars().count())
        .max()
        .unwrap_or(0);
    let full = |(above, below): (&str, &str)| {
        let word = below.split_whitespace().next().unwrap_or_default();
        above.chars().count() + 1 + word.chars().count() > width
    };
    let on = pairs()
        .filter(|(above, below)| goes_on(above, below))
        .count();
    on >= ENOUGH
        && on * SHARE >= pairs().count()
        && pairs().all(|pair| full(pair) && !begins_entry(pair.1))
}
