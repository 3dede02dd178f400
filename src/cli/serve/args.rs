//! Arguments of `renstra serve`.

#![allow(clippy::doc_markdown)] // these comments are the help text, where backticks would show

use std::path::PathBuf;

use clap::Args;

/// `renstra serve`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Serve {
    /// Folder kota, atau buku kerja (bawaan: kota terdekat, atau halaman untuk memilihnya)
    #[arg(value_name = "PATH")]
    pub folder: Option<PathBuf>,
    /// Porta pada komputer ini (bawaan: 8386, atau porta bebas bila sedang dipakai)
    #[arg(long, value_name = "PORTA")]
    pub port: Option<u16>,
    /// Folder fon tambahan; fon bawaan tetap dipakai lebih dahulu
    #[arg(long, value_name = "FOLDER")]
    pub font_path: Vec<PathBuf>,
    /// Buka peramban
    #[arg(long)]
    pub open: bool,
}
