//! T-C.24: budget and spending of the previous period.

use super::{Located, PerTahun, Rupiah};

/// One row of T-C.24. Ratio and growth are computed, not read.
#[derive(Debug, Clone)]
pub struct AnggaranRealisasi {
    /// Kind of income, spending or programme (column 1).
    pub uraian: Located<String>,
    /// Budget per year, rupiah (columns 2–6).
    pub anggaran: PerTahun<Rupiah>,
    /// Spending per year, rupiah (columns 7–11).
    pub realisasi: PerTahun<Rupiah>,
    /// Whether the row is the table's total (`Jumlah`, `Total`).
    pub jumlah: bool,
}
