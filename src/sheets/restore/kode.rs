//! Kode with blanks or dashes for dots, in brackets, behind the agency's own kode, without
//! their leading zeros, or turned into a date whose format still shows them.

use super::{Found, Habit, columns, date, texts};
use crate::diagnostic::CellRef;
use crate::model::kode::KodeOpd;
use crate::model::{Kode, Worksheet, text};
use crate::sheets::schema::Kind;
use crate::sheets::table::Table;
use crate::workbook::Value;

/// Digits of the groups of a kode before the last one.
const WIDTH: [usize; 5] = [1, 2, 2, 1, 2];
/// Groups of an agency's kode.
const OPD: usize = 8;

pub(super) fn find(table: &Table<'_>, found: &mut Found) {
    let rows: Vec<u32> = table.rows().collect();
    for (_, col) in columns(table, |column| column.kind == Kind::Kode) {
        let last = last_width(table, &rows, col, None);
        for row in &rows {
            let at = CellRef::new(*row, col);
            let Some(cell) = table.sheet.cell.get(&at) else {
                continue;
            };
            match &cell.value {
                Value::Text(text) if text.parse::<Kode>().is_err() => {
                    if let Some(kode) = restored(text, last) {
                        let shown = kode.to_string();
                        found.read_as(Habit::Kode, at, text, Value::Text(shown.clone()), shown);
                    }
                }
                Value::Date(day) => {
                    let shown = date::shown(*day, cell.format.as_deref());
                    if let Some(kode) = shown.and_then(|shown| restored(&shown, last)) {
                        let shown = kode.to_string();
                        let typed = format!("tanggal {}-{}-{}", day.day, day.month, day.year);
                        found.read_as(Habit::Kode, at, &typed, Value::Text(shown.clone()), shown);
                    }
                }
                _ => {}
            }
        }
    }
    if table.schema.id == Worksheet::Pendanaan
        && let Some(col) = table.col("uraian")
    {
        let last = last_width(table, &rows, col, Some(4));
        for (at, text) in texts(table, &rows, col) {
            if let Some((kode, name)) = coded(text, last) {
                let shown = format!("{kode} - {name}");
                found.read_as(Habit::Kode, at, text, Value::Text(shown), kode.to_string());
            }
        }
    }
}

/// The kode and the name of a cell that holds both, if the kode is typed in a way of
/// its own.
fn coded(text: &str, last: Option<usize>) -> Option<(Kode, &str)> {
    if let Some((first, name)) = text.trim().split_once(char::is_whitespace)
        && let Some(dotted) = with_dots(first, least(name))
        && let Some(kode) = restored(&dotted, last)
    {
        return Some((kode, without_sign(name)));
    }
    let of_kode = |c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '[' | ']' | '(' | ')')
    };
    let end = text.find(|c| !of_kode(c)).unwrap_or(text.len());
    let (run, name) = text.split_at(end);
    let plain = run.trim();
    let bare = plain.trim_end_matches('.').parse::<Kode>();
    // Without blanks in it the reader of the table knows it.
    if plain.is_empty() || (bare.is_ok() && !plain.contains(char::is_whitespace)) {
        return None;
    }
    let kode = restored(run, last)?;
    Some((kode, without_sign(name)))
}

/// Groups of a kode with this name: a bidang urusan has two.
fn least(name: &str) -> usize {
    let plain = text::plain(name);
    let is_urusan = ["urusan ", "unsur "]
        .iter()
        .any(|word| plain.starts_with(word));
    if is_urusan { LIST - 1 } else { LIST }
}

/// A name without what parts it from its kode.
fn without_sign(name: &str) -> &str {
    name.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | '.'))
}

/// Signs that stand for the dots of a kode where it has none.
const DOTS: [char; 6] = ['-', '–', '/', '_', '·', ','];
/// Groups from which on such a list is no date, range or decimal.
const LIST: usize = 3;

/// `1-02-02` with dots; also without the apostrophe of a text cell, which was typed
/// within it.
fn with_dots(text: &str, least: usize) -> Option<String> {
    let bare = text.trim_start_matches(['\'', '’', '`']);
    if bare.contains('.') {
        return (bare.len() < text.len()).then(|| bare.to_owned());
    }
    let sign = bare.chars().find(|c| DOTS.contains(c))?;
    let group: Vec<&str> = bare.split(sign).map(str::trim).collect();
    let counts = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    (group.len() >= least && group.iter().all(counts)).then(|| group.join("."))
}

/// The only kode that a text can mean.
fn restored(text: &str, last: Option<usize>) -> Option<Kode> {
    let bare = text.trim().trim_matches(['[', ']', '(', ')']).trim();
    let dotted = with_dots(bare, LIST);
    let bare = dotted.as_deref().unwrap_or(bare);
    if !bare
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '.')
    {
        return None;
    }
    // A lone figure is no kode; neither is a list of two, which may be a decimal.
    let group: Vec<&str> = bare
        .split(|c: char| c == '.' || c.is_whitespace())
        .filter(|group| !group.is_empty())
        .collect();
    if group.len() < 2 {
        return None;
    }
    if let Ok(kode) = bare.parse::<Kode>() {
        return Some(kode);
    }
    let own = match group.split_at_checked(OPD) {
        Some((opd, own)) if opd.join(".").parse::<KodeOpd>().is_ok() && !own.is_empty() => own,
        _ => &group[..],
    };
    own.join(".").parse().ok().or_else(|| padded(own, last))
}

/// A kode with the zeros that stood before its groups. The last group of a sub
/// kegiatan has `last` digits, two or four; without it no zero is put back.
fn padded(group: &[&str], last: Option<usize>) -> Option<Kode> {
    let last = last?;
    if group.len() < 3 {
        return None;
    }
    let mut whole = Vec::new();
    for (at, text) in group.iter().enumerate() {
        let width = WIDTH.get(at).copied().unwrap_or(last);
        if text.len() > width {
            return None;
        }
        whole.push(format!("{text:0>width$}"));
    }
    whole.join(".").parse().ok()
}

/// Kode that make it a way of typing to leave their zeros out, and no slip.
const ENOUGH: usize = 3;

/// Digits of the last group of a sub kegiatan, where the whole column is typed without
/// leading zeros; `None` where single kode lack them, which is a slip and may hide
/// another kode.
fn last_width(table: &Table<'_>, rows: &[u32], col: u32, default: Option<usize>) -> Option<usize> {
    let (mut all, mut longest) = (0, 0);
    for (_, text) in texts(table, rows, col) {
        let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.'));
        let group: Vec<&str> = text[..end.unwrap_or(text.len())].split('.').collect();
        if group.len() < 2 {
            continue;
        }
        if group.iter().any(|group| group.starts_with('0')) {
            return None;
        }
        all += 1;
        longest = longest.max(group.get(WIDTH.len()).map_or(0, |last| last.len()));
    }
    // Three digits are four without a zero.
    let width = if longest > 2 { Some(4) } else { default };
    width.filter(|_| all >= ENOUGH)
}
