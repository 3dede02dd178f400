//! Indikator Kinerja Utama: the agency's main indicators.

use super::{Entry, Indikator, Located};

/// One main indicator.
#[derive(Debug, Clone)]
pub struct Iku {
    /// The objective it measures.
    pub sasaran: Option<Located<String>>,
    /// The indicator with its targets.
    pub indikator: Indikator,
    /// Source of its data.
    pub sumber_data: Entry<String>,
    /// Unit in charge.
    pub penanggung_jawab: Entry<String>,
}

/// An Indikator Kinerja Kunci (Inmendagri 2/2025, subchapter 4.6).
#[derive(Debug, Clone)]
pub struct Ikk {
    /// The bidang urusan that it stands under.
    pub kelompok: Option<Located<String>>,
    /// The indicator with its targets.
    pub indikator: Indikator,
    /// `positif`, `negatif`, `kumulatif`: which way is better.
    pub status: Entry<String>,
}
