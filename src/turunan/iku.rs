//! The IKU sheet: main indicators with definition, formula, targets, source, who answers.

use std::collections::BTreeSet;

use super::tabel::{Gaya, Rata, Row, Sel, Tabel, column, group};
use crate::model::{Renstra, Tahun, text};

/// Titles and the table.
pub(super) fn build(renstra: &Renstra, periode: Option<&str>) -> (Vec<String>, Vec<Tabel>) {
    let mut judul = vec!["INDIKATOR KINERJA UTAMA".to_owned()];
    judul.extend(periode.map(|periode| format!("TAHUN {periode}")));
    let year: BTreeSet<Tahun> = renstra
        .iku
        .iter()
        .flat_map(|iku| iku.indikator.target.keys().copied())
        .collect();
    let mut baris: Vec<Row> = Vec::new();
    let mut above: Option<&str> = None;
    for (number, iku) in (1..).zip(&renstra.iku) {
        let sasaran = iku.sasaran.as_ref().map(|sasaran| sasaran.value.as_str());
        let again = matches!((above, sasaran), (Some(a), Some(b)) if text::same(a, b));
        above = sasaran;
        let target = |tahun: &Tahun| iku.indikator.target.get(tahun).and_then(|t| t.value());
        let mut sel = vec![
            Sel::Teks(format!("{number}.")),
            Sel::teks(sasaran.filter(|_| !again)),
            Sel::teks(Some(&iku.indikator.uraian.value)),
            Sel::teks(iku.indikator.definisi.value()),
            Sel::teks(iku.indikator.formula.value()),
            Sel::teks(iku.indikator.satuan.value()),
        ];
        sel.extend(
            year.iter()
                .map(|tahun| Sel::teks(target(tahun).map(ToString::to_string))),
        );
        sel.push(Sel::teks(iku.sumber_data.value()));
        sel.push(Sel::teks(iku.penanggung_jawab.value()));
        baris.push(Row {
            gaya: Gaya::Biasa,
            sel,
        });
    }
    let years = year.iter();
    let years = years.map(|tahun| column(tahun.to_string(), 6, Rata::Tengah));
    let targets = (!year.is_empty()).then(|| group("Target pada Tahun", years.collect::<Vec<_>>()));
    let mut columns = vec![
        column("No", 4, Rata::Tengah),
        column("Sasaran", 16, Rata::Kiri),
        column("Indikator Kinerja Utama", 17, Rata::Kiri),
        column("Definisi Operasional", 20, Rata::Kiri),
        column("Formula", 18, Rata::Kiri),
        column("Satuan", 8, Rata::Tengah),
    ];
    columns.extend(targets);
    columns.push(column("Sumber Data", 13, Rata::Kiri));
    columns.push(column("Penanggung Jawab", 13, Rata::Kiri));
    (judul, vec![Tabel::new(columns, baris)])
}
