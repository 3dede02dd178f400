//! A workbook that was read and checked, and its document.

use super::fonts::faces;
use super::{Options, PipelineError, gambar, lambang};
use crate::audit::Audit;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Origin};
use crate::document::{self, Context, Document, Naskah, Numbering, kolofon};
use crate::model::{Periode, Renstra, Rpjmd, Tanggal};
use crate::regulation::{MAIN, Regulation};
use crate::sheets::table::Account;
use crate::typeset::Job;
use crate::verifikasi::ReturnedNote;
use crate::workbook::{Value, Workbook};

/// A workbook that was read and checked.
pub struct Inspection {
    /// The plan; empty where the file is no workbook.
    pub renstra: Renstra,
    /// Everything that was found, in the reader's order.
    pub findings: Diagnostics,
    /// What became of each sheet's rows.
    pub account: Vec<Account>,
    /// What became of each cell, as far as the data tells.
    pub audit: Audit,
    /// The city's settings.
    pub config: Config,
    /// The regulation, with the agency's own tables in their places.
    pub regulation: Regulation,
    /// The city's RPJMD, where there is one.
    pub rpjmd: Option<Rpjmd>,
    /// Whether the city keeps the plan as it was before.
    pub has_sebelumnya: bool,
    /// The verifier's note of the round before, as it came back.
    pub note: Option<ReturnedNote>,
    /// Whether there is a plan to print at all.
    pub readable: bool,
    pub(super) workbook: Option<Workbook>,
    pub(super) file: kolofon::Berkas,
    pub(super) naskah: Naskah,
    pub(super) numbering: Numbering,
    pub(super) lambang: Option<lambang::Lambang>,
    pub(super) gambar: Vec<gambar::Berkas>,
    /// What it changes of the plan before, where an annex shows that.
    pub(super) matriks_perubahan: Option<serde_json::Value>,
    pub(super) options: Options,
}

impl Inspection {
    /// The document, final or as a draft.
    pub fn document(&self, draft: bool) -> Document<'_> {
        self.build(draft, true)
    }

    /// What the final document says, only those of its tables measured whose rows depend on
    /// it: for comparing it with what was typed.
    pub fn contents(&self) -> Document<'_> {
        self.build(false, false)
    }

    fn build(&self, draft: bool, is_measured: bool) -> Document<'_> {
        let context = Context {
            regulation: &self.regulation,
            config: &self.config,
            naskah: &self.naskah,
            numbering: &self.numbering,
            rancangan: draft,
            lambang: self.lambang.as_ref().map(|lambang| lambang.virtual_path),
            matriks_perubahan: self.matriks_perubahan.as_ref(),
            kolofon: draft.then(|| self.kolofon()),
            faces: faces(),
            is_measured,
        };
        Document::build(&self.renstra, context)
    }

    /// Template and data of the document.
    pub(super) fn document_job(&self, draft: bool) -> Result<Job, PipelineError> {
        let data = self.document(draft).to_json()?;
        let mut job = Job::new(format!("/{}/{MAIN}", self.regulation.id), data);
        if let Some(lambang) = &self.lambang {
            job = job.file(lambang.virtual_path, lambang.bytes.clone());
        }
        for own in &self.gambar {
            job = job.file(own.virtual_path, own.bytes.clone());
        }
        Ok(job)
    }

    /// The plan's period, from the workbook or the settings.
    pub fn periode(&self) -> Option<Periode> {
        document::identitas::periode(&self.renstra.identitas, &self.config)
    }

    /// The region, from the workbook or the settings.
    pub fn daerah(&self) -> Option<String> {
        document::identitas::daerah(&self.renstra.identitas, &self.config)
    }

    /// The workbook as a whole.
    pub fn origin(&self) -> Origin {
        Origin::file(self.file.nama.as_str())
    }

    /// The first cell that says `text`, blanks aside; the workbook as a whole if
    /// none does or if it is too short to tell.
    pub fn locate(&self, text: &str) -> Origin {
        let squeeze = |text: &str| -> String { text.split_whitespace().collect() };
        let needle = squeeze(text);
        let telling = needle.len() > 3 || !needle.is_ascii();
        let sheet = self.workbook.iter().flat_map(|workbook| &workbook.sheet);
        sheet
            .flat_map(|sheet| sheet.cell.iter().map(move |(at, cell)| (sheet, at, cell)))
            .find(|(_, _, cell)| {
                telling
                    && matches!(&cell.value, Value::Text(text) if squeeze(text).contains(&needle))
            })
            .map_or_else(
                || self.origin(),
                |(sheet, at, _)| sheet.origin.at(at.row, at.col),
            )
    }

    /// BLAKE3 digest of the workbook, hexadecimal.
    pub fn digest(&self) -> &str {
        &self.file.blake3
    }

    /// The moment the document is of, in seconds since 1970: the day of
    /// signing, else the first day of the plan's period.
    pub fn document_time(&self) -> i64 {
        let identitas = &self.renstra.identitas;
        let signed = identitas.tanggal.value().copied();
        let begin = || {
            let first = document::identitas::periode(identitas, &self.config)?.awal;
            Tanggal::new(1, 1, first.get())
        };
        signed.or_else(begin).map(Tanggal::unix).unwrap_or_default()
    }
}
