//! T-C.24: budget and spending of the previous period.

use super::{Entry, Located, PerTahun, Rupiah, Target};

/// One row of T-C.24. Ratio and growth are printed as typed and compared by a rule;
/// the document computes them where the office left them empty.
#[derive(Debug, Clone)]
pub struct AnggaranRealisasi {
    /// Kind of income, spending or programme (column 1).
    pub uraian: Located<String>,
    /// Budget per year, rupiah (columns 2–6).
    pub anggaran: PerTahun<Rupiah>,
    /// Spending per year, rupiah (columns 7–11).
    pub realisasi: PerTahun<Rupiah>,
    /// Typed ratio per year, per cent (columns 12–16).
    pub rasio: PerTahun<Target>,
    /// Typed mean growth of the budget, per cent or rupiah (column 17).
    pub pertumbuhan_anggaran: Entry<Target>,
    /// Typed mean growth of the spending, per cent or rupiah (column 18).
    pub pertumbuhan_realisasi: Entry<Target>,
    /// Whether the row is the table's total (`Jumlah`, `Total`).
    pub jumlah: bool,
}
