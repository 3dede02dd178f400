//! Indikator Kinerja Utama: the agency's main indicators.

use super::{Entry, Indikator, Located};

/// One main indicator.
#[derive(Debug, Clone)]
pub struct Iku {
    /// The objective it measures.
    pub sasaran: Option<Located<String>>,
    /// The indicator with its targets.
    pub indikator: Indikator,
    /// Operational definition.
    pub definisi: Entry<String>,
    /// Formula.
    pub formula: Entry<String>,
    /// Source of its data.
    pub sumber_data: Entry<String>,
    /// Unit in charge.
    pub penanggung_jawab: Entry<String>,
}
