//! The Renja table of a year in the 17 columns in which SIPD exports it (Permendagri
//! 14/2026, Tabel 4.1, as practice has it; the annex itself could not be read).

use super::jenjang;
use super::tabel::{Gaya, Rata, Row, Sel, Tabel, column, group, measured};
use super::tambahan_renja::Tambahan;
use crate::model::{Indikator, Level, PaguRow, Pendanaan, Renstra, Rupiah, Tahun};

/// The years that a table speaks of.
#[derive(Clone, Copy)]
struct Years {
    own: Tahun,
    next: Option<Tahun>,
}

/// Titles and the table.
pub(super) fn build(renstra: &Renstra, tahun: Tahun) -> (Vec<String>, Vec<Tabel>) {
    let years = Years {
        own: tahun,
        next: Tahun::new(tahun.get() + 1),
    };
    let judul = vec![format!(
        "RENCANA KERJA DAN PENDANAAN TAHUN {tahun}{}",
        years
            .next
            .map(|next| format!(" DAN PRAKIRAAN MAJU TAHUN {next}"))
            .unwrap_or_default()
    )];
    let mut list = Rows {
        tambahan: Tambahan::of(renstra, tahun),
        table: &renstra.pendanaan,
        opd: renstra.identitas.nama.value().map(String::as_str),
        years,
        number: 0,
        baris: Vec::new(),
    };
    let table = &renstra.pendanaan;
    for (gaya, row) in jenjang::rows(table) {
        list.take(row, gaya);
    }
    let mut baris = list.baris;
    let mut sum = vec![Sel::Kosong, Sel::Kosong, Sel::Teks("JUMLAH".to_owned())];
    sum.resize(8, Sel::Kosong);
    sum.push(Sel::uang(table.pagu_year(tahun)));
    sum.resize(15, Sel::Kosong);
    sum.push(Sel::uang(years.next.and_then(|next| table.pagu_year(next))));
    sum.push(Sel::Kosong);
    baris.push(Row {
        gaya: Gaya::Induk,
        sel: sum,
    });
    (judul, vec![frame(years, baris)])
}

struct Rows<'a> {
    tambahan: Tambahan<'a>,
    table: &'a Pendanaan,
    opd: Option<&'a str>,
    years: Years,
    /// Number of the last programme; programmes of each bidang urusan are counted anew.
    number: usize,
    baris: Vec<Row>,
}

impl Rows<'_> {
    /// A row, and one more for each further indicator.
    fn take(&mut self, row: &PaguRow, gaya: Gaya) {
        // What the table lacks is no row of another one either.
        if row.is_implied() {
            return;
        }
        let kode = &row.kode.value;
        let number = self.count(kode.level());
        let Years { own, next } = self.years;
        let pagu = |tahun: Tahun| -> Option<Rupiah> { row.pagu().get(&tahun)?.value().copied() };
        let target = |indikator: Option<&Indikator>, tahun: Option<Tahun>| {
            let indikator = indikator?;
            Some(measured(indikator, indikator.target.get(&tahun?)?.value()?))
        };
        let end = |indikator: Option<&Indikator>| {
            let indikator = indikator?;
            let last = indikator
                .target
                .values()
                .next_back()
                .and_then(|t| t.value());
            Some(measured(
                indikator,
                indikator.target_akhir.value().or(last)?,
            ))
        };
        for at in 0..row.indikator.len().max(1) {
            let indikator = row.indikator.get(at);
            let first = at == 0;
            let added = |key: &str| Sel::teks(self.tambahan.get(kode, key).filter(|_| first));
            let lokasi = row.lokasi.value().map(String::as_str);
            let lokasi = self.tambahan.get(kode, "lokasi").or(lokasi);
            self.baris.push(Row {
                gaya,
                sel: vec![
                    Sel::teks(number.filter(|_| first).map(|number| number.to_string())),
                    Sel::teks((first && row.kode_typed).then(|| kode.to_string())),
                    Sel::teks(row.uraian.value().filter(|_| first)),
                    Sel::teks(indikator.map(|i| &i.uraian.value)),
                    Sel::teks(end(indikator)),
                    added("realisasi"),
                    added("prakiraan"),
                    Sel::teks(target(indikator, Some(own))),
                    Sel::uang(pagu(own).filter(|_| first)),
                    Sel::teks(lokasi.filter(|_| first)),
                    added("sumber_dana"),
                    added("prioritas_nasional"),
                    added("prioritas_daerah"),
                    added("kelompok_sasaran"),
                    Sel::teks(target(indikator, next)),
                    Sel::uang(next.and_then(pagu).filter(|_| first)),
                    Sel::teks(self.agency(row).filter(|_| first)),
                ],
            });
        }
    }

    /// Who answers for a row: the agency, or what the office named in the column of the
    /// agency, such as a hospital with a kode of its own. A bidang is no agency.
    fn agency(&self, row: &PaguRow) -> Option<&str> {
        let own = row.baris.first().and_then(|at| self.table.baris.get(*at));
        let named = own.filter(|own| {
            own.unit.value().is_some() && own.unit.origin() == own.perangkat_daerah.origin()
        });
        let named = named.and_then(|own| own.unit.value());
        named.map(String::as_str).or(self.opd)
    }

    /// The number of a row, if the form has one for its level.
    fn count(&mut self, level: Level) -> Option<usize> {
        match level {
            Level::Urusan | Level::BidangUrusan => self.number = 0,
            Level::Program => self.number += 1,
            Level::Kegiatan | Level::SubKegiatan => {}
        }
        (level == Level::Program).then_some(self.number)
    }
}

fn frame(years: Years, baris: Vec<Row>) -> Tabel {
    let Years { own, next } = years;
    let year = |tahun: u16| {
        Tahun::new(tahun)
            .map(|tahun| tahun.to_string())
            .unwrap_or_default()
    };
    let forward = next.map(|next| next.to_string()).unwrap_or_default();
    let (reached, expected) = (year(own.get() - 2), year(own.get() - 1));
    let columns = [
        column("No", 5, Rata::Tengah),
        column("Kode", 19, Rata::Kiri),
        column(
            "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
            20,
            Rata::Kiri,
        ),
        column("Indikator Program/Kegiatan/Sub Kegiatan", 18, Rata::Kiri),
        column("Target Akhir Periode Renstra OPD", 9, Rata::Tengah),
        column(
            format!("Realisasi Capaian Renja OPD Tahun {reached}"),
            9,
            Rata::Tengah,
        ),
        column(
            format!("Prakiraan Capaian Target Renja OPD Tahun {expected}"),
            9,
            Rata::Tengah,
        ),
        group(
            "Capaian Kinerja dan Kerangka Pendanaan",
            [
                column(format!("Target {own}"), 9, Rata::Tengah),
                column("Pagu Indikatif (Rp)", 13, Rata::Kanan),
                column("Lokasi", 9, Rata::Kiri),
                column("Sumber Dana", 9, Rata::Kiri),
                group(
                    "Prioritas",
                    ["Nasional", "Daerah"].map(|whose| column(whose, 9, Rata::Kiri)),
                ),
            ],
        ),
        column("Kelompok Sasaran", 10, Rata::Kiri),
        group(
            format!("Prakiraan Maju Rencana Tahun {forward}"),
            [
                column("Target", 9, Rata::Tengah),
                column("Pagu Indikatif (Rp)", 13, Rata::Kanan),
            ],
        ),
        column("Perangkat Daerah Penanggung Jawab", 12, Rata::Kiri),
    ];
    Tabel::new(columns, baris)
}
