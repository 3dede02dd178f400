//! Arguments of `renstra turunan`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::values::ReportFormat;

/// `renstra turunan`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Argumen dan opsi")]
pub struct TurunanArgs {
    /// Jenis: renja, perjanjian-kinerja, rencana-aksi, atau iku
    #[arg(value_enum, value_name = "JENIS", hide_possible_values = true)]
    pub jenis: TurunanJenis,
    /// Buku kerja Perangkat Daerah
    #[arg(value_name = "BUKU_KERJA")]
    pub workbook: PathBuf,
    /// Tahun untuk renja, perjanjian-kinerja, dan rencana-aksi
    #[arg(long, value_name = "TAHUN")]
    pub tahun: Option<u16>,
    /// Bentuk tabel renja: t-c-33 (bawaan) atau sipd, dengan 17 kolom
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub bentuk: Option<BentukRenja>,
    /// Perjanjian kinerja kepala unit ini, seperti pada lembar Struktur (bawaan: kepala Perangkat Daerah)
    #[arg(long, value_name = "UNIT", conflicts_with = "semua")]
    pub unit: Option<String>,
    /// Perjanjian kinerja kepala Perangkat Daerah dan setiap jabatan yang bertanggung jawab
    #[arg(long)]
    pub semua: bool,
    /// Buat rancangan, juga dari buku kerja yang masih ada galatnya
    #[arg(long)]
    pub draft: bool,
    /// Berkas hasil; "-" untuk keluaran standar (bawaan: di samping buku kerja)
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<String>,
    /// Bentuk hasil: pdf atau xlsx (bawaan: menurut akhiran nama berkas, atau pdf)
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub format: Option<ReportFormat>,
}

/// What follows on a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TurunanJenis {
    /// The Renja table of a year.
    Renja,
    /// Perjanjian Kinerja.
    PerjanjianKinerja,
    /// What is done in a year, by quarter.
    RencanaAksi,
    /// The IKU sheet.
    Iku,
}

impl TurunanJenis {
    /// The word in file names.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Renja => "renja",
            Self::PerjanjianKinerja => "perjanjian-kinerja",
            Self::RencanaAksi => "rencana-aksi",
            Self::Iku => "iku",
        }
    }
}

/// In which columns the Renja table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BentukRenja {
    /// Those of Permendagri 86/2017, T-C.33.
    #[value(name = "t-c-33", alias = "t-c.33")]
    TC33,
    /// The 17 that SIPD exports.
    Sipd,
}
