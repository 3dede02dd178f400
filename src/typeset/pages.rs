//! Pages to keep: a laid out document without what it was laid out from.

use std::fmt;

use rayon::prelude::*;
use typst_layout::{Page, PagedDocument};

use super::compile::Typeset;
use super::error::TypesetError;
use super::export;
use super::page_digest::page_digest;
use super::text::{self, TextItem};

/// The pages of a document, cheap to clone and free to move between threads:
/// for whoever shows pages long after they were laid out.
#[derive(Clone)]
pub struct Pages {
    document: PagedDocument,
    digest: Vec<u128>,
}

impl Pages {
    /// Keeps the pages of a document.
    pub fn of(typeset: &Typeset<'_>) -> Self {
        let document = typeset.document.clone();
        let digest = document.pages().par_iter().map(page_digest).collect();
        Self { document, digest }
    }

    /// Number of pages.
    pub fn count(&self) -> usize {
        self.digest.len()
    }

    /// What each page is told apart by: pages that look alike have the same.
    pub fn digest(&self) -> &[u128] {
        &self.digest
    }

    /// Width and height of every page, in points.
    pub fn size(&self) -> Vec<(f64, f64)> {
        let size = |page: &Page| (page.frame.width().to_pt(), page.frame.height().to_pt());
        self.document.pages().iter().map(size).collect()
    }

    /// A page, by its physical number from 1, as SVG.
    ///
    /// # Errors
    /// When there is no such page.
    pub fn svg(&self, page: usize) -> Result<String, TypesetError> {
        Ok(export::page_svg(self.page(page)?))
    }

    /// The text of a page, by its physical number from 1, in the order in which it is drawn.
    ///
    /// # Errors
    /// When there is no such page.
    pub fn text(&self, page: usize) -> Result<Vec<TextItem>, TypesetError> {
        Ok(text::of_page(self.page(page)?))
    }

    fn page(&self, page: usize) -> Result<&Page, TypesetError> {
        page.checked_sub(1)
            .and_then(|index| self.document.pages().get(index))
            .ok_or(TypesetError::NoSuchPage {
                page,
                total: self.count(),
            })
    }
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("count", &self.count())
            .finish_non_exhaustive()
    }
}
