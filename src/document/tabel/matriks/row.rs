//! Records set in columns.

use std::collections::BTreeMap;

use super::cells::{Baris, Jenis, Sel};
use super::column::Physical;
use super::figures::alike;
use super::record::{Record, computed};
use crate::model::Entry;
use crate::regulation::Rata;

/// Longest text that is a mark and no words, in characters.
const MARK: usize = 3;
/// The column that shows by its indent what a row belongs to.
const NAME: &str = "uraian";
/// Columns whose figures measure one thing.
const SERIES: [&[&str]; 2] = [
    &["target_awal", "target", "realisasi", "target_akhir"],
    &["rasio"],
];

/// Records set in columns. A cell that a parent above covers is left out.
pub(super) fn set<'a>(record: Vec<Record<'a>>, physical: &[Physical<'_>]) -> Vec<Baris<'a>> {
    let mut covered: BTreeMap<&str, usize> = BTreeMap::new();
    let mut number = 0_usize;
    record
        .into_iter()
        .map(|mut record| {
            if matches!(record.jenis, Jenis::Kelompok | Jenis::Pita) {
                let teks = record.sel.remove("kelompok").unwrap_or_default();
                return Baris {
                    jenis: record.jenis,
                    induk: record.induk,
                    sel: vec![Sel::band(teks, physical.len())],
                };
            }
            let mut sel = Vec::new();
            // Places of the figures that speak of one indicator.
            let mut figures: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            // Columns that a cell left of them covers.
            let mut over = 0_usize;
            for (at, p) in physical.iter().enumerate() {
                let key = p.kolom.isi.as_str();
                if over > 0 {
                    over -= 1;
                    continue;
                }
                if let Some(left) = covered.get_mut(key).filter(|left| **left > 0) {
                    *left -= 1;
                    continue;
                }
                // A total has a label instead of a number.
                if key == "no" && !record.sel.contains_key("no") {
                    // The number counts what has one: the first cell that covers rows.
                    let span = record.rentang.get("no").copied().unwrap_or(1);
                    number += 1;
                    covered.insert("no", span - 1);
                    sel.push(Sel {
                        baris: span,
                        rata: Some(Rata::Tengah),
                        ..Sel::new(computed(number.to_string()))
                    });
                    continue;
                }
                let (teks, strip) = record.value(key, p.tahun);
                // A tick or a dash stands in the middle of its year.
                let mark = p.tahun.is_some()
                    && p.kolom.rata == Rata::Kiri
                    && teks
                        .value()
                        .map_or(strip, |text| text.chars().count() <= MARK);
                let span = record
                    .rentang
                    .iter()
                    .find(|(k, _)| **k == key)
                    .map_or(1, |(_, span)| *span);
                if span > 1
                    && let Some(key) = record.rentang.keys().find(|k| **k == key)
                {
                    covered.insert(key, span - 1);
                }
                let kolom = record
                    .until
                    .iter()
                    .find(|(k, _)| **k == key)
                    .map_or(1, |(_, end)| {
                        let rest = physical[at..].iter();
                        rest.take_while(|p| p.kolom.isi != *end).count().max(1)
                    });
                over = kolom - 1;
                let hitungan = record
                    .hitungan
                    .iter()
                    .any(|(k, t)| *k == key && *t == p.tahun);
                let own = match (mark, kolom > 1, record.jenis) {
                    (true, ..) | (_, true, Jenis::Jumlah) => Some(Rata::Tengah),
                    (_, true, _) => Some(Rata::Kiri),
                    _ => None,
                };
                let series = SERIES.iter().position(|keys| keys.contains(&key));
                if let Some(series) = series {
                    figures.entry(series).or_default().push(sel.len());
                }
                let blank = matches!(teks, Entry::Missing | Entry::Empty(_));
                sel.push(Sel {
                    strip: strip && blank,
                    hitungan,
                    kolom,
                    baris: span,
                    rata: own,
                    jorok: if key == NAME { record.jorok } else { 0 },
                    sambung: record.sambung.get(key).copied().unwrap_or_default(),
                    ..Sel::new(teks)
                });
            }
            write_alike(&mut sel, &figures);
            Baris {
                jenis: record.jenis,
                induk: record.induk,
                sel,
            }
        })
        .collect()
}

/// Writes figures of one indicator alike; `figures` has the places of each.
fn write_alike(sel: &mut [Sel<'_>], figures: &BTreeMap<usize, Vec<usize>>) {
    for places in figures.values() {
        let cells = sel.iter_mut().enumerate();
        let mut own: Vec<&mut Sel<'_>> = cells
            .filter(|(at, _)| places.contains(at))
            .map(|(_, sel)| sel)
            .collect();
        alike(&mut own);
    }
}
