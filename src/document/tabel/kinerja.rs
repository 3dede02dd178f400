//! T-C.23.

use serde::Serialize;

use super::in_order;
use crate::document::derived::{self, Skala};
use crate::model::{Entry, KinerjaPelayanan, Printed, Renstra, Tahun, Target};

/// The rows.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
    /// `None` where the ratios that the office typed say their unit themselves.
    rasio_satuan: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    no: usize,
    indikator: &'a str,
    satuan: &'a Entry<String>,
    target_nspk: &'a Entry<Target>,
    target_ikk: &'a Entry<Target>,
    target_lain: &'a Entry<Target>,
    target: Vec<Option<&'a Entry<Target>>>,
    realisasi: Vec<Option<&'a Entry<Target>>>,
    /// As typed, else computed with two digits.
    rasio: Vec<Printed<Target>>,
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun]) -> Isi<'a> {
    let list = &renstra.kinerja_pelayanan;
    let computed = |row: &KinerjaPelayanan, tahun: &Tahun| {
        derived::rasio_target(row.target.get(tahun), row.realisasi.get(tahun))
    };
    let skala = Skala::of(list.iter().flat_map(|row| {
        let typed = row.rasio.iter();
        typed.filter_map(move |(tahun, entry)| Some((entry.value()?, computed(row, tahun))))
    }));
    let baris = list
        .iter()
        .enumerate()
        .map(|(at, row)| Baris {
            no: at + 1,
            indikator: &row.indikator.value,
            satuan: &row.satuan,
            target_nspk: &row.target_nspk,
            target_ikk: &row.target_ikk,
            target_lain: &row.target_lain,
            target: in_order(&row.target, year),
            realisasi: in_order(&row.realisasi, year),
            rasio: year
                .iter()
                .map(|tahun| {
                    let typed = row.rasio.get(tahun).cloned().unwrap_or_default();
                    let sum = || computed(row, tahun).map(|ratio| skala.print(ratio));
                    Printed::or_computed(typed, sum)
                })
                .collect(),
        })
        .collect();
    Isi {
        baris,
        rasio_satuan: skala.satuan(),
    }
}
