//! T-C.24.

use rust_decimal::Decimal;
use serde::Serialize;

use super::in_order;
use crate::config::Pertumbuhan;
use crate::document::derived;
use crate::model::{Entry, Renstra, Rupiah, Tahun, angka};

/// The rows and in what ratio and growth are stated.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
    rasio_satuan: &'static str,
    pertumbuhan_satuan: &'static str,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    uraian: &'a str,
    anggaran: Vec<Option<&'a Entry<Rupiah>>>,
    realisasi: Vec<Option<&'a Entry<Rupiah>>>,
    /// Per cent, two digits.
    rasio: Vec<Option<String>>,
    pertumbuhan_anggaran: Option<String>,
    pertumbuhan_realisasi: Option<String>,
    tebal: bool,
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun], how: Pertumbuhan) -> Isi<'a> {
    let print = |value: Decimal| match how {
        Pertumbuhan::Rupiah => Rupiah::from_decimal(derived::round(value, 0)).to_string(),
        Pertumbuhan::Persen => angka::print_fixed(value, 2),
    };
    let baris = renstra
        .anggaran_realisasi
        .iter()
        .map(|row| Baris {
            uraian: &row.uraian.value,
            anggaran: in_order(&row.anggaran, year),
            realisasi: in_order(&row.realisasi, year),
            rasio: year
                .iter()
                .map(|t| derived::rasio_rupiah(row.anggaran.get(t), row.realisasi.get(t)))
                .map(|rasio| rasio.map(|rasio| angka::print_fixed(rasio, 2)))
                .collect(),
            pertumbuhan_anggaran: derived::growth(&row.anggaran, how).map(print),
            pertumbuhan_realisasi: derived::growth(&row.realisasi, how).map(print),
            tebal: row.jumlah,
        })
        .collect();
    Isi {
        baris,
        rasio_satuan: "persen",
        pertumbuhan_satuan: match how {
            Pertumbuhan::Rupiah => "rupiah",
            Pertumbuhan::Persen => "persen",
        },
    }
}
