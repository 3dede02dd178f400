//! Sheet Konfirmasi: who stands behind what a unit answers for.

use serde::Serialize;

use super::{Entry, Jabatan, Located, Renstra, Tanggal, text};

/// That a unit's head has confirmed what the unit answers for.
#[derive(Debug, Clone, Serialize)]
pub struct Konfirmasi {
    /// The unit, or the post that heads it.
    pub unit: Located<String>,
    /// Who confirmed.
    pub nama: Entry<String>,
    /// When.
    pub tanggal: Entry<Tanggal>,
    /// Anything else.
    pub keterangan: Entry<String>,
}

impl Konfirmasi {
    /// Whether somebody or a day stands in the row: a unit alone waits for both.
    pub fn is_given(&self) -> bool {
        self.nama.value().is_some() || self.tanggal.value().is_some()
    }
}

impl Renstra {
    /// Rows that confirm a unit. Of several units in one cell (`Bidang A; Bidang B`)
    /// each must have one.
    pub fn konfirmasi_of(&self, unit: &str) -> Vec<&Konfirmasi> {
        let own = self.konfirmasi_of_one(unit);
        if !own.is_empty() {
            return own;
        }
        let part: Vec<_> = parts(unit)
            .map(|part| self.konfirmasi_of_one(part))
            .collect();
        if part.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        part.into_iter().flatten().collect()
    }

    fn konfirmasi_of_one(&self, unit: &str) -> Vec<&Konfirmasi> {
        let row = self.konfirmasi.iter();
        row.filter(|row| self.is_same_unit(&row.unit.value, unit))
            .collect()
    }

    /// Whether two names are one unit, or a unit and the post that heads it.
    fn is_same_unit(&self, a: &str, b: &str) -> bool {
        let mut post = self.struktur.iter();
        text::same(a, b) || post.any(|post| self.is_headed(post, a) && self.is_headed(post, b))
    }

    /// Whether a post of Struktur heads the unit, or each unit that the cell names.
    pub fn is_unit_known(&self, unit: &str) -> bool {
        let known = |unit: &str| self.struktur.iter().any(|post| self.is_headed(post, unit));
        known(unit) || (parts(unit).count() > 1 && parts(unit).all(known))
    }

    /// The head of the agency also heads what bears the agency's name.
    fn is_headed(&self, post: &Jabatan, unit: &str) -> bool {
        let nama = self.identitas.nama.value();
        post.heads(unit)
            || (post.atasan.is_none() && nama.is_some_and(|nama| text::same(nama, unit)))
    }
}

/// The units that a cell names.
fn parts(unit: &str) -> impl Iterator<Item = &str> {
    unit.split([';', '\n', '/'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}
