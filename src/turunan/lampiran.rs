//! The two tables of the annex of a Perjanjian Kinerja: targets, and money
//! (PermenPAN-RB 53/2014, anak lampiran I/4-6 and I/5-6; practice adds the unit).

use super::tabel::{Gaya, Rata, Row, Sel, Tabel, column};
use crate::model::Rupiah;

/// The table of targets; its first column says whose they are.
pub(super) fn targets(sasaran: &str, baris: Vec<Row>) -> Tabel {
    let columns = [
        column("No.", 5, Rata::Tengah),
        column(sasaran, 34, Rata::Kiri),
        column("Indikator Kinerja", 36, Rata::Kiri),
        column("Satuan", 13, Rata::Tengah),
        column("Target", 12, Rata::Tengah),
    ];
    Tabel::new(columns, baris)
}

/// The table of money; its first column says of what.
pub(super) fn amounts(uraian: &str, baris: Vec<Row>) -> Tabel {
    let columns = [
        column("No.", 5, Rata::Tengah),
        column(uraian, 55, Rata::Kiri),
        column("Anggaran (Rp)", 22, Rata::Kanan),
        column("Keterangan", 18, Rata::Kiri),
    ];
    Tabel::new(columns, baris)
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
