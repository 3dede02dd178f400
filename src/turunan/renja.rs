//! The Renja table of a year: Permendagri 86/2017, T-C.33.

use super::jenjang;
use super::tabel::{Gaya, Rata, Row, Sel, Tabel, column, group, measured};
use super::tambahan_renja::Tambahan;
use crate::model::{Indikator, PaguRow, Renstra, Rupiah, Tahun};

/// Titles and the table.
pub(super) fn build(renstra: &Renstra, tahun: Tahun) -> (Vec<String>, Vec<Tabel>) {
    let next = Tahun::new(tahun.get() + 1);
    let judul = vec![
        format!("RUMUSAN RENCANA PROGRAM DAN KEGIATAN TAHUN {tahun}"),
        format!(
            "DAN PRAKIRAAN MAJU TAHUN {}",
            next.map(|next| next.to_string()).unwrap_or_default()
        ),
    ];
    let table = &renstra.pendanaan;
    let mut list = Rows {
        tambahan: Tambahan::of(renstra, tahun),
        years: (tahun, next),
        baris: Vec::new(),
    };
    for (gaya, row) in jenjang::rows(table) {
        take(&mut list, row, gaya);
    }
    let mut row = list.baris;
    let mut sum = vec![Sel::Kosong, Sel::Teks("JUMLAH".to_owned())];
    sum.resize(5, Sel::Kosong);
    sum.push(Sel::uang(table.pagu_year(tahun)));
    sum.resize(9, Sel::Kosong);
    sum.push(Sel::uang(next.and_then(|next| table.pagu_year(next))));
    row.push(Row {
        gaya: Gaya::Induk,
        sel: sum,
    });
    (judul, vec![frame(tahun, next, row)])
}

/// The rows that are made, and what they are made from.
struct Rows<'a> {
    tambahan: Tambahan<'a>,
    /// The year, and the one of the forward estimate.
    years: (Tahun, Option<Tahun>),
    baris: Vec<Row>,
}

fn frame(tahun: Tahun, next: Option<Tahun>, baris: Vec<Row>) -> Tabel {
    let forward = next.map(|next| next.to_string()).unwrap_or_default();
    let columns = [
        column("Kode", 11, Rata::Kiri),
        column(
            "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
            24,
            Rata::Kiri,
        ),
        column("Indikator Kinerja Program/Kegiatan", 22, Rata::Kiri),
        group(
            format!("Rencana Tahun {tahun}"),
            [
                column("Lokasi", 11, Rata::Kiri),
                column("Target Capaian Kinerja", 10, Rata::Tengah),
                column("Kebutuhan Dana/Pagu Indikatif (Rp)", 13, Rata::Kanan),
                column("Sumber Dana", 8, Rata::Kiri),
            ],
        ),
        column("Catatan Penting", 8, Rata::Kiri),
        group(
            format!("Prakiraan Maju Rencana Tahun {forward}"),
            [
                column("Target Capaian Kinerja", 10, Rata::Tengah),
                column("Kebutuhan Dana/Pagu Indikatif (Rp)", 13, Rata::Kanan),
            ],
        ),
    ];
    Tabel::new(columns, baris)
}

/// A row, and one more for each further indicator.
fn take(list: &mut Rows<'_>, row: &PaguRow, gaya: Gaya) {
    let (tahun, next) = list.years;
    let kode = &row.kode.value;
    let pagu =
        |tahun: Option<Tahun>| -> Option<Rupiah> { row.pagu().get(&tahun?)?.value().copied() };
    let target = |indikator: Option<&Indikator>, tahun: Option<Tahun>| {
        let indikator = indikator?;
        Some(measured(indikator, indikator.target.get(&tahun?)?.value()?))
    };
    // What the table lacks is no row of another one either.
    if row.is_implied() {
        return;
    }
    let count = row.indikator.len().max(1);
    for at in 0..count {
        let indikator = row.indikator.get(at);
        let first = at == 0;
        let added = |key: &str| list.tambahan.get(kode, key).filter(|_| first);
        let lokasi = row.lokasi.value().map(String::as_str);
        let baris = Row {
            gaya,
            sel: vec![
                Sel::teks((first && row.kode_typed).then(|| row.kode.value.to_string())),
                Sel::teks(row.uraian.value().filter(|_| first)),
                Sel::teks(indikator.map(|i| &i.uraian.value)),
                Sel::teks(added("lokasi").or(lokasi.filter(|_| first))),
                Sel::teks(target(indikator, Some(tahun))),
                Sel::uang(pagu(Some(tahun)).filter(|_| first)),
                Sel::teks(added("sumber_dana")),
                Sel::teks(added("catatan")),
                Sel::teks(target(indikator, next)),
                Sel::uang(pagu(next).filter(|_| first)),
            ],
        };
        list.baris.push(baris);
    }
}
