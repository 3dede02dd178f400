//! Levels of the rows of a table of the agency's own: program, kegiatan, sub kegiatan, known
//! by kode or by the word that a name begins with, and set as in the regulated tables.

use std::collections::BTreeSet;

use super::cells::{Baris, Jenis, Sambung, Sel, columns};
use super::words::named_level;
use crate::model::{Entry, Kode, Level, split_coded, text};

/// Columns in which names may stand, behind a running number.
const NAMES: usize = 3;
/// Rows that an element covers at most: its own, and that of its result.
const ROWS: usize = 2;
/// Rows with a level from which on a table is one of levels.
const ENOUGH: usize = 3;
/// Longest text that stays in the first of the rows that it was merged over, in characters.
const SHORT: usize = 24;

/// Sets the rows of a table that has elements of several levels.
pub(super) fn show(baris: &mut [Baris<'_>], width: usize) {
    let places = columns(baris, width);
    let at = |column: usize| -> Vec<Option<Level>> {
        let rows = baris.iter().zip(&places);
        rows.map(|(row, places)| level_at(row, places, column))
            .collect()
    };
    let count = |list: &[Option<Level>]| list.iter().flatten().count();
    let found = (0..NAMES.min(width)).map(|column| (column, at(column)));
    let Some((column, level)) = found.rev().max_by_key(|(_, list)| count(list)) else {
        return;
    };
    let several: BTreeSet<Level> = level.iter().flatten().copied().collect();
    if several.len() < 2 || count(&level) < ENOUGH {
        return;
    }
    let mut above = None;
    for ((row, places), level) in baris.iter_mut().zip(&places).zip(level) {
        if row.jenis != Jenis::Biasa {
            above = None;
            continue;
        }
        let steps = match (level, above) {
            (Some(level), _) => {
                above = Some(level);
                row.jenis = jenis(level);
                u8::from(level == Level::SubKegiatan)
            }
            (None, Some(level)) => {
                row.jenis = Jenis::Hasil;
                1 + u8::from(level == Level::SubKegiatan)
            }
            (None, None) => 0,
        };
        let own = places.iter().position(|place| *place == column);
        if let Some(name) = own.and_then(|own| row.sel.get_mut(own)) {
            name.jorok = steps;
        }
    }
    part(baris, &places);
}

fn jenis(level: Level) -> Jenis {
    match level {
        Level::Urusan | Level::BidangUrusan => Jenis::BidangUrusan,
        Level::Program => Jenis::Program,
        Level::Kegiatan => Jenis::Kegiatan,
        Level::SubKegiatan => Jenis::SubKegiatan,
    }
}

/// The level that a row's cell in a column names.
fn level_at(row: &Baris<'_>, places: &[usize], column: usize) -> Option<Level> {
    let own = places.iter().position(|place| *place == column)?;
    let sel = row.sel.get(own).filter(|sel| sel.baris <= ROWS)?;
    let name = sel.teks.value().filter(|_| row.jenis == Jenis::Biasa)?;
    if let Some((kode, name)) = split_coded(name) {
        // A number of a chapter looks like the kode of a bidang urusan.
        let sure = !name.is_empty() || kode.level() >= Level::Program;
        return sure.then(|| kode.level());
    }
    let kode: Option<Kode> = name.parse().ok();
    kode.map(|kode| kode.level())
        .filter(|level| *level >= Level::Program)
        .or_else(|| named_level(name))
        .or_else(|| is_urusan(name).then_some(Level::BidangUrusan))
}

fn is_urusan(name: &str) -> bool {
    let plain = text::plain(name);
    ["urusan ", "bidang urusan "]
        .iter()
        .any(|word| plain.starts_with(word))
}

/// Takes short cells apart that were merged over an element and its result: each row keeps
/// its ground, and no rule parts the two.
fn part(baris: &mut [Baris<'_>], places: &[Vec<usize>]) {
    let mut blank: Vec<(usize, usize, Sel<'_>)> = Vec::new();
    for row in 0..baris.len() {
        for (cell, column) in places[row].iter().enumerate() {
            let sel = &baris[row].sel[cell];
            let rows = sel.baris;
            let covered = baris.get(row..row + rows).unwrap_or_default();
            let short = shown_length(sel) <= SHORT;
            let grounds: BTreeSet<bool> = covered.iter().map(|row| is_tinted(row.jenis)).collect();
            if rows < 2 || !short || grounds.len() < 2 {
                continue;
            }
            let kolom = sel.kolom;
            for below in 1..rows {
                let sambung = Sambung {
                    atas: true,
                    bawah: below + 1 < rows,
                };
                let sel = Sel {
                    kolom,
                    sambung,
                    ..Sel::new(Entry::Missing)
                };
                blank.push((row + below, *column, sel));
            }
            let first = &mut baris[row].sel[cell];
            first.baris = 1;
            first.sambung.bawah = true;
        }
    }
    let mut places = places.to_vec();
    for (row, column, sel) in blank {
        let at = places[row].partition_point(|place| *place < column);
        places[row].insert(at, column);
        baris[row].sel.insert(at, sel);
    }
}

fn shown_length(sel: &Sel<'_>) -> usize {
    sel.teks.value().map_or(0, |text| text.chars().count())
}

fn is_tinted(jenis: Jenis) -> bool {
    matches!(
        jenis,
        Jenis::BidangUrusan | Jenis::Program | Jenis::Kegiatan
    )
}
