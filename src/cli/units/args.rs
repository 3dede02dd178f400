//! Arguments of `renstra split` and `renstra merge`.

#![allow(clippy::doc_markdown)] // these comments are the help text, where backticks would show

use std::path::PathBuf;

/// `renstra split`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Split {
    /// Buku kerja Perangkat Daerah
    #[arg(value_name = "BUKU_KERJA")]
    pub workbook: PathBuf,
    /// Folder hasil: satu berkas setiap unit, dan salinan buku kerja induk
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
    /// Timpa berkas unit yang sudah ada
    #[arg(long)]
    pub force: bool,
}

/// `renstra merge`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Merge {
    /// Folder berisi berkas unit yang kembali, dan buku kerja induk
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Buku kerja gabungan
    #[arg(short, long, value_name = "BUKU_KERJA")]
    pub output: PathBuf,
    /// Buku kerja induk, bila tidak ada pada folder itu
    #[arg(long, value_name = "BUKU_KERJA")]
    pub induk: Option<PathBuf>,
    /// Timpa buku kerja gabungan yang sudah ada
    #[arg(long)]
    pub force: bool,
}
