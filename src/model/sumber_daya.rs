//! Sheets Pegawai and Sarana: staff and assets (subchapter 2.2).

use rust_decimal::Decimal;

use super::{Entry, Located};

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
}
