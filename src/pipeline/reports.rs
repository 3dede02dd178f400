//! What is made of a plan besides its document: the verifier's note, and what
//! follows on it.

use std::path::Path;

use super::fonts::faces;
use super::open::open;
use super::{Inspection, Jenis, PipelineError};
use crate::diagnostic::{Diagnostics, Origin};
use crate::turunan::{self, Turunan};
use crate::typeset::Job;
use crate::verifikasi::{self, ReturnedNote, Sumber, Verifikasi};

/// Template of the verifier's note.
const VERIFIKASI: &str = "/verifikasi/main.typ";
/// Template of the minutes of a round.
const BERITA_ACARA: &str = "/verifikasi/berita-acara.typ";
/// Template of what follows on a plan.
const TURUNAN: &str = "/turunan/main.typ";

impl Inspection {
    /// The note of what was found, for a verifier.
    pub fn verifikasi(&self) -> Verifikasi {
        let isi_baris = |origin: &Origin| self.row_text(origin);
        Verifikasi::build(&Sumber {
            renstra: &self.renstra,
            rpjmd: self.rpjmd.as_ref(),
            regulation: &self.regulation,
            config: &self.config,
            findings: &self.findings,
            lembar: self
                .account
                .iter()
                .map(|entry| (entry.origin.clone(), entry.id))
                .collect(),
            berkas: &self.file.nama,
            digest: &self.file.blake3,
            isi_baris: &isi_baris,
            sebelumnya: self.note.as_ref(),
            daerah: self.daerah(),
            periode: self.periode().map(|periode| periode.to_string()),
        })
    }

    /// Template and data of the note.
    pub(super) fn verifikasi_job(&self) -> Result<Job, PipelineError> {
        Ok(Job::new(VERIFIKASI, self.verifikasi().to_json()?))
    }

    /// Template and data of the minutes of a round of verification.
    pub(super) fn berita_acara_job(&self) -> Result<Job, PipelineError> {
        Ok(Job::new(BERITA_ACARA, self.verifikasi().to_json()?))
    }

    /// Takes the note of the round before, with which the findings are compared.
    pub fn take_note(&mut self, note: ReturnedNote, out: &mut Diagnostics) {
        let own = self.renstra.identitas.nama.value().map(String::as_str);
        note.check_agency(own, out);
        self.note = Some(note);
    }

    /// The note as a workbook whose links lead to `target`.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn verifikasi_workbook(&self, target: &str) -> Result<Vec<u8>, PipelineError> {
        Ok(verifikasi::workbook(&self.verifikasi(), target)?)
    }

    fn turunan(&self, jenis: Jenis, draft: bool) -> Turunan {
        let sumber = turunan::Sumber {
            renstra: &self.renstra,
            config: &self.config,
            daerah: self.daerah(),
            periode: self.periode().map(|periode| periode.to_string()),
            rancangan: draft,
            lambang: self.lambang.as_ref().map(|lambang| lambang.virtual_path),
        };
        Turunan::build(jenis, &sumber)
    }

    /// Template and data of what follows on the plan, final or as a draft.
    pub(super) fn turunan_job(&self, jenis: Jenis, draft: bool) -> Result<Job, PipelineError> {
        let mut turunan = self.turunan(jenis, draft);
        turunan.measure(faces(), &self.config);
        let job = Job::new(TURUNAN, turunan.to_json()?);
        Ok(match &self.lambang {
            Some(lambang) => job.file(lambang.virtual_path, lambang.bytes.clone()),
            None => job,
        })
    }

    /// What follows on the plan as a workbook.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn turunan_workbook(&self, jenis: Jenis, draft: bool) -> Result<Vec<u8>, PipelineError> {
        Ok(turunan::workbook(&self.turunan(jenis, draft))?)
    }
}

/// Reads the note of a round that came back. `None`, with why in `out`, if it is none.
///
/// # Errors
/// If the file cannot be opened.
pub fn read_note(
    path: &Path,
    out: &mut Diagnostics,
) -> Result<Option<ReturnedNote>, PipelineError> {
    let workbook = open(path, out)?;
    Ok(workbook.and_then(|workbook| verifikasi::read_note(&workbook, out)))
}
