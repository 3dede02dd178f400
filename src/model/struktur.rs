//! Sheets Struktur and Tugas dan Fungsi: posts and what they are for.

use super::{Entry, Located, text};

/// A post of the agency.
#[derive(Debug, Clone)]
pub struct Jabatan {
    /// Name of the post, `Kepala Bidang Kesehatan Masyarakat`.
    pub jabatan: Located<String>,
    /// The post it answers to; `None` for the head.
    pub atasan: Option<Located<String>>,
    /// Who holds it, with degrees; the chart does not show it, what that person signs does.
    pub nama_pejabat: Entry<String>,
    /// That person's number, as typed.
    pub nip: Entry<String>,
    /// That person's rank, `Pembina (IV/a)`.
    pub pangkat: Entry<String>,
}

/// Posts whose title and unit differ in more than a word in front: title, unit.
const TITLE: [(&str, &str); 3] = [
    ("sekretaris", "sekretariat"),
    ("camat", "kecamatan"),
    ("lurah", "kelurahan"),
];

impl Jabatan {
    /// Whether `unit` is this post or the unit that it heads: `Bidang Pelayanan` for
    /// `Kepala Bidang Pelayanan`, `Sekretariat` for `Sekretaris`, `Kelurahan Sebani` for
    /// `Lurah Sebani`. Tables name units, the organisation chart names posts.
    pub fn heads(&self, unit: &str) -> bool {
        let post = text::same_form(&self.jabatan.value);
        let unit = text::same_form(unit);
        if post == unit || post.ends_with(&format!(" {unit}")) {
            return true;
        }
        TITLE.iter().any(|(title, name)| {
            post.strip_prefix(title)
                .zip(unit.strip_prefix(name))
                .is_some_and(|(post, unit)| post == unit)
        })
    }
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
