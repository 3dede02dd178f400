//! Targets of goals and objectives over the years of the plan.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::chart::{Base, Grafik, chart};
use crate::model::{Indikator, Renstra, Tahun, number};

/// Charts of a figure; more do not fit on a page.
const MOST: usize = 6;

/// The charts of the indicators whose targets are numbers in every year, in the order of
/// the table, and the years. One year is no course.
pub(super) fn build(renstra: &Renstra) -> (Vec<Tahun>, Vec<Grafik<'_>>) {
    let list: Vec<&Indikator> = renstra
        .tujuan
        .iter()
        .flat_map(|tujuan| {
            let below = tujuan.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
            tujuan.indikator.iter().chain(below)
        })
        .collect();
    let year: BTreeSet<Tahun> = list
        .iter()
        .flat_map(|own| own.target.keys().copied())
        .collect();
    let year: Vec<Tahun> = year.into_iter().collect();
    if year.len() < 2 {
        return (year, Vec::new());
    }
    let charts = list.into_iter().filter_map(|own| {
        let numbers: Option<Vec<Decimal>> = year
            .iter()
            .map(|tahun| own.target.get(tahun)?.value()?.nilai())
            .collect();
        let mut chart = chart(
            &year,
            vec![("Target", numbers?)],
            Base::Values,
            number::print,
        )?;
        chart.judul = &own.uraian.value;
        chart.satuan = own.satuan.value().map(String::as_str);
        Some(chart)
    });
    let charts = charts.take(MOST).collect();
    (year, charts)
}
