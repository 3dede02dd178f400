//! T-C.28.

use serde::Serialize;

use super::in_order;
use crate::model::{Entry, Renstra, Tahun, Target};

/// The rows.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    tahun_awal: Option<Tahun>,
    baris: Vec<Baris<'a>>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    no: usize,
    indikator: &'a str,
    satuan: &'a Entry<String>,
    target_awal: &'a Entry<Target>,
    target: Vec<Option<&'a Entry<Target>>>,
    target_akhir: &'a Entry<Target>,
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun]) -> Isi<'a> {
    let baris = renstra
        .kinerja_urusan
        .iter()
        .enumerate()
        .map(|(at, indikator)| Baris {
            no: at + 1,
            indikator: &indikator.uraian.value,
            satuan: &indikator.satuan,
            target_awal: &indikator.target_awal,
            target: in_order(&indikator.target, year),
            target_akhir: &indikator.target_akhir,
        })
        .collect();
    Isi {
        tahun_awal: renstra.tahun_awal.get("t-c-28").copied(),
        baris,
    }
}
