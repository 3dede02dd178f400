//! What of an agency's plan serves which theme, as its record keeps it.

use serde::{Deserialize, Serialize};

use super::money::Pagu;
use crate::model::rupiah::Exact;
use crate::model::{Renstra, text};

/// A programme, kegiatan or sub kegiatan under a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarisTema {
    /// The theme.
    pub tema: String,
    /// Its kode as typed.
    pub kode: String,
    /// Its name.
    pub uraian: String,
    /// Who answers for it.
    pub unit: String,
    /// Its money by year.
    pub pagu: Pagu,
}

/// The rows of a plan, in the order of its sheet; what the funding table has for several
/// units stands once a unit.
pub(super) fn rows(renstra: &Renstra) -> Vec<BarisTema> {
    let mut list = Vec::new();
    for tema in renstra.tema() {
        for own in &tema.baris {
            for row in &own.elemen {
                let amounts = row
                    .pagu()
                    .iter()
                    .filter_map(|(tahun, amount)| Some((tahun.get(), Exact(*amount.value()?))));
                let line = |text: Option<&String>| {
                    text.map(|text| text::one_line(text)).unwrap_or_default()
                };
                list.push(BarisTema {
                    tema: text::one_line(&tema.nama.value),
                    kode: row.kode.value.to_string(),
                    uraian: line(row.uraian.value()),
                    unit: line(row.unit.value()),
                    pagu: amounts.collect(),
                });
            }
        }
    }
    list
}
