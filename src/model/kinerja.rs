//! T-C.23: what was achieved in the previous period.

use super::{Entry, Located, PerTahun, Target};

/// One row of T-C.23.
#[derive(Debug, Clone)]
pub struct KinerjaPelayanan {
    /// Indicator (column 2).
    pub indikator: Located<String>,
    /// Unit of target and realisasi.
    pub satuan: Entry<String>,
    /// National target, NSPK (column 3).
    pub target_nspk: Entry<Target>,
    /// IKK target (column 4).
    pub target_ikk: Entry<Target>,
    /// Target of another commitment (column 5).
    pub target_lain: Entry<Target>,
    /// Target of the previous Renstra per year (columns 6–10).
    pub target: PerTahun<Target>,
    /// Achievement per year (columns 11–15).
    pub realisasi: PerTahun<Target>,
    /// Ratio as the office typed it (columns 16–20), percent or a fraction. A rule
    /// compares it; only where it is missing is it computed.
    pub rasio: PerTahun<Target>,
}
