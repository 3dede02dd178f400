//! T-B.35.

use serde::Serialize;

use crate::model::Renstra;

/// The main problems.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    masalah_pokok: Vec<Pokok<'a>>,
}

#[derive(Debug, Serialize)]
struct Pokok<'a> {
    no: usize,
    uraian: &'a str,
    masalah: Vec<Masalah<'a>>,
}

#[derive(Debug, Serialize)]
struct Masalah<'a> {
    uraian: &'a str,
    akar_masalah: Vec<&'a str>,
}

pub(super) fn build(renstra: &Renstra) -> Isi<'_> {
    let masalah_pokok = renstra
        .permasalahan
        .iter()
        .enumerate()
        .map(|(at, pokok)| Pokok {
            no: at + 1,
            uraian: &pokok.uraian.value,
            masalah: pokok
                .masalah
                .iter()
                .map(|masalah| Masalah {
                    uraian: &masalah.uraian.value,
                    akar_masalah: masalah
                        .akar_masalah
                        .iter()
                        .map(|akar| &*akar.value)
                        .collect(),
                })
                .collect(),
        })
        .collect();
    Isi { masalah_pokok }
}
