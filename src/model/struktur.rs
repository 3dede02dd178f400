//! Sheets Struktur and Tugas dan Fungsi: posts and what they are for.

use super::Located;

/// A post of the agency.
#[derive(Debug, Clone)]
pub struct Jabatan {
    /// Name of the post, `Kepala Bidang Kesehatan Masyarakat`.
    pub jabatan: Located<String>,
    /// The post it answers to; `None` for the head.
    pub atasan: Option<Located<String>>,
}

/// Duties and functions of a post.
#[derive(Debug, Clone)]
pub struct TugasFungsi {
    /// The post.
    pub jabatan: Located<String>,
    /// Its duties.
    pub tugas: Vec<Located<String>>,
    /// Its functions.
    pub fungsi: Vec<Located<String>>,
}
