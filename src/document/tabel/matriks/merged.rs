//! Words that the office merged over several rows. Every row has them in the data; on
//! paper they stand once, where their cell begins, and a further page names them again.

use super::cells::{Jenis, Sambung};
use super::record::Record;
use super::words::labelled;
use crate::model::Entry;

/// Columns of such words. A unit of measure is short and stays next to its figures.
const WORDS: [&str; 7] = [
    "unit",
    "perangkat_daerah",
    "lokasi",
    "keterangan",
    "penanggung_jawab",
    "definisi",
    "sumber_data",
];
/// Those that a further page names, with the label that they need there.
const NAMED: [(&str, &str); 3] = [("perangkat_daerah", ""), ("unit", ""), ("lokasi", "Lokasi")];

/// Leaves such words in the first of their rows.
pub(super) fn once(list: &mut [Record<'_>]) {
    for key in WORDS {
        let mut rest = &mut *list;
        while !rest.is_empty() {
            let first = &rest[0];
            let same = rest
                .iter()
                .skip(1)
                .take_while(|row| goes_on(first, row, key));
            let count = 1 + same.count();
            let (run, behind) = rest.split_at_mut(count);
            if run.iter().all(|row| row.jenis == Jenis::Biasa) {
                if count > 1 {
                    run[0].rentang.insert(key, count);
                }
            } else {
                blank(run, key);
            }
            rest = behind;
        }
    }
}

/// Whether a row has the word of the same cell as one above it.
fn goes_on(first: &Record<'_>, row: &Record<'_>, key: &str) -> bool {
    let cell = |row: &Record<'_>| {
        let found = row.sel.iter().find(|(own, _)| **own == key);
        let origin = found.and_then(|(_, value)| match value {
            Entry::Filled(located) => Some(&located.origin),
            _ => None,
        })?;
        Some((origin.sheet_index, origin.cell?))
    };
    cell(first).is_some() && cell(first) == cell(row)
}

/// Rows of different levels keep the ground of each: their cells are blank, and not one.
fn blank(run: &mut [Record<'_>], key: &'static str) {
    let name = NAMED.iter().find(|(own, _)| *own == key);
    let text = run[0].sel.get(key).and_then(Entry::value);
    let text = name
        .zip(text)
        .map(|((_, label), text)| labelled(label, "", text));
    let last = run.len() - 1;
    for (at, row) in run.iter_mut().enumerate().filter(|_| last > 0) {
        let sambung = Sambung {
            atas: at > 0,
            bawah: at < last,
        };
        row.sambung.insert(key, sambung);
        if at > 0 {
            row.sel.remove(key);
            row.induk.extend(text.clone());
        }
    }
}
