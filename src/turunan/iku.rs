//! The IKU sheet: main indicators with definition, formula, targets, source, who answers.

use std::collections::BTreeSet;

use super::tabel::{Gaya, Rata, Row, Sel, Tabel, kolom, tall, wide};
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
    let count = u16::try_from(year.len()).unwrap_or(u16::MAX);
    let mut top: Vec<_> = [
        "No",
        "Sasaran",
        "Indikator Kinerja Utama",
        "Definisi Operasional",
        "Formula",
        "Satuan",
    ]
    .into_iter()
    .map(|head| tall(head, 2))
    .collect();
    if count > 0 {
        top.push(wide("Target pada Tahun", count));
    }
    top.extend(["Sumber Data", "Penanggung Jawab"].map(|head| tall(head, 2)));
    let mut columns = vec![
        kolom(4, Rata::Tengah),
        kolom(16, Rata::Kiri),
        kolom(17, Rata::Kiri),
        kolom(20, Rata::Kiri),
        kolom(18, Rata::Kiri),
        kolom(8, Rata::Tengah),
    ];
    columns.extend(year.iter().map(|_| kolom(6, Rata::Tengah)));
    columns.extend([kolom(13, Rata::Kiri), kolom(13, Rata::Kiri)]);
    let years = year
        .iter()
        .map(|tahun| tall(&tahun.to_string(), 1))
        .collect();
    let table = Tabel {
        kepala: vec![top, years],
        kolom: columns,
        baris,
    };
    (judul, vec![table])
}
