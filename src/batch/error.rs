//! What keeps a run from being made.

use crate::config;
use crate::pipeline::PipelineError;
use crate::typeset::TypesetError;

/// Why a run could not be made at all.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// The folder or the settings cannot be read.
    #[error("{path} tidak dapat dibaca: {}", config::cause(why))]
    Input {
        /// Which.
        path: String,
        /// Why.
        why: std::io::Error,
    },
    /// There is nothing to print.
    #[error("folder {0} tidak berisi buku kerja")]
    Nothing(String),
    /// The output folder cannot be written.
    #[error("folder hasil {path} tidak dapat ditulis: {why}")]
    Output {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// Another run writes to the output folder.
    #[error("folder hasil {0} sedang dipakai oleh pencetakan lain")]
    Busy(String),
    /// Templates cannot be used, or the system gives no threads.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The library cannot be used.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
}
