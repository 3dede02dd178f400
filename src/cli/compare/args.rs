//! Arguments of `renstra compare`.

#![allow(clippy::doc_markdown)] // these comments are the help text, where backticks would show

use std::path::PathBuf;

use clap::ValueEnum;

/// `renstra compare`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Compare {
    /// Dokumen semula dan dokumen menjadi: buku kerja Renstra, RPJMD, atau tabel Renja (T-C.33 atau 17 kolom SIPD); bila hanya satu, semulanya dicari di folder sebelumnya menurut renstra.toml
    #[arg(required = true, num_args = 1..=2, value_name = "DOKUMEN")]
    pub paths: Vec<PathBuf>,
    /// Berkas hasil; "-" untuk keluaran standar (bawaan: ditampilkan di layar)
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<String>,
    /// Bentuk hasil: pdf, xlsx, atau json (bawaan: menurut akhiran nama berkas)
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub format: Option<CompareFormat>,
    /// Tampilkan juga baris yang tetap
    #[arg(long)]
    pub semua: bool,
}

/// What a comparison becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CompareFormat {
    /// The matrix of changes as pages.
    Pdf,
    /// The matrix as a workbook.
    Xlsx,
    /// For programs.
    Json,
}
