//! The account of cells: on the data of the document, and on its pages.

use super::{Inspection, PipelineError};
use crate::audit::{self, Audit, Pages};
use crate::diagnostic::{Diagnostics, Severity};
use crate::typeset::{self, Typeset};

impl Inspection {
    /// Compares the workbook with the data of its document.
    pub(super) fn account_for_cells(&mut self) -> Result<(), PipelineError> {
        let Some(workbook) = &self.workbook else {
            return Ok(());
        };
        let traced = self.document(false).to_traced()?;
        self.audit = Audit::plan(workbook, &self.account, &traced, &self.findings);
        Ok(())
    }

    /// The account compared with the pages.
    pub fn audit_pages(&self, typeset: &Typeset<'_>) -> Audit {
        let mut audit = self.audit.clone();
        audit.confirm(&Pages::new(&typeset::printed(typeset)));
        audit
    }

    /// Cells without a fate: a document that is signed has none, a draft says them.
    pub(super) fn lost_on_pages(&self, typeset: &Typeset<'_>) -> Diagnostics {
        let severity = if typeset.is_draft() {
            Severity::Warning
        } else {
            Severity::Error
        };
        audit::findings(&self.audit_pages(typeset), severity)
    }
}
