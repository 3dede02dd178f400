//! The two tables of the annex of a Perjanjian Kinerja: targets, and money
//! (PermenPAN-RB 53/2014, anak lampiran I/4-6 and I/5-6; practice adds the unit).

use super::tabel::{Gaya, Rata, Row, Sel, Tabel, kolom, tall};
use crate::model::Rupiah;

/// The table of targets; its first column says whose they are.
pub(super) fn targets(sasaran: &str, baris: Vec<Row>) -> Tabel {
    Tabel {
        kepala: vec![vec![
            tall("No.", 1),
            tall(sasaran, 1),
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

/// The table of money; its first column says of what.
pub(super) fn amounts(uraian: &str, baris: Vec<Row>) -> Tabel {
    Tabel {
        kepala: vec![vec![
            tall("No.", 1),
            tall(uraian, 1),
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

/// The last row of a table of money.
pub(super) fn total(sum: Option<Rupiah>) -> Row {
    Row {
        gaya: Gaya::Induk,
        sel: vec![
            Sel::Kosong,
            Sel::Teks("Jumlah".to_owned()),
            Sel::uang(sum),
            Sel::Kosong,
        ],
    }
}
