//! Strategic issues with total score and rank.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Entry, IsuStrategis, Renstra, angka};

/// The rows in the order of the worksheet.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    no: usize,
    uraian: &'a str,
    urgency: Entry<String>,
    seriousness: Entry<String>,
    growth: Entry<String>,
    total: Option<String>,
    peringkat: Option<usize>,
}

pub(super) fn build(renstra: &Renstra) -> Isi<'_> {
    let total: Vec<Option<Decimal>> = renstra.isu_strategis.iter().map(score).collect();
    let baris = renstra
        .isu_strategis
        .iter()
        .enumerate()
        .map(|(at, isu)| Baris {
            no: at + 1,
            uraian: &isu.uraian.value,
            urgency: isu.urgency.clone().map(angka::print),
            seriousness: isu.seriousness.clone().map(angka::print),
            growth: isu.growth.clone().map(angka::print),
            total: total[at].map(angka::print),
            peringkat: total[at]
                .map(|own| 1 + total.iter().flatten().filter(|t| **t > own).count()),
        })
        .collect();
    Isi { baris }
}

/// U + S + G; `None` unless all three were given.
fn score(isu: &IsuStrategis) -> Option<Decimal> {
    Some(*isu.urgency.value()? + *isu.seriousness.value()? + *isu.growth.value()?)
}
