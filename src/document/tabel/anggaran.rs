//! T-C.24.

use rust_decimal::Decimal;
use serde::Serialize;

use super::in_order;
use crate::config::Pertumbuhan;
use crate::document::derived::{self, Skala};
use crate::model::{
    AnggaranRealisasi, Entry, PerTahun, Printed, Renstra, Rupiah, Tahun, Target, angka,
};

/// The rows and in what ratio and growth are stated.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
    /// `None` where the ratios that the office typed say their unit themselves.
    rasio_satuan: Option<&'static str>,
    /// `None` where the office stated the growth itself.
    pertumbuhan_satuan: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    uraian: &'a str,
    anggaran: Vec<Option<&'a Entry<Rupiah>>>,
    realisasi: Vec<Option<&'a Entry<Rupiah>>>,
    /// As typed, else computed with two digits.
    rasio: Vec<Printed<Target>>,
    pertumbuhan_anggaran: Printed<Target>,
    pertumbuhan_realisasi: Printed<Target>,
    tebal: bool,
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun], how: Pertumbuhan) -> Isi<'a> {
    let print = |value: Decimal| {
        Target::parse(&match how {
            Pertumbuhan::Rupiah => Rupiah::from_decimal(derived::round(value, 0)).to_string(),
            Pertumbuhan::Persen => angka::print_fixed(value, 2),
        })
    };
    let list = &renstra.anggaran_realisasi;
    // What the office stated stands, in the unit that it chose; a rule compares.
    let is_typed = list.iter().any(|row| {
        row.pertumbuhan_anggaran.value().is_some() || row.pertumbuhan_realisasi.value().is_some()
    });
    let growth = |typed: &Entry<Target>, amount: &PerTahun<Rupiah>| {
        let mean = || {
            derived::growth(amount, how)
                .map(print)
                .filter(|_| !is_typed)
        };
        Printed::or_computed(typed.clone(), mean)
    };
    let computed = |row: &AnggaranRealisasi, tahun: &Tahun| {
        derived::rasio_rupiah(row.anggaran.get(tahun), row.realisasi.get(tahun))
    };
    let skala = Skala::of(list.iter().flat_map(|row| {
        let typed = row.rasio.iter();
        typed.filter_map(move |(tahun, entry)| Some((entry.value()?, computed(row, tahun))))
    }));
    let baris = list
        .iter()
        .map(|row| Baris {
            uraian: &row.uraian.value,
            anggaran: in_order(&row.anggaran, year),
            realisasi: in_order(&row.realisasi, year),
            rasio: year
                .iter()
                .map(|tahun| {
                    let typed = row.rasio.get(tahun).cloned().unwrap_or_default();
                    let ratio = || computed(row, tahun).map(|ratio| skala.print(ratio));
                    Printed::or_computed(typed, ratio)
                })
                .collect(),
            pertumbuhan_anggaran: growth(&row.pertumbuhan_anggaran, &row.anggaran),
            pertumbuhan_realisasi: growth(&row.pertumbuhan_realisasi, &row.realisasi),
            tebal: row.jumlah,
        })
        .collect();
    Isi {
        baris,
        rasio_satuan: skala.satuan(),
        pertumbuhan_satuan: match how {
            _ if is_typed => None,
            Pertumbuhan::Rupiah => Some("rupiah"),
            Pertumbuhan::Persen => Some("persen"),
        },
    }
}
