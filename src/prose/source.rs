//! What placeholders may ask for.

use crate::model::{Kode, Rupiah, Tahun};

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The plan has no such program, table or figure.
    Unknown,
    /// It has, but the workbook leaves the value empty.
    Missing,
}

/// The facts of one plan, as its text may quote them. Implemented by whoever
/// knows the document; prose itself knows neither tables nor numbering.
///
/// Nothing here may invent a value: what the workbook does not say is a
/// [`Gap`], and becomes a finding at the cell that asked.
pub trait Source: Send + Sync {
    /// The names of plain values, `{"opd": {"nama": …}, "jumlah": {"program": 7}}`.
    ///
    /// Numbers are counts and are printed with thousands dots; years are
    /// strings, as [`Tahun`] serialises. `null` and blank text are names that
    /// exist and whose value is missing.
    fn context(&self) -> serde_json::Value;

    /// Money of all programs in a year or over the whole period, rupiah.
    ///
    /// # Errors
    /// [`Gap::Missing`] where no amount was entered; [`Gap::Unknown`] for a year
    /// outside the period.
    fn pagu_total(&self, tahun: Option<Tahun>) -> Result<Rupiah, Gap>;

    /// Money of a program in a year or over the whole period, rupiah.
    ///
    /// # Errors
    /// As [`Source::pagu_total`]; [`Gap::Unknown`] also for a kode that the
    /// plan does not have.
    fn pagu_program(&self, kode: &Kode, tahun: Option<Tahun>) -> Result<Rupiah, Gap>;

    /// How the text refers to a table, `Tabel 6.1`, by its kode (`T-C.27`) or id.
    ///
    /// # Errors
    /// [`Gap::Unknown`] if the regulation has no such table, [`Gap::Missing`] if
    /// the document does not print it.
    fn tabel(&self, kode: &str) -> Result<String, Gap>;

    /// How the text refers to a figure, `Gambar 2.1`, by its id.
    ///
    /// # Errors
    /// As [`Source::tabel`].
    fn gambar(&self, id: &str) -> Result<String, Gap>;
}
