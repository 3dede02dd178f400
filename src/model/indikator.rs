//! An indicator with its targets.

use std::collections::BTreeMap;

use super::{Entry, Located, Tahun, Target};

/// Entries by calendar year. A year without a column is not in the map; a year
/// whose cell is empty is [`Entry::Empty`].
pub type PerTahun<T> = BTreeMap<Tahun, Entry<T>>;

/// An indicator of a goal, objective, programme, activity or sub-activity.
#[derive(Debug, Clone)]
pub struct Indikator {
    /// What is measured.
    pub uraian: Located<String>,
    /// Unit of its targets. Missing where the form has no such column.
    pub satuan: Entry<String>,
    /// Achievement at the start of planning (T-C.27 column 6, T-C.28 column 3).
    pub target_awal: Entry<Target>,
    /// Target per year.
    pub target: PerTahun<Target>,
    /// Condition at the end of the period (T-C.27 column 17, T-C.28 column 9).
    pub target_akhir: Entry<Target>,
    /// Remark (Inmendagri 2/2025).
    pub keterangan: Entry<String>,
    /// The outcome or output that it measures, as a sentence (Inmendagri 2/2025).
    pub hasil: Entry<String>,
    /// Operational definition; no regulated table has it, manuals of indicators do.
    pub definisi: Entry<String>,
    /// How it is computed, in words; as [`Indikator::definisi`].
    pub formula: Entry<String>,
}

impl Indikator {
    /// Its baseline, its targets year by year, and the condition at the end.
    pub fn figures(&self) -> impl Iterator<Item = &Entry<Target>> {
        std::iter::once(&self.target_awal)
            .chain(self.target.values())
            .chain(std::iter::once(&self.target_akhir))
    }
}
