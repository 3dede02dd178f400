//! What keeps a document from being laid out or written.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::diagnostic::system_cause;

/// A failure of the program or of a template, never of an OPD's workbook.
#[derive(Debug, Error)]
pub enum TypesetError {
    /// A template has an error; `report` is typst's own, with the lines.
    #[error("templat dokumen mengandung kesalahan\n\n{report}")]
    Template {
        /// The places and causes, as typst prints them.
        report: String,
    },
    /// typst warned, which counts as an error.
    #[error(
        "penyusun halaman memberi peringatan, dan peringatan dianggap kesalahan \
         agar dokumen tidak rusak diam-diam\n\n{report}"
    )]
    Warned {
        /// The places and causes, as typst prints them.
        report: String,
    },
    /// The pages cannot be written as such a PDF.
    #[error("PDF tidak dapat ditulis dengan standar {standard}\n\n{report}")]
    Export {
        /// The standards asked for.
        standard: String,
        /// The places and causes, as typst prints them.
        report: String,
    },
    /// The standards cannot be had together with the other settings.
    #[error("{0}")]
    Settings(String),
    /// A folder of templates or fonts cannot be read.
    #[error("folder {} tidak dapat dibaca: {}", path.display(), cause(source))]
    Folder {
        /// The folder as the user gave it.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A font of the templates cannot be read.
    #[error("fon {} pada folder templat tidak dapat dibaca", path.display())]
    BrokenFont {
        /// Path inside the templates.
        path: PathBuf,
    },
    /// A virtual path is not one.
    #[error("jalur templat `{path}` tidak sah")]
    Path {
        /// The path.
        path: String,
    },
    /// The document has no such page.
    #[error("halaman {page} tidak ada: dokumen ini terdiri atas {total} halaman")]
    NoSuchPage {
        /// The page asked for.
        page: usize,
        /// How many there are.
        total: usize,
    },
    /// The image would be empty or too large.
    #[error("resolusi {ppi} ppi tidak dapat dipakai: isi antara {min} dan {max}")]
    Resolution {
        /// The resolution asked for.
        ppi: f64,
        /// The least.
        min: f64,
        /// The greatest.
        max: f64,
    },
    /// A page could not be turned into a PNG.
    #[error("halaman {page} tidak dapat ditulis sebagai PNG")]
    Image {
        /// The page.
        page: usize,
    },
    /// Worker threads could not be started.
    #[error("utas kerja tidak dapat dijalankan: sistem menolaknya")]
    Pool,
}

/// Why a folder could not be read, in the user's language where it is one of
/// the usual reasons.
fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        io::ErrorKind::PermissionDenied => "tidak ada izin membaca".to_owned(),
        io::ErrorKind::NotADirectory => "bukan folder".to_owned(),
        _ => system_cause(error),
    }
}
