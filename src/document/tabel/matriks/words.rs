//! Rows of worksheets of words, parents over their children.

use std::borrow::Cow;

use super::cells::Jenis;
use super::record::{Record, borrowed};
use crate::model::{BarisMatriks, Entry, Level, split_coded, text};

/// One record a row. A cell above blank ones covers them; the last columns of a
/// row never cover others.
pub(super) fn records(is_staircase: bool, row: &[BarisMatriks]) -> Vec<Record<'_>> {
    let mut list: Vec<Record<'_>> = row
        .iter()
        .map(|row| {
            let mut record = Record::new(Jenis::Biasa);
            for (key, value) in &row.sel {
                record.sel.insert(key, borrowed(value));
            }
            for (place, value) in &row.per_tahun {
                record.per_tahun.insert(*place, tick(borrowed(value)));
            }
            record
        })
        .collect();
    if is_staircase {
        for record in &mut list {
            level(record);
            widen(record);
        }
        name_parents(&mut list, &STEP);
        return list;
    }
    for key in PARENT {
        span(&mut list, key);
    }
    number(&mut list);
    name_parents(&mut list, &NAMED);
    list
}

/// The level that a name without kode begins with.
pub(super) fn named_level(name: &str) -> Option<Level> {
    let plain = text::plain(name);
    let begins = |word: &str| plain == word || plain.starts_with(&format!("{word} "));
    if begins("program") {
        Some(Level::Program)
    } else if begins("kegiatan") {
        Some(Level::Kegiatan)
    } else if begins("sub kegiatan") || begins("subkegiatan") {
        Some(Level::SubKegiatan)
    } else {
        None
    }
}

/// A statement runs over the steps right of it, which its row leaves empty.
fn widen(record: &mut Record<'_>) {
    let filled = |key: &str| record.sel.get(key).is_some_and(|value| !value.is_missing());
    let Some(own) = STEP.iter().rposition(|(key, _)| filled(key)) else {
        return;
    };
    if own + 1 < STEP.len() {
        record.until.insert(STEP[own].0, STEP_ENDS);
    }
}

/// The level of a step: by the kode of what it names, else by the step itself.
fn level(record: &mut Record<'_>) {
    let said = |key: &str| {
        let found = record.sel.iter().find(|(own, _)| **own == key);
        found.and_then(|(_, value)| value.value())
    };
    let named = said("uraian").and_then(|text| split_coded(text));
    let kode = named.map(|(kode, _)| kode.level());
    let word = said("uraian").and_then(|text| named_level(text));
    record.jenis = match kode.or(word) {
        _ if said("tujuan").is_some() => Jenis::Tujuan,
        _ if said("sasaran").is_some() => Jenis::Sasaran,
        Some(Level::Urusan | Level::BidangUrusan) => Jenis::BidangUrusan,
        Some(Level::Program) => Jenis::Program,
        Some(Level::Kegiatan) => Jenis::Kegiatan,
        Some(Level::SubKegiatan) => Jenis::SubKegiatan,
        None if said("outcome").is_some() => Jenis::Program,
        None if said("output").is_some() => Jenis::Kegiatan,
        None => Jenis::Biasa,
    };
    // As in the funding table.
    record.jorok = u8::from(record.jenis == Jenis::SubKegiatan);
}

/// Columns of a table that goes down step by step, with their names: a row has
/// the cell of its own step, and stands below the last of each step before.
const STEP: [(&str, &str); 4] = [
    ("tujuan", "Tujuan"),
    ("sasaran", "Sasaran"),
    ("outcome", "Outcome"),
    ("output", "Output"),
];

/// The column before which the steps end.
const STEP_ENDS: &str = "indikator";

/// Parents that a further page names, in the order of their columns.
const NAMED: [(&str, &str); 8] = [
    ("kinerja", ""),
    ("jenis_layanan", ""),
    ("layanan", ""),
    ("potensi", ""),
    ("permasalahan", ""),
    ("isu_strategis", ""),
    ("arah_kebijakan_rpjmd", ""),
    ("program_prioritas", ""),
];

/// A statement below its label and number, `Tujuan 1: ...`; one that the office typed with
/// its label stands as it was typed.
pub(super) fn labelled(label: &str, number: &str, text: &str) -> String {
    let word = text.get(..label.len());
    let rest = word
        .filter(|word| word.eq_ignore_ascii_case(label))
        .map(|word| text[word.len()..].trim_start());
    let typed = rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == ':'));
    match (typed || label.is_empty(), number) {
        (true, _) => text.to_owned(),
        (false, "") => format!("{label}: {text}"),
        (false, _) if has_number(text) => format!("{label}: {text}"),
        (false, number) => format!("{label} {number}: {text}"),
    }
}

/// A statement behind its number; one that the office numbered stands as it was typed.
pub(super) fn numbered(number: &str, text: &str) -> String {
    if has_number(text) {
        text.to_owned()
    } else {
        format!("{number} {text}")
    }
}

/// Whether a statement begins with a number of its own: `1.`, `1.2`, `T1`, `S1.2`.
fn has_number(text: &str) -> bool {
    let Some((sign, _)) = text.trim_start().split_once(char::is_whitespace) else {
        return false;
    };
    let bare = sign.trim_end_matches(['.', ')', ':']);
    let digits = bare.strip_prefix(['T', 'S']).unwrap_or(bare);
    let is_group =
        |group: &str| (1..=2).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit());
    let is_marked = bare.len() < sign.len() || digits.len() < bare.len() || digits.contains('.');
    is_marked && digits.split('.').all(is_group)
}

/// Tells each row the parents above it whose cells do not begin in it.
fn name_parents(list: &mut [Record<'_>], key: &[(&str, &str)]) {
    let mut above: Vec<Option<String>> = vec![None; key.len()];
    for record in list {
        let own: Vec<Option<String>> = key
            .iter()
            .map(|(key, name)| {
                let found = record.sel.iter().find(|(own, _)| *own == key);
                let text = found.and_then(|(_, value)| value.value())?;
                Some(labelled(name, "", text))
            })
            .collect();
        let step = key.first().is_some_and(|(key, _)| *key == STEP[0].0);
        for at in 0..key.len() {
            if own[at].is_some() && step {
                above[at..].fill(None);
            } else if own[at].is_some() {
                above[at] = None;
            }
        }
        record.induk = above.iter().flatten().cloned().collect();
        for (above, own) in above.iter_mut().zip(own) {
            if own.is_some() {
                *above = own;
            }
        }
    }
}

/// Columns whose cells stand over the rows below them.
const PARENT: [&str; 14] = [
    "nspk",
    "tingkat",
    "kinerja",
    "jenis_layanan",
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

/// The running number covers what its first parent covers, but for those that only sort
/// the rows below them.
fn number(list: &mut [Record<'_>]) {
    for record in list {
        let first = PARENT
            .into_iter()
            .filter(|key| {
                !matches!(
                    *key,
                    "tingkat" | "isu_klhs" | "global" | "nasional" | "regional" | "isu_strategis"
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
