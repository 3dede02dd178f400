//! T-C.23.

use serde::Serialize;

use super::in_order;
use crate::document::derived;
use crate::model::{Entry, Renstra, Tahun, Target, angka};

/// The rows.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
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
    /// Per cent, two digits.
    rasio: Vec<Option<String>>,
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun]) -> Isi<'a> {
    let baris = renstra
        .kinerja_pelayanan
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
                .map(|tahun| derived::rasio_target(row.target.get(tahun), row.realisasi.get(tahun)))
                .map(|rasio| rasio.map(|rasio| angka::print_fixed(rasio, 2)))
                .collect(),
        })
        .collect();
    Isi { baris }
}
