//! Rows of worksheets of words, parents over their children.

use std::borrow::Cow;

use super::{Jenis, Record, borrowed};
use crate::model::{BarisMatriks, Entry};

/// One record a row. A cell above blank ones covers them as far as no column left
/// of it begins anew; the last columns of a row never cover others.
pub(super) fn records(row: &[BarisMatriks]) -> Vec<Record<'_>> {
    let mut list: Vec<Record<'_>> = row
        .iter()
        .map(|row| {
            let mut record = Record::new(Jenis::Biasa);
            for (key, value) in &row.sel {
                record.sel.insert(key, borrowed(value));
            }
            for (tahun, value) in &row.per_tahun {
                record
                    .per_tahun
                    .insert(("tahap", *tahun), tick(borrowed(value)));
            }
            record
        })
        .collect();
    for key in PARENT {
        span(&mut list, key);
    }
    number(&mut list);
    list
}

/// Columns whose cells stand over the rows below them.
const PARENT: [&str; 10] = [
    "layanan",
    "permasalahan",
    "potensi",
    "isu_klhs",
    "global",
    "nasional",
    "regional",
    "isu_strategis",
    "arah_kebijakan_rpjmd",
    "program_prioritas",
];

/// Lets each filled cell of a column cover the blank ones below it.
fn span(list: &mut [Record<'_>], key: &'static str) {
    let filled = |record: &Record<'_>| record.sel.get(key).is_some_and(|value| !value.is_missing());
    let known: Vec<bool> = list.iter().map(filled).collect();
    let start: Vec<usize> = known
        .iter()
        .enumerate()
        .filter(|(_, f)| **f)
        .map(|(at, _)| at)
        .collect();
    for (nth, at) in start.iter().enumerate() {
        let end = start.get(nth + 1).copied().unwrap_or(list.len());
        if let Some(record) = list.get_mut(*at) {
            record.rentang.insert(key, end - at);
        }
    }
}

/// The running number covers what its first parent covers.
fn number(list: &mut [Record<'_>]) {
    for record in list {
        let first = PARENT
            .into_iter()
            .filter(|key| {
                !matches!(
                    *key,
                    "isu_klhs" | "global" | "nasional" | "regional" | "isu_strategis"
                )
            })
            .find_map(|key| record.rentang.get(key).copied());
        if let Some(span) = first {
            record.rentang.insert("no", span);
        }
    }
}

/// The signs by which offices tick a year, as one sign.
fn tick(entry: Entry<Cow<'_, str>>) -> Entry<Cow<'_, str>> {
    entry.map(|text| match text.trim() {
        "v" | "V" | "√" | "✓" | "✔" | "x" | "X" | "ü" => Cow::Borrowed("√"),
        _ => text,
    })
}
