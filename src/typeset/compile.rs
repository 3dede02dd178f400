//! Laying a document out.

use std::fmt;
use std::time::{Duration, Instant};

use typst::diag::{SourceDiagnostic, Warned};
use typst_layout::{Page, PagedDocument};

use super::base::Base;
use super::cache::forget;
use super::error::TypesetError;
use super::job::Job;
use super::layout_rounds::{self, Round};
use super::report::report;
use super::soft_hyphens::without_soft_hyphens;
use super::world::DocumentWorld;

/// A document laid out in pages.
pub struct Typeset<'b> {
    pub(super) document: PagedDocument,
    /// Kept for the exporters, whose errors point into the templates.
    pub(super) world: DocumentWorld<'b>,
    compile_time: Duration,
    rounds: usize,
    draft: bool,
}

impl Typeset<'_> {
    /// Number of pages.
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// Width and height of every page, in points.
    pub fn page_size(&self) -> Vec<(f64, f64)> {
        let size = |page: &Page| (page.frame.width().to_pt(), page.frame.height().to_pt());
        self.document.pages().iter().map(size).collect()
    }

    /// Whether it is a draft.
    pub fn is_draft(&self) -> bool {
        self.draft
    }

    /// How long laying it out took.
    pub fn compile_time(&self) -> Duration {
        self.compile_time
    }

    /// How often typst laid it out until its pages agreed with what they say of each other.
    pub fn rounds(&self) -> usize {
        self.rounds
    }

    /// A page by its physical number, from 1.
    pub(super) fn page(&self, number: usize) -> Result<&Page, TypesetError> {
        let page = number
            .checked_sub(1)
            .and_then(|index| self.document.pages().get(index));
        page.ok_or(TypesetError::NoSuchPage {
            page: number,
            total: self.page_count(),
        })
    }
}

impl fmt::Debug for Typeset<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typeset")
            .field("page_count", &self.page_count())
            .finish_non_exhaustive()
    }
}

/// Lays a document out.
///
/// # Errors
/// When typst finds an error in a template, and also when it only warns: an
/// unknown font, or page numbers that did not settle, would spoil a document
/// in silence.
pub fn compile<'b>(base: &'b Base, job: &Job) -> Result<Typeset<'b>, TypesetError> {
    let start = Instant::now();
    let world = DocumentWorld::new(base, job)?;
    layout_rounds::begin();
    let Warned { output, warnings } = typst::compile::<Round>(&world);
    if job.once {
        forget(0);
    }
    let (round, error) = match output {
        Ok(round) => (Some(round), Vec::new()),
        Err(error) => (None, error.into_iter().collect()),
    };
    match round {
        Some(round) if warnings.is_empty() => Ok(Typeset {
            document: without_soft_hyphens(round.document),
            rounds: round.number,
            world,
            compile_time: start.elapsed(),
            draft: job.draft,
        }),
        _ => {
            let all: Vec<&SourceDiagnostic> = error.iter().chain(&warnings).collect();
            let report = report(&world, all);
            Err(if error.is_empty() {
                TypesetError::Warned { report }
            } else {
                TypesetError::Template { report }
            })
        }
    }
}
