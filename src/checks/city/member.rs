//! What of a plan the rules over a city look at.

use serde::{Deserialize, Serialize};

use crate::checks::shared::paragraph::Sketch;
use crate::diagnostic::Origin;
use crate::model::located::kept;
use crate::model::rupiah::Exact;
use crate::model::{Kode, Located, NamaOpd, Renstra, Tahun, text};
use crate::regulation::Regulation;

/// An agency of the city, without the bulk of its plan: three hundred of them
/// lie in memory together, and in the records of a run for the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Id of the regulation of its plan.
    pub peraturan: String,
    /// Its workbook.
    pub file: Origin,
    /// Whether it is compared with the city's RPJMD; a plan of another period is not.
    pub of_rpjmd: bool,
    /// Name, where its workbook says it.
    pub nama: Option<String>,
    /// Every name that it goes by.
    pub known_as: NamaOpd,
    /// Its code, as it is compared.
    #[serde(with = "kept")]
    pub kode: Option<Located<String>>,
    /// The civil servant's number of its head.
    #[serde(with = "kept")]
    pub nip: Option<Located<String>>,
    /// Money of its programmes.
    pub pagu: Vec<PaguProgram>,
    /// Paragraphs of its own matter that are long enough to be compared.
    pub alinea: Vec<Alinea>,
}

/// Money of a programme in a year (T-C.27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaguProgram {
    /// The programme.
    pub kode: Kode,
    /// The year.
    pub tahun: Tahun,
    /// Rupiah; `None` where the cell holds no amount that can be read.
    #[serde(with = "kept")]
    pub pagu: Option<Located<Exact>>,
}

/// A paragraph of the sheet Narasi.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alinea {
    /// Sketch of its words, hexadecimal: enough to tell whether two are alike.
    pub digest: String,
    /// The cell.
    pub origin: Origin,
}

impl Member {
    /// What of a plan is compared with its neighbours.
    pub fn new(renstra: &Renstra, regulation: &Regulation, file: Origin, of_rpjmd: bool) -> Self {
        let identitas = &renstra.identitas;
        Self {
            peraturan: regulation.id.clone(),
            file,
            of_rpjmd,
            nama: identitas.nama.value().cloned(),
            known_as: NamaOpd::of(identitas),
            kode: identitas
                .kode
                .located()
                .map(|kode| kode.as_ref().map(|kode| text::plain(kode))),
            nip: identitas
                .kepala
                .nip
                .located()
                .map(|nip| nip.as_ref().map(ToString::to_string)),
            pagu: pagu(renstra),
            alinea: alinea(renstra),
        }
    }
}

/// Amounts that are there or cannot be read; a blank one is no amount.
fn pagu(renstra: &Renstra) -> Vec<PaguProgram> {
    let program = renstra.pendanaan.program.iter().map(|own| &own.baris);
    program
        .flat_map(|row| {
            row.pagu().iter().filter_map(|(tahun, entry)| {
                let pagu = entry.located().map(|pagu| pagu.clone().map(Exact));
                (pagu.is_some() || entry.is_broken()).then(|| PaguProgram {
                    kode: row.kode.value.clone(),
                    tahun: *tahun,
                    pagu,
                })
            })
        })
        .collect()
}

fn alinea(renstra: &Renstra) -> Vec<Alinea> {
    let narasi = renstra.narasi.iter();
    narasi
        .filter(|narasi| is_own_matter(&narasi.slot.value))
        .flat_map(|narasi| {
            let paragraph = narasi.isi.value.split("\n\n");
            paragraph.filter_map(|paragraph| {
                Some(Alinea {
                    digest: Sketch::of(paragraph)?.to_hex(),
                    origin: narasi.isi.origin.clone(),
                })
            })
        })
        .collect()
}

/// The chapters after the first speak of the agency, and so does the background
/// (1.1); the rest of the first and the foreword are largely the same words
/// everywhere.
fn is_own_matter(slot: &str) -> bool {
    if slot == "1.1" {
        return true;
    }
    let chapter = slot.split('.').next().unwrap_or_default();
    chapter.parse::<u16>().is_ok_and(|chapter| chapter > 1)
}
