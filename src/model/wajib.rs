//! Indicators that a city's agencies must carry, as the city lists them.

use super::{Entry, Located, NamaOpd};

/// On what an indicator's obligation rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JenisWajib {
    /// Standar Pelayanan Minimal of a bidang urusan.
    Spm,
    /// Indikator Kinerja Kunci of a bidang urusan.
    Ikk,
    /// Ordered by the city for all its agencies.
    Semua,
}

impl JenisWajib {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Spm, Self::Ikk, Self::Semua];

    /// The word for it on the worksheet.
    pub fn word(self) -> &'static str {
        match self {
            Self::Spm => "SPM",
            Self::Ikk => "IKK",
            Self::Semua => "Semua Perangkat Daerah",
        }
    }
}

/// An indicator of the list.
#[derive(Debug, Clone)]
pub struct IndikatorWajib {
    /// On what it rests.
    pub jenis: JenisWajib,
    /// Kode of the bidang urusan it belongs to; empty for every one.
    pub bidang: Vec<String>,
    /// Agencies as typed, several by line or semicolon; missing for every one.
    pub opd: Entry<String>,
    /// Its wording.
    pub uraian: Located<String>,
    /// Its unit of measure.
    pub satuan: Entry<String>,
}

impl IndikatorWajib {
    /// Whether an agency of these bidang urusan and names must carry it.
    pub fn applies(&self, bidang: &[String], opd: &NamaOpd) -> bool {
        let of_bidang =
            self.bidang.is_empty() || self.bidang.iter().any(|own| bidang.contains(own));
        of_bidang && (self.opd.is_missing() || opd.is_in(&self.opd))
    }
}
