//! How the program knows its own results again.

/// The category in the properties of every workbook that the program writes as a result,
/// so that none is taken for the workbook of an agency.
pub const KELUARAN: &str = "Keluaran Renstra";

/// The category of a workbook that goes out to one unit of an agency: it holds a part of a
/// plan, and comes back to be joined.
pub const BERKAS_UNIT: &str = "Berkas Unit Renstra";
