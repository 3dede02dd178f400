//! The total row of T-C.24: what there was and what of it was spent.

use rust_decimal::Decimal;

use super::chart::{Base, Grafik, chart};
use crate::document::derived;
use crate::model::{AnggaranRealisasi, PerTahun, Rupiah, Tahun, number};

/// The chart in million rupiah, with the share that was spent. `None` where the table has
/// no total row: rows of several levels cannot be added up.
pub(super) fn build(row: &[AnggaranRealisasi]) -> Option<(Vec<Tahun>, Grafik<'_>)> {
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
        number::print(derived::round(value, 0))
    };
    let both = vec![
        ("Anggaran", series(&total.anggaran)?),
        ("Realisasi", series(&total.realisasi)?),
    ];
    let mut chart = chart(&year, both, Base::Zero, print)?;
    chart.satuan = Some("juta rupiah");
    let share = |t: &Tahun| {
        let share = derived::rasio_rupiah(total.anggaran.get(t), total.realisasi.get(t))?;
        Some(format!("{}%", number::print_fixed(share, 1)))
    };
    chart.atas = year.iter().map(share).collect();
    Some((year, chart))
}
