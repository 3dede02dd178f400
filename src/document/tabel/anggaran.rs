//! T-C.24.

use rust_decimal::Decimal;
use serde::Serialize;

use super::in_order;
use crate::config::Pertumbuhan;
use crate::document::derived;
use crate::model::{Entry, PerTahun, Renstra, Rupiah, Tahun, Target, angka};

/// The rows and in what ratio and growth are stated.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
    rasio_satuan: &'static str,
    /// `None` where the office stated the growth itself.
    pertumbuhan_satuan: Option<&'static str>,
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
    let list = &renstra.anggaran_realisasi;
    // What the office stated stands, in the unit that it chose; a rule compares.
    let is_typed = list.iter().any(|row| {
        row.pertumbuhan_anggaran.value().is_some() || row.pertumbuhan_realisasi.value().is_some()
    });
    let growth = |typed: &Entry<Target>, amount: &PerTahun<Rupiah>| {
        if is_typed {
            typed.value().map(ToString::to_string)
        } else {
            derived::growth(amount, how).map(print)
        }
    };
    let baris = list
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
            pertumbuhan_anggaran: growth(&row.pertumbuhan_anggaran, &row.anggaran),
            pertumbuhan_realisasi: growth(&row.pertumbuhan_realisasi, &row.realisasi),
            tebal: row.jumlah,
        })
        .collect();
    Isi {
        baris,
        rasio_satuan: "persen",
        pertumbuhan_satuan: match how {
            _ if is_typed => None,
            Pertumbuhan::Rupiah => Some("rupiah"),
            Pertumbuhan::Persen => Some("persen"),
        },
    }
}
