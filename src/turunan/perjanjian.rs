//! The annex of the Perjanjian Kinerja of the head of the agency:
//! PermenPAN-RB 53/2014.

use std::collections::BTreeMap;

use super::tabel::{Baris, Gaya, Rata, Sel, Tabel, kolom, tall};
use crate::model::{Kode, Renstra, Rupiah, Tahun};

/// Titles and the two tables.
pub(super) fn build(renstra: &Renstra, tahun: Tahun) -> (Vec<String>, Vec<Tabel>) {
    let judul = vec![format!("LAMPIRAN PERJANJIAN KINERJA TAHUN {tahun}")];
    (judul, vec![targets(renstra, tahun), money(renstra, tahun)])
}

fn targets(renstra: &Renstra, tahun: Tahun) -> Tabel {
    let mut baris = Vec::new();
    let sasaran = renstra.tujuan.iter().flat_map(|tujuan| &tujuan.sasaran);
    for (number, sasaran) in (1..).zip(sasaran) {
        for at in 0..sasaran.indikator.len().max(1) {
            let indikator = sasaran.indikator.get(at);
            let first = at == 0;
            let target = indikator.and_then(|i| i.target.get(&tahun)?.value());
            baris.push(Baris {
                gaya: Gaya::Biasa,
                sel: vec![
                    Sel::teks(first.then(|| format!("{number}."))),
                    Sel::teks(first.then_some(&sasaran.uraian.value)),
                    Sel::teks(indikator.map(|i| &i.uraian.value)),
                    Sel::teks(indikator.and_then(|i| i.satuan.value())),
                    Sel::teks(target.map(ToString::to_string)),
                ],
            });
        }
    }
    Tabel {
        kepala: vec![vec![
            tall("No.", 1),
            tall("Sasaran Strategis", 1),
            tall("Indikator Kinerja", 1),
            tall("Satuan", 1),
            tall("Target", 1),
        ]],
        kolom: vec![
            kolom(5, Rata::Tengah),
            kolom(34, Rata::Kiri),
            kolom(36, Rata::Kiri),
            kolom(13, Rata::Tengah),
            kolom(12, Rata::Tengah),
        ],
        baris,
    }
}

fn money(renstra: &Renstra, tahun: Tahun) -> Tabel {
    // Units share a programme: its amounts are one line.
    let mut order: Vec<&Kode> = Vec::new();
    let mut sum: BTreeMap<&Kode, (String, Option<Rupiah>)> = BTreeMap::new();
    for program in &renstra.pendanaan.program {
        let kode = &program.baris.kode.value;
        if !sum.contains_key(kode) {
            order.push(kode);
        }
        let nama = program.baris.uraian.value().cloned().unwrap_or_default();
        let (_, amount) = sum.entry(kode).or_insert((nama, None));
        if let Some(more) = program
            .baris
            .pagu()
            .get(&tahun)
            .and_then(|entry| entry.value())
        {
            *amount = Some(amount.unwrap_or_default() + *more);
        }
    }
    let mut baris: Vec<Baris> = (1..)
        .zip(order)
        .filter_map(|(number, kode)| {
            let (nama, amount) = sum.get(kode)?;
            Some(Baris {
                gaya: Gaya::Biasa,
                sel: vec![
                    Sel::Teks(format!("{number}.")),
                    Sel::teks(Some(nama)),
                    Sel::uang(*amount),
                    Sel::Kosong,
                ],
            })
        })
        .collect();
    baris.push(Baris {
        gaya: Gaya::Induk,
        sel: vec![
            Sel::Kosong,
            Sel::Teks("Jumlah".to_owned()),
            Sel::uang(renstra.pendanaan.pagu_year(tahun)),
            Sel::Kosong,
        ],
    });
    Tabel {
        kepala: vec![vec![
            tall("No.", 1),
            tall("Program", 1),
            tall("Anggaran (Rp)", 1),
            tall("Keterangan", 1),
        ]],
        kolom: vec![
            kolom(5, Rata::Tengah),
            kolom(55, Rata::Kiri),
            kolom(22, Rata::Kanan),
            kolom(18, Rata::Kiri),
        ],
        baris,
    }
}
