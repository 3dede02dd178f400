//! T-C.25.

use serde::Serialize;

use super::in_order;
use crate::model::{Entry, Indikator, Renstra, Tahun, Target};

/// The goals.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    tujuan: Vec<Tujuan<'a>>,
}

#[derive(Debug, Serialize)]
struct Tujuan<'a> {
    no: String,
    uraian: &'a str,
    /// Objectives of the RPJMD that it serves, where the office has a column of them.
    sasaran_rpjmd: Vec<&'a str>,
    indikator: Vec<IndikatorRow<'a>>,
    sasaran: Vec<Sasaran<'a>>,
}

#[derive(Debug, Serialize)]
struct Sasaran<'a> {
    no: String,
    uraian: &'a str,
    indikator: Vec<IndikatorRow<'a>>,
}

#[derive(Debug, Serialize)]
struct IndikatorRow<'a> {
    uraian: &'a str,
    satuan: &'a Entry<String>,
    target_awal: &'a Entry<Target>,
    target: Vec<Option<&'a Entry<Target>>>,
}

pub(super) fn years(renstra: &Renstra) -> Vec<Tahun> {
    let indikator = renstra.tujuan.iter().flat_map(|tujuan| {
        tujuan
            .indikator
            .iter()
            .chain(tujuan.sasaran.iter().flat_map(|s| &s.indikator))
    });
    super::years(indikator.map(|indikator| &indikator.target))
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun]) -> Isi<'a> {
    let tujuan = renstra
        .tujuan
        .iter()
        .enumerate()
        .map(|(at, tujuan)| Tujuan {
            no: (at + 1).to_string(),
            uraian: &tujuan.uraian.value,
            sasaran_rpjmd: tujuan
                .sasaran_rpjmd
                .iter()
                .map(|named| named.value.as_str())
                .collect(),
            indikator: list(&tujuan.indikator, year),
            sasaran: tujuan
                .sasaran
                .iter()
                .enumerate()
                .map(|(below, sasaran)| Sasaran {
                    no: format!("{}.{}", at + 1, below + 1),
                    uraian: &sasaran.uraian.value,
                    indikator: list(&sasaran.indikator, year),
                })
                .collect(),
        })
        .collect();
    Isi { tujuan }
}

fn list<'a>(indikator: &'a [Indikator], year: &[Tahun]) -> Vec<IndikatorRow<'a>> {
    indikator
        .iter()
        .map(|indikator| IndikatorRow {
            uraian: &indikator.uraian.value,
            satuan: &indikator.satuan,
            target_awal: &indikator.target_awal,
            target: in_order(&indikator.target, year),
        })
        .collect()
}
