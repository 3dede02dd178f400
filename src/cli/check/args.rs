//! Arguments of `renstra check`.

#![allow(clippy::doc_markdown)] // these comments are the help text, where backticks would show

use std::path::PathBuf;

use clap::Args;

use crate::cli::values::ReportFormat;

/// `renstra check`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct Check {
    /// Buku kerja, atau folder kota yang berisi folder opd
    #[arg(required = true, value_name = "PATH")]
    pub path: Vec<PathBuf>,
    /// Tulis Catatan Hasil Verifikasi setiap buku kerja: pdf, atau xlsx dengan tautan ke selnya
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub report: Option<ReportFormat>,
    /// Catatan putaran sebelumnya yang sudah diisi (xlsx), atau folder berisi catatan setiap buku kerja
    #[arg(long, value_name = "CATATAN")]
    pub putaran: Option<PathBuf>,
    /// Berkas atau folder hasil --report; {opd}, {kode}, {tahap} diganti isinya
    #[arg(short, long, value_name = "BERKAS", requires = "report")]
    pub output: Option<String>,
    /// Jangan susun halamannya: lebih cepat, tetapi temuan halaman (T001 dan seterusnya) tidak diperiksa
    #[arg(long, alias = "no-layout")]
    pub tanpa_tata_letak: bool,
}
