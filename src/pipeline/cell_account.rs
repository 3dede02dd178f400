//! The account of cells: on the data of the document, and on its pages.

use super::{Inspection, PipelineError};
use crate::audit::{self, Audit, Fate, Pages};
use crate::diagnostic::{Diagnostics, Origin, Severity};
use crate::typeset::{self, Area, Typeset};

/// A cell of the workbook at a place where it is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedCell {
    /// The cell.
    pub origin: Origin,
    /// What it says.
    pub text: String,
    /// Physical page, from 1.
    pub page: usize,
    /// Its part of the page; `None` for text outside of tables, which flows.
    pub area: Option<Area>,
}

impl Inspection {
    /// Compares the workbook with the data of its document.
    pub(super) fn account_for_cells(&mut self) -> Result<(), PipelineError> {
        let Some(workbook) = &self.workbook else {
            return Ok(());
        };
        let traced = self.contents().to_traced()?;
        self.audit = Audit::plan(workbook, &self.account, &traced, &self.findings);
        Ok(())
    }

    /// The account compared with the pages.
    pub fn audit_pages(&self, typeset: &Typeset<'_>) -> Audit {
        let mut audit = self.audit.clone();
        audit.confirm(&Pages::new(&typeset::printed(typeset)));
        audit
    }

    /// The cells that are printed, at each of their places.
    pub fn placed_cells(audit: &Audit) -> Vec<PlacedCell> {
        let mut list = Vec::new();
        for (sheet, cell) in audit.cells() {
            let Fate::Printed(places) = &cell.fate else {
                continue;
            };
            list.extend(places.iter().map(|place| PlacedCell {
                origin: sheet.origin.at(cell.at.row, cell.at.col),
                text: cell.text.clone(),
                page: place.page,
                area: place.area,
            }));
        }
        list
    }

    /// Cells without a fate: a document that is signed has none, a draft says them.
    pub(super) fn lost_on_pages(typeset: &Typeset<'_>, audit: &Audit) -> Diagnostics {
        let severity = if typeset.is_draft() {
            Severity::Warning
        } else {
            Severity::Error
        };
        audit::findings(audit, severity)
    }
}
