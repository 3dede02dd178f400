//! How the program knows its own results again.

/// The category in the properties of every workbook that the program writes as a result,
/// so that none is taken for the workbook of an agency.
pub const KELUARAN: &str = "Keluaran Renstra";
