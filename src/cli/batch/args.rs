//! Arguments of `renstra batch`.

#![allow(clippy::doc_markdown)] // these comments are the help text, where backticks would show

use std::path::PathBuf;

use clap::Args;

use crate::cli::print_args::PrintArgs;

/// `renstra batch`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Batch {
    /// Folder kota yang berisi folder opd
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Folder hasil (bawaan: hasil, atau rancangan dengan --draft, di dalam folder kota)
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// Banyaknya buku kerja yang diolah sekaligus (bawaan: sebanyak inti prosesor)
    #[arg(short, long, value_name = "ANGKA", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub jobs: Option<u16>,
    /// Cetak rancangan, juga dari buku kerja yang masih ada galatnya, ke folder rancangan
    #[arg(long)]
    pub draft: bool,
    /// Cetak lagi semuanya, juga yang tidak berubah sejak pencetakan terakhir
    #[arg(long)]
    pub force: bool,
    /// Olah satu bagian saja, misalnya 3/16, untuk dibagi ke beberapa komputer
    #[arg(long, value_name = "K/N")]
    pub bagian: Option<String>,
    /// Susun rekapitulasi saja, dari hasil yang sudah ada
    #[arg(long, conflicts_with_all = ["force", "bagian"])]
    pub rekap: bool,
    /// How documents are printed.
    #[command(flatten)]
    pub print: PrintArgs,
}
