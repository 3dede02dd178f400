//! One workbook, in a worker: read, checked, laid out.

use std::path::Path;

use super::completeness;
use super::crosscutting;
use super::finding;
use super::job::{Printed, Task};
use super::money::{self, Pagu};
use super::record::{Record, Status};
use super::tema;
use crate::diagnostic::Diagnostics;
use crate::model::rupiah::Exact;
use crate::model::{NamaOpd, Renstra};
use crate::pipeline::{
    self, Inspection, Library, Options, Output, PipelineError, PrintOptions, Version,
};
use crate::typeset::Standards;
use crate::worker::Blob;

/// What is the same for all documents of a run.
pub(super) struct Press {
    /// Templates, fonts, regulations.
    pub library: Library,
    /// Settings for every workbook.
    pub options: Options,
    /// Whether to print drafts, also of workbooks with errors.
    pub draft: bool,
    /// What the PDFs conform to, instead of what their pages allow.
    pub standards: Option<Standards>,
    /// The moment that PDFs say they were made, instead of each document's own.
    pub timestamp: Option<i64>,
}

impl Press {
    /// The document, if the workbook earns one, and what was found.
    pub fn print(&self, task: &Task) -> Printed {
        let mut record = task.record("");
        let mut findings = task.neighbours.clone();
        let pdf = self.document(task, &mut record, &mut findings);
        Printed {
            record,
            findings,
            pdf: pdf.map(Blob),
        }
    }

    fn document(
        &self,
        task: &Task,
        record: &mut Record,
        findings: &mut Diagnostics,
    ) -> Option<Vec<u8>> {
        record.status = Status::Failed;
        let inspection = pipeline::inspect(&self.library, Path::new(&task.path), &self.options);
        let inspection = match inspection {
            Ok(inspection) => inspection,
            Err(why) => {
                findings.emit(finding::failed(&task.member.source, &why.to_string()));
                return None;
            }
        };
        findings.extend(inspection.findings.clone());
        let regulation = &inspection.regulation;
        (record.chapters, record.missing) = completeness::measure(
            regulation,
            &inspection.config,
            &inspection.findings,
            inspection.readable,
        );
        record.pagu = pagu(&inspection.renstra);
        record.pagu_rpjmd = pagu_rpjmd(&inspection);
        record.tema = tema::rows(&inspection.renstra);
        record.kaitan = crosscutting::rows(&inspection.renstra);
        if !inspection.readable {
            record.status = Status::Unreadable;
            return None;
        }
        record.member = Some(pipeline::member(&inspection));
        // Its neighbours may forbid it, too.
        if findings.has_error() && !self.draft {
            record.status = Status::Refused;
            return None;
        }
        match self.lay_out(&inspection, record, findings) {
            Ok(pdf) => pdf,
            Err(why) => {
                findings.emit(finding::failed(&task.member.source, &why.to_string()));
                None
            }
        }
    }

    fn lay_out(
        &self,
        inspection: &Inspection,
        record: &mut Record,
        findings: &mut Diagnostics,
    ) -> Result<Option<Vec<u8>>, PipelineError> {
        let how = PrintOptions {
            version: Version::of_flag(self.draft),
            standards: self.standards.clone(),
            timestamp: self.timestamp,
            again: false,
        };
        let printout = match inspection.print(&self.library, Output::Document, &how)? {
            Ok(printout) => printout,
            Err(refusal) => {
                findings.extend(refusal.findings);
                record.status = Status::Refused;
                return Ok(None);
            }
        };
        findings.extend(printout.findings.clone());
        let pdf = printout.pdf(None)?;
        record.pages = Some(printout.typeset.page_count());
        // A draft with errors is there, and somebody still has to be called.
        record.status = if findings.has_error() {
            Status::Refused
        } else {
            Status::Delivered
        };
        Ok(Some(pdf))
    }
}

/// What the RPJMD gives the agency's programs per year; `None` without an RPJMD, or
/// where it gives none. A program shared with others counts whole.
pub(super) fn pagu_rpjmd(inspection: &Inspection) -> Option<Pagu> {
    let rpjmd = inspection.rpjmd.as_ref()?;
    let opd = NamaOpd::of(&inspection.renstra.identitas);
    let mut sum = Pagu::new();
    for program in rpjmd.program_of(&opd) {
        for (tahun, entry) in &program.pagu {
            if let Some(amount) = entry.value() {
                money::add(&mut sum, tahun.get(), *amount);
            }
        }
    }
    (!sum.is_empty()).then_some(sum)
}

pub(super) fn pagu(renstra: &Renstra) -> Pagu {
    let table = &renstra.pendanaan;
    let years = table.years().into_iter();
    years
        .filter_map(|year| Some((year.get(), Exact(table.pagu_year(year)?))))
        .collect()
}
