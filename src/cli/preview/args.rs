//! Arguments of `renstra preview`.

#![allow(clippy::doc_markdown)] // these comments are the help text, where backticks would show

use std::path::PathBuf;

use clap::Args;

use crate::cli::values::Format;

/// `renstra preview`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Preview {
    /// Buku kerja Perangkat Daerah
    #[arg(value_name = "BUKU_KERJA")]
    pub workbook: PathBuf,
    /// Bab yang ditampilkan: 6, VI, atau 2,4
    #[arg(long, value_name = "BAB")]
    pub bab: Vec<String>,
    /// Tabel yang ditampilkan, misalnya T-C.27; boleh diulang
    #[arg(long, value_name = "TABEL")]
    pub tabel: Vec<String>,
    /// Berkas hasil; "-" untuk keluaran standar (bawaan: di samping buku kerja)
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<String>,
    /// Bentuk hasil: pdf, png, atau svg (bawaan: menurut akhiran nama berkas)
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub format: Option<Format>,
    /// Kerapatan gambar PNG, titik per inci
    #[arg(long, value_name = "ANGKA", default_value_t = 144, hide_default_value = true, value_parser = clap::value_parser!(u16).range(36..=600))]
    pub ppi: u16,
    /// Folder fon tambahan; fon bawaan tetap dipakai lebih dahulu
    #[arg(long, value_name = "FOLDER")]
    pub font_path: Vec<PathBuf>,
    /// Susun ulang setiap kali buku kerja disimpan; akhiri dengan Ctrl+C
    #[arg(long)]
    pub watch: bool,
    /// Buka hasilnya dengan program bawaan komputer ini
    #[arg(long)]
    pub open: bool,
}
