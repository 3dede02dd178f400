//! The one way to print. What of a plan, and how, goes in; pages come out, or the errors
//! that forbid them:
//!
//! ```text
//! findings of the workbook ─► refuse? ─► lay out ─► findings of the pages ─► refuse? ─► export
//! ```
//!
//! Every command, the run over a city and the page in the browser print through here, so
//! the same workbook gives the same bytes wherever it is printed.

use super::{Inspection, Jenis, Library, PipelineError, Refusal};
use crate::audit::Audit;
use crate::diagnostic::{Diagnostics, Origin, Severity};
use crate::typeset::{self, Job, PageRanges, PdfSettings, Standards, Typeset};

/// What of a plan is printed. A further one is a variant here, whether it is signed, and the
/// function that gives its data and template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// The Renstra.
    Document,
    /// The verifier's note of what was found.
    Verifikasi,
    /// The minutes of a round of verification.
    BeritaAcara,
    /// What follows on the plan.
    Turunan(Jenis),
}

/// Whether errors stand in the way of printing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Version {
    /// What is signed and handed in: an error refuses it.
    #[default]
    Final,
    /// Marked RANCANGAN, whatever was found.
    Draft,
    /// The plan as it is at this moment: a draft as long as the workbook has an error.
    Current,
}

impl Version {
    /// As `--draft` says.
    pub fn of_flag(draft: bool) -> Self {
        if draft { Self::Draft } else { Self::Final }
    }
}

/// How it is printed.
#[derive(Debug, Clone, Default)]
pub struct PrintOptions {
    /// Whether errors stand in the way.
    pub version: Version,
    /// What a PDF conforms to, instead of what its pages allow.
    pub standards: Option<Standards>,
    /// The moment that a PDF says it was made, in seconds since 1970, instead of the
    /// plan's own.
    pub timestamp: Option<i64>,
    /// Whether it is printed again after the next change, from what this layout leaves behind.
    pub again: bool,
}

/// Pages, or the errors that forbid them.
pub type Printed<'l> = Result<Printout<'l>, Refusal>;

/// Pages that are laid out, to be exported.
pub struct Printout<'l> {
    /// The pages.
    pub typeset: Typeset<'l>,
    /// What they show to be wrong.
    pub findings: Diagnostics,
    /// What the file is told apart by, from one version to the next.
    ident: String,
    timestamp: i64,
    standards: Option<Standards>,
}

/// Pages that no single plan has, such as a city's recap.
pub struct Composition<'a> {
    /// Path of the template, such as `/rekap/main.typ`.
    pub template: &'a str,
    /// What the template gets, as JSON.
    pub data: Vec<u8>,
    /// What the file is told apart by: a digest, or a name.
    pub ident: &'a str,
    /// The moment it is of, in seconds since 1970; never the clock.
    pub time: i64,
    /// The file that findings about the pages name.
    pub file: &'a str,
}

impl Output {
    /// Whether it is signed, so that an error forbids it.
    fn is_signed(self) -> bool {
        match self {
            Self::Document | Self::Turunan(_) => true,
            Self::Verifikasi | Self::BeritaAcara => false,
        }
    }
}

impl Inspection {
    /// Prints.
    ///
    /// # Errors
    /// If the data cannot be written as JSON or typst refuses them. Errors of the user
    /// are a [`Refusal`].
    pub fn print<'l>(
        &self,
        library: &'l Library,
        output: Output,
        options: &PrintOptions,
    ) -> Result<Printed<'l>, PipelineError> {
        let errors = self.findings.count(Severity::Error);
        let refuses = options.version == Version::Final && output.is_signed();
        if refuses && errors > 0 {
            let findings = Diagnostics::new();
            return Ok(Err(Refusal { errors, findings }));
        }
        let draft = match options.version {
            Version::Final => false,
            Version::Draft => true,
            Version::Current => errors > 0,
        };
        let job = self.job(output, draft)?.once(!options.again);
        let typeset = typeset::compile(&library.base, &job)?;
        // The data as typst read them.
        drop(job);
        let findings = if output == Output::Document {
            self.page_findings(&typeset)
        } else {
            self.layout_findings(&typeset)
        };
        let errors = findings.count(Severity::Error);
        if refuses && errors > 0 {
            return Ok(Err(Refusal { errors, findings }));
        }
        Ok(Ok(Printout {
            typeset,
            findings,
            ident: self.digest().to_owned(),
            timestamp: options.timestamp.unwrap_or_else(|| self.document_time()),
            standards: options.standards.clone(),
        }))
    }

    /// Lays the document out, without asking whether anything was found.
    ///
    /// # Errors
    /// If the document cannot be written as JSON or typst refuses it.
    pub fn typeset<'l>(
        &self,
        library: &'l Library,
        draft: bool,
    ) -> Result<Typeset<'l>, PipelineError> {
        let job = self.job(Output::Document, draft)?;
        Ok(typeset::compile(&library.base, &job)?)
    }

    /// What its pages show to be wrong, as the user wants to hear it.
    pub fn page_findings(&self, typeset: &Typeset<'_>) -> Diagnostics {
        self.page_findings_by(typeset, &self.audit_pages(typeset))
    }

    /// As [`Self::page_findings`], where the cells were compared with the pages already.
    pub fn page_findings_by(&self, typeset: &Typeset<'_>, audit: &Audit) -> Diagnostics {
        let mut out = self.layout_findings(typeset);
        let mut lost = Self::lost_on_pages(typeset, audit);
        self.options.apply(&mut lost);
        out.extend(lost);
        out
    }

    /// The same of pages that hold a part of the plan or what follows on it, and so miss
    /// cells by right.
    pub fn layout_findings(&self, typeset: &Typeset<'_>) -> Diagnostics {
        let mut out = typeset::findings(typeset, &|text| self.locate(text));
        self.options.apply(&mut out);
        out
    }

    /// Lays a final out and adds what its pages show; how many pages it has. `None` while
    /// an error stands: then there is no final, and its pages would say nothing true.
    ///
    /// # Errors
    /// As [`Self::typeset`].
    pub fn check_pages(&mut self, library: &Library) -> Result<Option<usize>, PipelineError> {
        if !self.readable || self.findings.has_error() {
            return Ok(None);
        }
        let typeset = self.typeset(library, false);
        // After a failed layout too.
        typeset::forget(0);
        let typeset = typeset?;
        let shown = self.page_findings(&typeset);
        self.findings.extend(shown);
        self.findings.sort();
        Ok(Some(typeset.page_count()))
    }

    /// Template and data of an output.
    fn job(&self, output: Output, draft: bool) -> Result<Job, PipelineError> {
        let job = match output {
            Output::Document => self.document_job(draft)?,
            Output::Verifikasi => self.verifikasi_job()?,
            Output::BeritaAcara => self.berita_acara_job()?,
            Output::Turunan(jenis) => self.turunan_job(jenis, draft)?,
        };
        Ok(job.today(self.document_time()).draft(draft))
    }
}

/// Lays out pages that no single plan has.
///
/// # Errors
/// If typst refuses them.
pub fn compose<'l>(
    library: &'l Library,
    composition: Composition<'_>,
) -> Result<Printout<'l>, PipelineError> {
    let job = Job::new(composition.template, composition.data);
    let typeset = typeset::compile(&library.base, &job)?;
    let findings = typeset::findings(&typeset, &|_| Origin::file(composition.file));
    Ok(Printout {
        typeset,
        findings,
        ident: composition.ident.to_owned(),
        timestamp: composition.time,
        standards: None,
    })
}

impl Printout<'_> {
    /// The pages, or some of them, as PDF.
    ///
    /// # Errors
    /// If the choice holds no page, or the pages hold what the standards forbid.
    pub fn pdf(&self, pages: Option<&PageRanges>) -> Result<Vec<u8>, PipelineError> {
        let broken = self.findings.has_error();
        let settings = PdfSettings {
            standards: Standards::choose(self.standards.clone(), pages.is_some(), broken),
            timestamp: Some(self.timestamp),
            pages: pages.cloned(),
            ..PdfSettings::new(self.ident.as_str())
        };
        Ok(typeset::pdf(&self.typeset, &settings)?)
    }
}
