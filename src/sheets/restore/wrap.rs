//! Texts wrapped by hand, or pasted with the line ends of the page that they were copied
//! from: a line break where the next line plainly goes on. Real breaks, of lists and of
//! several entries, stay.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Habit, Said, columns, texts};
use crate::diagnostic::CellRef;
use crate::model::{Entry, TabelTambahan, Worksheet, split_coded};
use crate::sheets::cell;
use crate::sheets::schema::Kind;
use crate::sheets::table::Table;
use crate::workbook::Value;

/// Words after which a text goes on.
const GOES_ON: [&str; 22] = [
    "dan", "atau", "di", "ke", "dari", "pada", "dengan", "untuk", "yang", "oleh", "bagi", "dalam",
    "tentang", "terhadap", "atas", "antar", "serta", "melalui", "sesuai", "per", "kepada", "/",
];

/// Breaks that plainly go on, from which on a sheet is one whose lines were wrapped.
const ENOUGH: usize = 3;

/// Of so many breaks of such a sheet one plainly goes on: official names have capital
/// letters in most words.
const SHARE: usize = 5;

/// Of ten breaks of such a sheet so many stand where the next word had no room.
const FULL: usize = 8;

pub(super) fn find(table: &Table<'_>, found: &mut Found) {
    let rows: Vec<u32> = table.rows().collect();
    let mut list: Vec<(CellRef, &str)> = Vec::new();
    for (column, col) in columns(table, |column| column.kind == Kind::Text) {
        for (at, text) in texts(table, &rows, col) {
            // Names have one line in every list of them.
            if !(table.schema.id == Worksheet::Tc27 && column.key == "uraian") {
                list.push((at, text));
            } else if text.trim().contains('\n') {
                join(found, at, text, cell::one_line(text));
            }
        }
    }
    for (at, text, joined) in rejoined(&list) {
        join(found, at, text, joined);
    }
}

fn join(found: &mut Found, at: CellRef, typed: &str, joined: String) {
    let value = Value::Text(joined.clone());
    found.read_as(Habit::Wrapped, at, typed, value, joined);
}

/// The same for a table of the agency's own, heading and body.
pub(in crate::sheets) fn join_own(table: &mut TabelTambahan, said: &mut Said) {
    let mut read: BTreeMap<CellRef, String> = BTreeMap::new();
    for section in [&table.kepala, &table.isi] {
        let cells = section.iter().flatten().filter_map(|cell| {
            let located = cell.teks.located()?;
            Some((located.origin.cell?, located.value.as_str()))
        });
        let list: Vec<(CellRef, &str)> = cells.collect();
        for (at, text, joined) in rejoined(&list) {
            said.say(Habit::Wrapped, at, text, joined.clone());
            read.insert(at, joined);
        }
    }
    let cells = table.kepala.iter_mut().chain(&mut table.isi).flatten();
    for cell in cells {
        if let Entry::Filled(located) = &mut cell.teks
            && let Some(joined) = located.origin.cell.and_then(|at| read.remove(&at))
        {
            located.value = joined;
        }
    }
}

/// What the columns of a sheet show of how its lines were ended.
struct Column<'t> {
    /// Widths of its broken lines, from the least.
    lines: Vec<u32>,
    /// Whether one of its breaks plainly goes on.
    goes_on: bool,
    /// Whole texts of its cells.
    whole: BTreeSet<&'t str>,
}

impl Column<'_> {
    /// Its width: that of its widest line, but for one in ten, which a longer word or
    /// another hand made.
    fn width(&self) -> u32 {
        let count = self.lines.len();
        let at = count.saturating_sub(1 + count / 10);
        self.lines.get(at).copied().unwrap_or(0)
    }
}

/// The cells with a break at which their text goes on: as typed, and joined.
fn rejoined<'t>(list: &[(CellRef, &'t str)]) -> Vec<(CellRef, &'t str, String)> {
    let mut column: BTreeMap<u32, Column<'t>> = BTreeMap::new();
    for (at, text) in list {
        let own = column.entry(at.col).or_insert_with(|| Column {
            lines: Vec::new(),
            goes_on: false,
            whole: BTreeSet::new(),
        });
        own.whole.insert(text.trim());
        if is_broken(text) {
            own.lines.extend(text.lines().map(width));
            own.goes_on |= pairs(text).any(|(above, below)| goes_on(above, below));
        }
    }
    for own in column.values_mut() {
        own.lines.sort_unstable();
    }
    let broken = || list.iter().filter(|(_, text)| is_broken(text));
    let wrapped = is_wrapped_throughout(&column, broken().copied());
    let joined = broken().filter_map(|(at, text)| {
        let own = &column[&at.col];
        let wrapped = wrapped && own.goes_on;
        let named = is_one_name(text);
        let joined = joined(text, |entry, above, below| {
            let full = wrapped && is_full(above, below, own.width());
            named || goes_on(above, below) || full && !begins_anew(entry, below, own)
        });
        (joined != *text).then_some((*at, *text, joined))
    });
    joined.collect()
}

/// Whether a text is a kode with its name: no list, whose other lines would have kode too.
fn is_one_name(text: &str) -> bool {
    let mut lines = text.trim().lines().map(str::trim);
    let first = lines.next().and_then(split_coded);
    first.is_some() && lines.all(|line| !begins_entry(line) && !line.contains(':'))
}

/// Whether a text has lines, and no blank one between them, which is a real break.
fn is_broken(text: &str) -> bool {
    let text = text.trim();
    text.contains('\n') && text.lines().all(|line| !line.trim().is_empty())
}

/// Each line of a text with the one below it.
fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = text.trim().lines().map(str::trim);
    lines.clone().zip(lines.skip(1))
}

/// The text without the breaks at which it goes on. `on` is asked with what stands since
/// the last break that stays, the line above and the line below.
fn joined(text: &str, on: impl Fn(&str, &str, &str) -> bool) -> String {
    let mut out = String::new();
    let (mut above, mut begun) = ("", 0);
    for line in text.lines().map(str::trim) {
        if !out.is_empty() {
            if !begins_entry(line) && on(&out[begun..], above, line) {
                // A word that was parted at its own hyphen or slash is one word.
                let parted = ["-", "/"].iter().any(|sign| {
                    let word = above.strip_suffix(sign);
                    word.is_some_and(|word| word.ends_with(char::is_alphanumeric))
                });
                out.push_str(if parted { "" } else { " " });
            } else {
                out.push('\n');
                begun = out.len();
            }
        }
        out.push_str(line);
        above = line;
    }
    out
}

/// Whether a line begins an entry of a list: a bullet, a number, a letter, a kode.
fn begins_entry(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let sign = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    let marked = word != sign && !sign.is_empty() && sign.len() <= 2;
    line.starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '"' | '/' | '%' | '&'))
        || (marked && sign.bytes().all(|b| b.is_ascii_alphanumeric()))
        || split_coded(line).is_some()
}

/// Whether a line begins as its entry does, or the entry above it is one that another
/// cell of the column has alone: several entries below each other.
fn begins_anew(entry: &str, below: &str, column: &Column<'_>) -> bool {
    let first = |text: &str| text.split_whitespace().next().map(str::to_lowercase);
    first(entry) == first(below) || column.whole.contains(entry)
}

/// Whether the next line plainly goes on: with a small letter, or behind a word that
/// cannot end a text.
fn goes_on(above: &str, below: &str) -> bool {
    let last = above
        .split_whitespace()
        .last()
        .unwrap_or_default()
        .to_lowercase();
    let small = below.starts_with(|c: char| c.is_lowercase());
    !is_ended(above) && (small || GOES_ON.contains(&last.as_str()) || above.ends_with('/'))
}

fn is_ended(line: &str) -> bool {
    line.ends_with(['.', ';', ':', '!', '?'])
}

/// Whether a line of a column had no room for the next word, by a twentieth of its width
/// more or less: how wide its letters were is not known.
fn is_full(above: &str, below: &str, column: u32) -> bool {
    let word = below.split_inclusive([' ', '-']).next().unwrap_or_default();
    !is_ended(above) && (width(above) + width(" ") + width(word.trim_end())) * 20 > column * 19
}

/// About how wide a line runs, in hundredths of the type size.
fn width(line: &str) -> u32 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | 'I' | ' ' | '.' | ',' | ';' | ':' | '-' | '/' | '('
        | ')' => 28,
        'm' | 'w' | 'M' | 'W' => 85,
        c if c.is_uppercase() => 68,
        _ => 55,
    };
    line.chars().map(letter).sum()
}

/// Whether a sheet's texts were wrapped, each column at its own width: of the breaks
/// several plainly go on, and nearly all others stand where the line had no room for the
/// next word.
fn is_wrapped_throughout<'t>(
    column: &BTreeMap<u32, Column<'t>>,
    broken: impl Iterator<Item = (CellRef, &'t str)>,
) -> bool {
    let (mut on, mut full, mut all) = (0, 0, 0);
    for (at, text) in broken {
        // A break between entries says nothing of the others.
        for (above, below) in
            pairs(text).filter(|(above, below)| !is_ended(above) && !begins_entry(below))
        {
            all += 1;
            if goes_on(above, below) {
                on += 1;
            } else if is_full(above, below, column[&at.col].width()) {
                full += 1;
            }
        }
    }
    on >= ENOUGH && on * SHARE >= all && full * 10 >= (all - on) * FULL
}
