//! A year's Renja as its table states it, for comparing it with the plan.

use super::{Entry, Indikator, Kode, Located, PerTahun, Rupiah, Tahun};
use crate::diagnostic::Origin;

/// The table of a Renja.
#[derive(Debug, Clone)]
pub struct Renja {
    /// The workbook it was read from.
    pub berkas: Origin,
    /// Its year. Targets and money are of this year and of the one of the forward estimate.
    pub tahun: Tahun,
    /// Whether it states the condition at the end of the plan's period.
    pub has_akhir: bool,
    /// Its rows in order.
    pub baris: Vec<BarisRenja>,
    /// Rows without a kode that are neither a further indicator nor a total.
    pub tanpa_tempat: usize,
}

/// A row with the indicators below it.
#[derive(Debug, Clone)]
pub struct BarisRenja {
    /// Its kode.
    pub kode: Located<Kode>,
    /// Its name.
    pub uraian: Entry<String>,
    /// Who answers for it: the agency, or a unit with a kode of its own.
    pub perangkat_daerah: Entry<String>,
    /// Money per year, rupiah.
    pub pagu: PerTahun<Rupiah>,
    /// Its indicators. A target that is a number has its unit apart, whatever stood in the
    /// cell (`12 Dokumen`).
    pub indikator: Vec<Indikator>,
}

impl Renja {
    /// The agency that most rows name, without its kode.
    pub fn opd(&self) -> Option<&str> {
        let rows = self.baris.iter();
        let names: Vec<&str> = rows
            .filter_map(|row| row.perangkat_daerah.value())
            .map(|name| without_kode(name))
            .collect();
        let count = |wanted: &str| names.iter().filter(|name| **name == wanted).count();
        names.iter().max_by_key(|name| count(name)).copied()
    }
}

/// `2.15.0.00.0.00.01.0000 - Dinas Perhubungan` without its kode.
fn without_kode(name: &str) -> &str {
    let is_kode = |c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '-' | '–');
    name.trim_start_matches(is_kode).trim()
}
