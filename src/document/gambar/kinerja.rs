//! Charts of the indicators that matter: the agency's main ones first, then those whose
//! target and achievement are farthest apart.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::chart::{Base, Grafik, chart};
use crate::model::{Entry, KinerjaPelayanan, Renstra, Tahun, Target, number, text};

/// Charts of a figure; more do not fit on a page.
const MOST: usize = 6;

/// The charts of rows whose target and achievement are numbers in every year, and the
/// years.
pub(super) fn build(renstra: &Renstra) -> (Vec<Tahun>, Vec<Grafik<'_>>) {
    let rows = &renstra.kinerja_pelayanan;
    let year: BTreeSet<Tahun> = rows
        .iter()
        .flat_map(|row| row.target.keys().copied())
        .collect();
    let year: Vec<Tahun> = year.into_iter().collect();
    let iku = |row: &KinerjaPelayanan| {
        let mut list = renstra.iku.iter().map(|iku| &iku.indikator.uraian.value);
        list.any(|own| text::same(own, &row.indikator.value))
    };
    let mut charts: Vec<(bool, Decimal, Grafik<'_>)> = rows
        .iter()
        .filter_map(|row| {
            let (target, realisasi) = series(row, &year)?;
            let gap = gap(&target, &realisasi).unwrap_or_default();
            let both = vec![("Target", target), ("Realisasi", realisasi)];
            let mut chart = chart(&year, both, Base::Values, number::print)?;
            chart.judul = &row.indikator.value;
            chart.satuan = row.satuan.value().map(String::as_str);
            Some((iku(row), gap, chart))
        })
        .collect();
    // Of equals the one that stands first in the table.
    charts.sort_by(|(iku, gap, _), (other_iku, other_gap, _)| {
        (other_iku, other_gap).cmp(&(iku, gap))
    });
    let charts = charts.into_iter().take(MOST).map(|(.., chart)| chart);
    (year, charts.collect())
}

fn series(row: &KinerjaPelayanan, years: &[Tahun]) -> Option<(Vec<Decimal>, Vec<Decimal>)> {
    let number = |entry: Option<&Entry<Target>>| entry.and_then(|entry| entry.value()?.nilai());
    let target: Option<Vec<_>> = years.iter().map(|t| number(row.target.get(t))).collect();
    let realisasi: Option<Vec<_>> = years.iter().map(|t| number(row.realisasi.get(t))).collect();
    Some((target?, realisasi?))
}

/// Distance of the last achievement from its target, as a part of the target.
fn gap(target: &[Decimal], realisasi: &[Decimal]) -> Option<Decimal> {
    let target = *target.last()?;
    let far = realisasi.last()?.checked_sub(target)?;
    Some(far.checked_div(target)?.abs())
}
