//! Charts of the previous period: positions on the axis are computed here, the
//! template only draws.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};

use crate::model::{AnggaranRealisasi, Entry, KinerjaPelayanan, PerTahun, Rupiah, Tahun, angka};

/// Panels of a chart with several; more do not fit on a page.
const MAX_PANEL: usize = 6;
/// Lines of an axis above zero.
const MAX_LINE: u32 = 5;

/// A chart of two series over years.
#[derive(Debug, Serialize)]
pub struct Grafik<'a> {
    judul: &'a str,
    satuan: Option<&'a str>,
    kategori: Vec<Tahun>,
    sumbu: Vec<Titik>,
    seri: [Seri; 2],
}

#[derive(Debug, Serialize)]
struct Seri {
    nama: &'static str,
    titik: Vec<Option<Titik>>,
}

/// A height, 0 to 1 of the plot, with its printed value.
#[derive(Debug, Serialize)]
struct Titik {
    #[serde(serialize_with = "as_number")]
    posisi: Decimal,
    label: String,
}

/// The first indicators of T-C.23 whose target and achievement are numbers in
/// every year, each a panel.
pub(super) fn kinerja(row: &[KinerjaPelayanan]) -> (Vec<Tahun>, Vec<Grafik<'_>>) {
    let year: BTreeSet<Tahun> = row
        .iter()
        .flat_map(|row| row.target.keys().copied())
        .collect();
    let year: Vec<Tahun> = year.into_iter().collect();
    let panel = row
        .iter()
        .filter_map(|row| {
            let number = |entry: Option<&Entry<crate::model::Target>>| {
                entry.and_then(|entry| entry.value()?.nilai())
            };
            let target: Option<Vec<_>> = year.iter().map(|t| number(row.target.get(t))).collect();
            let realisasi: Option<Vec<_>> =
                year.iter().map(|t| number(row.realisasi.get(t))).collect();
            let series = [("Target", target?), ("Realisasi", realisasi?)];
            let satuan = row.satuan.value().map(String::as_str);
            chart(&row.indikator.value, satuan, &year, series, angka::print)
        })
        .take(MAX_PANEL)
        .collect();
    (year, panel)
}

/// The total row of T-C.24, in million rupiah. `None` where the table has no
/// such row: rows of several levels cannot be added up.
pub(super) fn anggaran(row: &[AnggaranRealisasi]) -> Option<(Vec<Tahun>, Grafik<'_>)> {
    let total = row.iter().find(|row| row.jumlah)?;
    let year: Vec<Tahun> = total.anggaran.keys().copied().collect();
    let series = |entry: &PerTahun<Rupiah>| -> Option<Vec<Decimal>> {
        year.iter()
            .map(|t| Some(entry.get(t)?.value()?.decimal()))
            .collect()
    };
    let million = Decimal::from(1_000_000);
    let print = |value: Decimal| {
        let value = value.checked_div(million).unwrap_or_default();
        angka::print(super::derived::round(value, 0))
    };
    let both = [
        ("Anggaran", series(&total.anggaran)?),
        ("Realisasi", series(&total.realisasi)?),
    ];
    let chart = chart("", Some("juta rupiah"), &year, both, print)?;
    Some((year, chart))
}

fn chart<'a>(
    judul: &'a str,
    satuan: Option<&'a str>,
    year: &[Tahun],
    series: [(&'static str, Vec<Decimal>); 2],
    print: impl Fn(Decimal) -> String,
) -> Option<Grafik<'a>> {
    let value = || series.iter().flat_map(|(_, value)| value);
    if year.is_empty() || value().any(Decimal::is_sign_negative) {
        return None;
    }
    let step = step(value().copied().max()?)?;
    let top = value()
        .copied()
        .max()?
        .checked_div(step)?
        .ceil()
        .checked_mul(step)?;
    let titik = |value: Decimal| {
        let posisi = super::derived::round(value.checked_div(top)?, 4);
        Some(Titik {
            posisi,
            label: print(value),
        })
    };
    let mut sumbu = Vec::new();
    let mut at = Decimal::ZERO;
    while at <= top {
        sumbu.push(titik(at)?);
        at = at.checked_add(step)?;
    }
    Some(Grafik {
        judul,
        satuan,
        kategori: year.to_vec(),
        sumbu,
        seri: series.map(|(nama, value)| Seri {
            nama,
            titik: value.into_iter().map(titik).collect(),
        }),
    })
}

/// The distance of the axis' lines: 1, 2, 2.5 or 5 times a power of ten, so
/// that at most [`MAX_LINE`] lines stand above zero. `None` for all zeros.
fn step(max: Decimal) -> Option<Decimal> {
    if max <= Decimal::ZERO {
        return None;
    }
    let wanted = max.checked_div(Decimal::from(MAX_LINE))?;
    let ten = Decimal::TEN;
    let mut power = Decimal::ONE;
    while power > wanted {
        power = power.checked_div(ten)?;
    }
    while power.checked_mul(ten)? <= wanted {
        power = power.checked_mul(ten)?;
    }
    [
        Decimal::ONE,
        Decimal::TWO,
        Decimal::new(25, 1),
        Decimal::from(5),
        ten,
    ]
    .into_iter()
    .filter_map(|factor| power.checked_mul(factor))
    .find(|step| *step >= wanted)
}

/// A drawing position; the only place where a number leaves as a float.
fn as_number<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(value.to_f64().unwrap_or_default())
}
