//! Indikator Kinerja Utama; two tables are printed from the same rows.

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
    sasaran: Option<&'a str>,
    indikator: &'a str,
    definisi: &'a Entry<String>,
    formula: &'a Entry<String>,
    satuan: &'a Entry<String>,
    target_awal: &'a Entry<Target>,
    target: Vec<Option<&'a Entry<Target>>>,
    sumber_data: &'a Entry<String>,
    penanggung_jawab: &'a Entry<String>,
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun]) -> Isi<'a> {
    let baris = renstra
        .iku
        .iter()
        .enumerate()
        .map(|(at, iku)| Baris {
            no: at + 1,
            sasaran: iku.sasaran.as_ref().map(|sasaran| &*sasaran.value),
            indikator: &iku.indikator.uraian.value,
            definisi: &iku.definisi,
            formula: &iku.formula,
            satuan: &iku.indikator.satuan,
            target_awal: &iku.indikator.target_awal,
            target: in_order(&iku.indikator.target, year),
            sumber_data: &iku.sumber_data,
            penanggung_jawab: &iku.penanggung_jawab,
        })
        .collect();
    Isi {
        tahun_awal: renstra.tahun_awal.get("iku").copied(),
        baris,
    }
}
