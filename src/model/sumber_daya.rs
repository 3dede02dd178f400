//! Sheets Pegawai and Sarana: staff and assets (subchapter 2.2).

use rust_decimal::Decimal;

use super::{Entry, Located, Worksheet};

/// Number of staff of one kind.
#[derive(Debug, Clone)]
pub struct Pegawai {
    /// By what the staff is counted: `Golongan`, `Pendidikan`, `Jabatan`, `Status`.
    pub kelompok: Located<String>,
    /// The kind, `Golongan III`.
    pub uraian: Located<String>,
    /// Men, persons.
    pub laki_laki: Entry<Decimal>,
    /// Women, persons.
    pub perempuan: Entry<Decimal>,
    /// All, persons.
    pub jumlah: Entry<Decimal>,
    /// Whether the row is the office's own total; none is in the plan's list.
    pub baris_jumlah: bool,
}

/// Assets of one kind.
#[derive(Debug, Clone)]
pub struct Sarana {
    /// What it is.
    pub uraian: Located<String>,
    /// How many, in `satuan`.
    pub jumlah: Entry<Decimal>,
    /// Unit of the numbers.
    pub satuan: Entry<String>,
    /// Of these in good condition.
    pub baik: Entry<Decimal>,
    /// In fair condition.
    pub cukup: Entry<Decimal>,
    /// In poor condition.
    pub kurang: Entry<Decimal>,
    /// Year or years of acquisition, as typed.
    pub tahun_perolehan: Entry<String>,
    /// Remark.
    pub keterangan: Entry<String>,
    /// Whether the row is the office's own total; none is in the plan's list.
    pub baris_jumlah: bool,
}

/// A total of staff or assets as the office typed it: printed in its place and
/// compared with the sum of its rows, never counted among them.
#[derive(Debug, Clone)]
pub struct BarisJumlah {
    /// The worksheet.
    pub lembar: Worksheet,
    /// How many rows of the plan's list stand above it.
    pub setelah: usize,
    /// Whether it sums its whole group, or all assets.
    pub seluruh: bool,
    /// The row as typed.
    pub baris: SumberDaya,
    /// What names the row a total.
    pub uraian: Located<String>,
    /// Its columns.
    pub kolom: Vec<KolomJumlah>,
}

/// A row of staff or assets.
#[derive(Debug, Clone)]
pub enum SumberDaya {
    /// Staff.
    Pegawai(Box<Pegawai>),
    /// Assets.
    Sarana(Box<Sarana>),
}

/// A column of a total row.
#[derive(Debug, Clone)]
pub struct KolomJumlah {
    /// Heading of the column.
    pub nama: &'static str,
    /// The number as typed.
    pub jumlah: Entry<Decimal>,
    /// The numbers that it sums.
    pub bagian: Vec<Located<Decimal>>,
}
