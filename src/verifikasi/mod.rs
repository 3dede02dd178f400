//! The Catatan Hasil Verifikasi: what a verifier found in a plan, with the
//! matrix of RPJMD and Renstra, who answers for what, and the tree of
//! performance. Plain data for the template in `templates/verifikasi`, and the
//! same as a workbook.
//!
//! Nothing is judged here: the findings are those of the checks.

mod findings;
mod findings_sheet;
mod kota;
mod penunjang;
mod rounds;
mod rpjmd_matrix;
mod sheet_head;
mod tanggung_jawab;
mod workbook;

use serde::Serialize;

use crate::config::{Cetak, Config};
use crate::diagnostic::{Diagnostics, Origin};
use crate::model::{Pohon, Renstra, Rpjmd, Worksheet};
use crate::regulation::Regulation;

pub use findings::Kelompok;
pub use kota::{Anggota, Kota};
pub use penunjang::Penunjang;
pub use rounds::{
    Answer, Count, EXPLANATION, PersonalNote, Returned, ReturnedNote, Round, Settled, Status,
    read as read_note,
};
pub use rpjmd_matrix::Selaras;
pub use tanggung_jawab::Unit;
pub use workbook::{WorkbookError, city_workbook, workbook};

/// What a note is made from.
pub struct Sumber<'a> {
    /// The plan.
    pub renstra: &'a Renstra,
    /// The city's RPJMD, where there is one.
    pub rpjmd: Option<&'a Rpjmd>,
    /// The regulation it was checked under.
    pub regulation: &'a Regulation,
    /// The city's settings.
    pub config: &'a Config,
    /// What was found, in the reader's order.
    pub findings: &'a Diagnostics,
    /// Sheets that were read, with their worksheet; the agency's own tables have none.
    pub lembar: Vec<(Origin, Option<Worksheet>)>,
    /// Name of the workbook.
    pub berkas: &'a str,
    /// Its digest.
    pub digest: &'a str,
    /// The texts of the row of a cell in that workbook.
    pub isi_baris: &'a dyn Fn(&Origin) -> String,
    /// The note of the round before, as it came back.
    pub sebelumnya: Option<&'a ReturnedNote>,
    /// The region, from the workbook or the settings.
    pub daerah: Option<String>,
    /// The plan's period, as printed.
    pub periode: Option<String>,
}

/// The note.
#[derive(Debug, Serialize)]
pub struct Verifikasi {
    cetak: Cetak,
    opd: Option<String>,
    kode_opd: Option<String>,
    daerah: Option<String>,
    ibu_kota: Option<String>,
    periode: Option<String>,
    tahap: Option<String>,
    peraturan: String,
    berkas: String,
    digest: String,
    rpjmd: Option<String>,
    versi: String,
    jumlah: Jumlah,
    /// What became of the findings since the round before.
    putaran: Option<Round>,
    /// Notes of persons.
    catatan: Vec<PersonalNote>,
    penunjang: Option<Penunjang>,
    kelompok: Vec<Kelompok>,
    selaras: Option<Selaras>,
    unit: Vec<Unit>,
    pohon: Vec<Pohon>,
}

/// How many findings of each level.
#[derive(Debug, Serialize)]
struct Jumlah {
    galat: usize,
    peringatan: usize,
    info: usize,
}

impl Verifikasi {
    /// Builds the note.
    pub fn build(sumber: &Sumber<'_>) -> Self {
        use crate::diagnostic::Severity;
        let identitas = &sumber.renstra.identitas;
        let count = |severity| sumber.findings.count(severity);
        let mut kelompok = findings::groups(sumber);
        let compared = sumber
            .sebelumnya
            .map(|note| rounds::compare(note, &mut kelompok));
        let (putaran, catatan) =
            compared.map_or((None, Vec::new()), |(round, notes)| (Some(round), notes));
        Self {
            cetak: sumber.config.cetak(false),
            opd: identitas.nama.value().cloned(),
            kode_opd: identitas.kode.value().cloned(),
            daerah: sumber.daerah.clone(),
            ibu_kota: identitas
                .tempat
                .value()
                .cloned()
                .or(sumber.config.daerah.ibu_kota.clone()),
            periode: sumber.periode.clone(),
            tahap: identitas.tahap.value().map(ToString::to_string),
            peraturan: sumber.regulation.nama.clone(),
            berkas: sumber.berkas.to_owned(),
            digest: sumber.digest.to_owned(),
            rpjmd: sumber.rpjmd.map(|rpjmd| rpjmd.berkas.file.to_string()),
            versi: format!("renstra {}", env!("CARGO_PKG_VERSION")),
            jumlah: Jumlah {
                galat: count(Severity::Error),
                peringatan: count(Severity::Warning),
                info: count(Severity::Info),
            },
            penunjang: penunjang::share(sumber.renstra),
            kelompok,
            putaran,
            catatan,
            selaras: sumber
                .rpjmd
                .map(|rpjmd| rpjmd_matrix::matrix(sumber.renstra, rpjmd)),
            unit: tanggung_jawab::units(sumber.renstra),
            pohon: sumber.renstra.pohon(),
        }
    }

    /// The note as the template reads it.
    ///
    /// # Errors
    /// If it cannot be written as JSON.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// What became of the findings since the round before.
    pub fn round(&self) -> Option<&Round> {
        self.putaran.as_ref()
    }

    /// The share of program penunjang in the pagu.
    pub fn penunjang(&self) -> Option<&Penunjang> {
        self.penunjang.as_ref()
    }

    /// Number of findings.
    pub fn count(&self) -> usize {
        self.kelompok.iter().map(|group| group.temuan.len()).sum()
    }
}
