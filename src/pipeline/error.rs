//! Why the program could not run.

use crate::config;
use crate::diagnostic::Diagnostics;
use crate::regulation::RegulationError;
use crate::turunan;
use crate::typeset::TypesetError;
use crate::verifikasi;
use crate::workbook::ReadError;

/// Why the program could not run. What is wrong in the user's files is a
/// finding instead.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// The workbook could not be opened.
    #[error(transparent)]
    Workbook(#[from] ReadError),
    /// The settings could not be opened.
    #[error("{path} tidak dapat dibaca: {}", config::cause(why))]
    Config {
        /// Which file.
        path: String,
        /// Why.
        why: std::io::Error,
    },
    /// A regulation's description is broken.
    #[error(transparent)]
    Regulation(#[from] RegulationError),
    /// `--peraturan` names none.
    #[error("peraturan \"{id}\" tidak dikenal; yang tersedia: {known}")]
    UnknownRegulation {
        /// What was asked for.
        id: String,
        /// The known ones.
        known: String,
    },
    /// Templates or fonts cannot be used, or typst refuses the document.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The verifier's workbook cannot be made.
    #[error(transparent)]
    Verifikasi(#[from] verifikasi::WorkbookError),
    /// The workbook of what follows on a plan cannot be made.
    #[error(transparent)]
    Turunan(#[from] turunan::WorkbookError),
    /// Errors of the user forbid what was asked for.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The workbook of a comparison cannot be made.
    #[error(transparent)]
    Comparison(#[from] crate::comparison::WorkbookError),
    /// The document cannot be written as JSON.
    #[error("data dokumen tidak dapat ditulis: {0}")]
    Json(#[from] serde_json::Error),
}

/// Why a final document is not printed.
#[derive(Debug, Clone, thiserror::Error)]
#[error("dokumen final tidak dicetak: masih ada {errors} galat")]
pub struct Refusal {
    /// How many errors there are.
    pub errors: usize,
    /// What the pages show to be wrong; empty where the workbook's own errors already
    /// refused it.
    pub findings: Diagnostics,
}
