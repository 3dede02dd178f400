//! Which other agencies the performance of an agency rests on, as its record keeps it.

use serde::{Deserialize, Serialize};

use crate::model::{Renstra, Worksheet, text};

/// Another agency under an objective, programme or kegiatan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crosscutting {
    /// What it gives to or takes from.
    pub kinerja: String,
    /// The other agency, as typed.
    pub opd_terkait: String,
    /// What is given.
    pub dukungan: String,
}

/// The rows of a plan's sheet Crosscutting, in its order; a cell that names several
/// agencies stands once for each.
pub(super) fn rows(renstra: &Renstra) -> Vec<Crosscutting> {
    let mut list = Vec::new();
    let mut above = String::new();
    for row in renstra
        .matriks
        .get(&Worksheet::Crosscutting)
        .into_iter()
        .flatten()
    {
        let cell = |key: &str| row.sel.get(key).and_then(|cell| cell.value());
        let line = |key: &str| cell(key).map(|text| text::one_line(text));
        if let Some(kinerja) = line("kinerja") {
            above = kinerja;
        }
        let named = cell("opd_terkait").map_or("", String::as_str);
        for name in named.split(['\n', ';']).map(str::trim) {
            if name.is_empty() {
                continue;
            }
            list.push(Crosscutting {
                kinerja: above.clone(),
                opd_terkait: text::one_line(name),
                dukungan: line("dukungan").unwrap_or_default(),
            });
        }
    }
    list
}
