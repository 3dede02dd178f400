//! Records set in columns.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::column::Physical;
use super::{Baris, Jenis, Record, Sel};
use crate::diagnostic::Origin;
use crate::model::{Entry, Located};
use crate::regulation::Rata;

/// Longest text that is a mark and no words, in characters.
const MARK: usize = 3;

/// Records set in columns. A cell that a parent above covers is left out.
pub(super) fn set<'a>(record: Vec<Record<'a>>, physical: &[Physical<'_>]) -> Vec<Baris<'a>> {
    let mut covered: BTreeMap<&str, usize> = BTreeMap::new();
    let mut number = 0_usize;
    record
        .into_iter()
        .map(|mut record| {
            if record.jenis == Jenis::Kelompok {
                let teks = record.sel.remove("kelompok").unwrap_or_default();
                let sel = Sel {
                    teks,
                    strip: false,
                    hitungan: false,
                    kolom: physical.len(),
                    baris: 1,
                    rata: Some(Rata::Kiri),
                };
                return Baris {
                    jenis: record.jenis,
                    induk: record.induk,
                    sel: vec![sel],
                };
            }
            let mut sel = Vec::new();
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
                if key == "no" {
                    // The number counts what has one: the first cell that covers rows.
                    let span = record.rentang.get("no").copied().unwrap_or(1);
                    number += 1;
                    covered.insert("no", span - 1);
                    sel.push(plain(number.to_string(), span, Some(Rata::Tengah)));
                    continue;
                }
                let (teks, strip) = record.value(key, p.tahun);
                // A tick or a dash stands in the middle of its year.
                let mark = p.tahun.is_some()
                    && p.kolom.rata == Rata::Kiri
                    && teks
                        .value()
                        .is_some_and(|text| text.chars().count() <= MARK);
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
                sel.push(Sel {
                    teks,
                    strip,
                    hitungan,
                    kolom,
                    baris: span,
                    rata: own,
                });
            }
            Baris {
                jenis: record.jenis,
                induk: record.induk,
                sel,
            }
        })
        .collect()
}

fn plain(text: String, baris: usize, rata: Option<Rata>) -> Sel<'static> {
    let origin = Origin::file("");
    let teks = Entry::Filled(Located::new(Cow::Owned(text), origin));
    Sel {
        teks,
        strip: false,
        hitungan: false,
        kolom: 1,
        baris,
        rata,
    }
}
