//! Which unit answers for a row.

use crate::model::{Elemen, Renstra, text};

/// The units of an agency, by the posts that head them.
#[derive(Debug, Clone, Default)]
pub struct Owners {
    /// Key and name as first written, in the order of Struktur and then of the tables.
    units: Vec<(String, String)>,
    posts: Vec<crate::model::Jabatan>,
}

impl Owners {
    /// The units that a plan names, also those of Struktur that it names nowhere else.
    pub fn of(renstra: &Renstra) -> Self {
        let mut owners = Self {
            units: Vec::new(),
            posts: renstra.struktur.clone(),
        };
        let named = renstra.tanggung_jawab().into_iter();
        let named: Vec<String> = named
            .filter_map(|one| Some(one.unit?.value.clone()))
            .collect();
        for unit in named {
            let key = owners.key(&unit);
            if !owners.units.iter().any(|(known, _)| *known == key) {
                owners.units.push((key, text::one_line(&unit)));
            }
        }
        owners
    }

    /// The form in which units are compared: that of the post which heads it, else its own.
    pub fn key(&self, unit: &str) -> String {
        let post = self.posts.iter().find(|post| post.heads(unit));
        let name = post.map_or(unit, |post| post.jabatan.value.as_str());
        text::same_form(name)
    }

    /// Units that answer for something: key and name.
    pub fn units(&self) -> &[(String, String)] {
        &self.units
    }

    /// Whether a unit answers for something or has a post.
    pub fn is_known(&self, unit: &str) -> bool {
        let key = self.key(unit);
        self.units.iter().any(|(known, _)| *known == key)
            || self.posts.iter().any(|post| post.heads(unit))
    }

    /// The name of a unit by its key.
    pub fn name<'a>(&'a self, key: &'a str) -> &'a str {
        let found = self.units.iter().find(|(known, _)| known == key);
        found.map_or(key, |(_, name)| name.as_str())
    }

    /// The key of the unit that answers for an element, its own or that of what it stands
    /// under; `None` for what no unit answers for.
    pub(super) fn of_element(&self, renstra: &Renstra, elemen: Elemen) -> Option<String> {
        let table = &renstra.pendanaan;
        let above = match elemen {
            Elemen::SubKegiatan(p, k, _) => Some(Elemen::Kegiatan(p, k)),
            Elemen::Kegiatan(p, _) => Some(Elemen::Program(p)),
            Elemen::Program(_) | Elemen::Tujuan(_) | Elemen::Sasaran(_) | Elemen::Urusan(_) => None,
        };
        // A unit of an urusan's row answers for no row of its own.
        let is_urusan = matches!(elemen, Elemen::Urusan(_));
        let own = table.element(elemen).filter(|_| !is_urusan);
        match own.and_then(|row| row.unit.value()) {
            Some(unit) => Some(self.key(unit)),
            None => self.of_element(renstra, above?),
        }
    }
}
