//! Names by which an agency is known, in cells that name agencies.

use serde::{Deserialize, Serialize};

use super::{Entry, Identitas, text};

/// By which names an agency is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamaOpd {
    name: Vec<String>,
}

impl NamaOpd {
    /// Name, abbreviation, code: whichever is there.
    pub fn new<'a>(name: impl IntoIterator<Item = Option<&'a String>>) -> Self {
        let name = name
            .into_iter()
            .flatten()
            .map(|text| text::plain(text))
            .filter(|text| !text.is_empty())
            .collect();
        Self { name }
    }

    /// The names that an agency's identity sheet states.
    pub fn of(identitas: &Identitas) -> Self {
        Self::new([
            identitas.nama.value(),
            identitas.singkatan.value(),
            identitas.kode.value(),
        ])
    }

    /// The names, as they are compared.
    pub fn names(&self) -> &[String] {
        &self.name
    }

    /// Whether a name is one of its names.
    pub fn has(&self, name: &str) -> bool {
        self.name.contains(&text::plain(name))
    }

    /// Whether a cell that names agencies names this one.
    pub fn is_in(&self, cell: &Entry<String>) -> bool {
        cell.value()
            .is_some_and(|cell| split(cell).any(|part| self.has(part)))
    }
}

/// The agencies that a cell names.
pub(super) fn split(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['\n', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}
