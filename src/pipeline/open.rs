//! Opens a workbook; a file that is none is a finding.

use std::path::Path;

use super::PipelineError;
use crate::diagnostic::Diagnostics;
use crate::workbook::{self, ReadError, Workbook};

/// Reads a workbook. `None`, with why in `out`, if the file is none.
///
/// # Errors
/// If the file cannot be opened.
pub fn open(path: &Path, out: &mut Diagnostics) -> Result<Option<Workbook>, PipelineError> {
    match workbook::read(path) {
        Ok(workbook) => Ok(Some(workbook)),
        Err(ReadError::Refused(finding)) => {
            out.emit(*finding);
            Ok(None)
        }
        Err(error @ ReadError::Io { .. }) => Err(error.into()),
    }
}
