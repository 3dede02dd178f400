//! The Renja table of a year: Permendagri 86/2017, T-C.33.

use super::tabel::{Baris, Gaya, Rata, Sel, Tabel, kolom, tall, wide};
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
    let mut row = Vec::new();
    for urusan in &table.urusan {
        take(&mut row, urusan, Gaya::Induk, tahun, next);
    }
    for program in &table.program {
        take(&mut row, &program.baris, Gaya::Induk, tahun, next);
        for kegiatan in &program.kegiatan {
            take(&mut row, &kegiatan.baris, Gaya::Anak, tahun, next);
            for sub in &kegiatan.sub_kegiatan {
                take(&mut row, &sub.baris, Gaya::Biasa, tahun, next);
            }
        }
    }
    let mut sum = vec![Sel::Kosong, Sel::Teks("JUMLAH".to_owned())];
    sum.resize(5, Sel::Kosong);
    sum.push(Sel::uang(table.pagu_year(tahun)));
    sum.resize(9, Sel::Kosong);
    sum.push(Sel::uang(next.and_then(|next| table.pagu_year(next))));
    row.push(Baris {
        gaya: Gaya::Induk,
        sel: sum,
    });
    (judul, vec![frame(tahun, next, row)])
}

fn frame(tahun: Tahun, next: Option<Tahun>, baris: Vec<Baris>) -> Tabel {
    let forward = next.map(|next| next.to_string()).unwrap_or_default();
    Tabel {
        kepala: vec![
            vec![
                tall("Kode", 2),
                tall(
                    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
                    2,
                ),
                tall("Indikator Kinerja Program/Kegiatan", 2),
                wide(&format!("Rencana Tahun {tahun}"), 4),
                tall("Catatan Penting", 2),
                wide(&format!("Prakiraan Maju Rencana Tahun {forward}"), 2),
            ],
            vec![
                tall("Lokasi", 1),
                tall("Target Capaian Kinerja", 1),
                tall("Kebutuhan Dana/Pagu Indikatif (Rp)", 1),
                tall("Sumber Dana", 1),
                tall("Target Capaian Kinerja", 1),
                tall("Kebutuhan Dana/Pagu Indikatif (Rp)", 1),
            ],
        ],
        kolom: vec![
            kolom(11, Rata::Kiri),
            kolom(24, Rata::Kiri),
            kolom(22, Rata::Kiri),
            kolom(11, Rata::Kiri),
            kolom(10, Rata::Tengah),
            kolom(13, Rata::Kanan),
            kolom(8, Rata::Kiri),
            kolom(8, Rata::Kiri),
            kolom(10, Rata::Tengah),
            kolom(13, Rata::Kanan),
        ],
        baris,
    }
}

/// A row, and one more for each further indicator.
fn take(list: &mut Vec<Baris>, row: &PaguRow, gaya: Gaya, tahun: Tahun, next: Option<Tahun>) {
    let pagu =
        |tahun: Option<Tahun>| -> Option<Rupiah> { row.pagu().get(&tahun?)?.value().copied() };
    let target = |indikator: Option<&Indikator>, tahun: Option<Tahun>| -> Option<String> {
        let indikator = indikator?;
        let target = indikator.target.get(&tahun?)?.value()?;
        Some(match indikator.satuan.value() {
            Some(unit) if unit == "%" => format!("{}%", target.teks().trim_end_matches('%')),
            Some(unit) => format!("{target} {unit}"),
            None => target.to_string(),
        })
    };
    // What the table lacks is no row of another one either.
    if row.is_implied() {
        return;
    }
    let count = row.indikator.len().max(1);
    for at in 0..count {
        let indikator = row.indikator.get(at);
        let first = at == 0;
        list.push(Baris {
            gaya,
            sel: vec![
                Sel::teks((first && row.kode_typed).then(|| row.kode.value.to_string())),
                Sel::teks(row.uraian.value().filter(|_| first)),
                Sel::teks(indikator.map(|i| &i.uraian.value)),
                Sel::teks(row.lokasi.value().filter(|_| first)),
                Sel::teks(target(indikator, Some(tahun))),
                Sel::uang(pagu(Some(tahun)).filter(|_| first)),
                Sel::Kosong,
                Sel::Kosong,
                Sel::teks(target(indikator, next)),
                Sel::uang(pagu(next).filter(|_| first)),
            ],
        });
    }
}
