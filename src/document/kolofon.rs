//! Last page of a draft: what was read, and what stands open.

use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Kolofon {
    /// Name and version of the program.
    pub versi: String,
    /// Files that were read.
    pub berkas: Vec<Berkas>,
    /// Sheets with the account of their rows.
    pub lembar: Vec<Lembar>,
    /// The account of cells, as a line.
    pub sel: String,
    /// Money per year, for comparing with Excel.
    pub pagu: Vec<PaguTahun>,
    /// Open findings.
    pub temuan: Vec<Temuan>,
}

/// A file.
#[derive(Debug, Clone, Serialize)]
pub struct Berkas {
    /// Its name.
    pub nama: String,
    /// BLAKE3 digest of its bytes.
    pub blake3: String,
}

/// A sheet: rows seen = used + reported.
#[derive(Debug, Clone, Serialize)]
pub struct Lembar {
    /// Its name.
    pub nama: String,
    /// The worksheet it was read as.
    pub jenis: String,
    /// Rows with content.
    pub dilihat: usize,
    /// Rows in the document.
    pub dipakai: usize,
    /// Rows reported in findings.
    pub dilaporkan: usize,
}

/// Money of all programs in a year.
#[derive(Debug, Clone, Serialize)]
pub struct PaguTahun {
    /// The year; a word for all years together.
    pub tahun: String,
    /// Rupiah.
    pub jumlah: String,
}

/// A finding in one line.
#[derive(Debug, Clone, Serialize)]
pub struct Temuan {
    /// `galat`, `peringatan`, `info`.
    pub tingkat: String,
    /// Its code.
    pub kode: String,
    /// Sheet and cell, with the file where it is another one.
    pub lokasi: String,
    /// What is wrong.
    pub pesan: String,
}
