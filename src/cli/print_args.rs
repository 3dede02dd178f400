//! How documents are printed, one or all: arguments of `renstra render` and `renstra batch`.

#![allow(clippy::doc_markdown)] // these comments are the help text, where backticks would show

use std::path::PathBuf;

use clap::Args;

/// How documents are printed, one or all.
#[derive(Debug, Args)]
pub struct PrintArgs {
    /// Standar PDF, misalnya a-2a,ua-1 (bawaan) atau 1.7
    #[arg(long, value_name = "STANDAR")]
    pub pdf_standard: Option<String>,
    /// Waktu pembuatan yang dicatat dalam PDF, detik sejak 1970 (juga: SOURCE_DATE_EPOCH)
    #[arg(long, value_name = "UNIX")]
    pub creation_timestamp: Option<i64>,
    /// Folder fon tambahan; fon bawaan tetap dipakai lebih dahulu
    #[arg(long, value_name = "FOLDER")]
    pub font_path: Vec<PathBuf>,
}
