//! What is made of a plan besides its document: the verifier's note, and what
//! follows on it.

use super::{Inspection, Jenis, PipelineError};
use crate::sheets;
use crate::turunan::{self, Turunan};
use crate::typeset::Job;
use crate::verifikasi::{self, Sumber, Verifikasi};

/// Template of the verifier's note.
const VERIFIKASI: &str = "/verifikasi/main.typ";
/// Template of what follows on a plan.
const TURUNAN: &str = "/turunan/main.typ";

impl Inspection {
    /// The note of what was found, for a verifier.
    pub fn verifikasi(&self) -> Verifikasi {
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
            tab: sheets::tab_name,
            berkas: &self.file.nama,
            digest: &self.file.blake3,
            daerah: self.daerah(),
            periode: self.periode().map(|periode| periode.to_string()),
        })
    }

    /// Template and data of the note.
    pub(super) fn verifikasi_job(&self) -> Result<Job, PipelineError> {
        Ok(Job::new(VERIFIKASI, self.verifikasi().to_json()?))
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
        let job = Job::new(TURUNAN, self.turunan(jenis, draft).to_json()?);
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
