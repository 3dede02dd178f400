//! What a changed plan (perubahan Renstra) is called, and where it says more.

use serde::Deserialize;

use super::{Part, Regulation, Subbab};

/// The section `[perubahan]` of a `format.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perubahan {
    /// Title on the cover.
    pub judul: String,
    /// How the document speaks of itself, in headers and sentences.
    pub sebutan: String,
    /// Subchapters that differ.
    #[serde(default)]
    pub subbab: Vec<SubbabPerubahan>,
}

/// A subchapter of a changed plan; what is not said stays.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubbabPerubahan {
    /// Its number.
    pub nomor: String,
    /// Its title.
    #[serde(default)]
    pub judul: Option<String>,
    /// What stands in it, in order.
    #[serde(default)]
    pub isi: Option<Vec<Part>>,
}

impl Regulation {
    /// The regulation as a changed plan follows it.
    #[must_use]
    pub fn changed(&self) -> Self {
        let mut regulation = self.clone();
        let Perubahan {
            judul,
            sebutan,
            subbab,
        } = self.perubahan.clone();
        regulation.judul = judul;
        regulation.sebutan = sebutan;
        for other in subbab {
            let mut list = regulation.bab.iter_mut().map(|bab| &mut bab.subbab);
            if let Some(own) = list.find_map(|list| find(list, &other.nomor)) {
                own.judul = other.judul.unwrap_or(std::mem::take(&mut own.judul));
                own.isi = other.isi.unwrap_or(std::mem::take(&mut own.isi));
            }
        }
        regulation
    }
}

fn find<'a>(list: &'a mut [Subbab], nomor: &str) -> Option<&'a mut Subbab> {
    list.iter_mut().find_map(|subbab| {
        if subbab.nomor == nomor {
            return Some(subbab);
        }
        find(&mut subbab.subbab, nomor)
    })
}
