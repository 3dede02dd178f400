//! T-C.26.

use serde::Serialize;

use crate::model::{Renstra, Sasaran, Tujuan};

/// Vision, missions and what serves them.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    visi: Option<&'a str>,
    misi: Vec<MisiRow<'a>>,
}

#[derive(Debug, Serialize)]
struct MisiRow<'a> {
    uraian: Option<&'a str>,
    tujuan: Vec<TujuanRow<'a>>,
}

#[derive(Debug, Serialize)]
struct TujuanRow<'a> {
    no: String,
    uraian: &'a str,
    sasaran: Vec<SasaranRow<'a>>,
}

#[derive(Debug, Serialize)]
struct SasaranRow<'a> {
    no: String,
    uraian: &'a str,
    strategi: Vec<StrategiRow<'a>>,
}

#[derive(Debug, Serialize)]
struct StrategiRow<'a> {
    no: String,
    uraian: &'a str,
    arah_kebijakan: Vec<&'a str>,
}

pub(super) fn build(renstra: &Renstra) -> Isi<'_> {
    // Goals are numbered through, so that a number means one goal in the whole table.
    let mut tujuan_no = 0;
    let misi = renstra
        .misi
        .iter()
        .map(|misi| MisiRow {
            uraian: misi.uraian.as_ref().map(|uraian| &*uraian.value),
            tujuan: misi
                .tujuan
                .iter()
                .map(|tujuan| {
                    tujuan_no += 1;
                    tujuan_row(tujuan, tujuan_no)
                })
                .collect(),
        })
        .collect();
    Isi {
        visi: renstra.visi.as_ref().map(|visi| &*visi.value),
        misi,
    }
}

fn tujuan_row(tujuan: &Tujuan, number: usize) -> TujuanRow<'_> {
    TujuanRow {
        no: number.to_string(),
        uraian: &tujuan.uraian.value,
        sasaran: tujuan
            .sasaran
            .iter()
            .enumerate()
            .map(|(at, sasaran)| sasaran_row(sasaran, format!("{number}.{}", at + 1)))
            .collect(),
    }
}

fn sasaran_row(sasaran: &Sasaran, number: String) -> SasaranRow<'_> {
    let strategi = sasaran
        .strategi
        .iter()
        .enumerate()
        .map(|(at, strategi)| StrategiRow {
            no: format!("{number}.{}", at + 1),
            uraian: &strategi.uraian.value,
            arah_kebijakan: strategi
                .arah_kebijakan
                .iter()
                .map(|arah| &*arah.uraian.value)
                .collect(),
        })
        .collect();
    SasaranRow {
        no: number,
        uraian: &sasaran.uraian.value,
        strategi,
    }
}
