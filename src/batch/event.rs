//! What a run tells while it goes on.

use super::discovery::Skipped;
use super::record::Record;
use crate::diagnostic::Diagnostics;

/// Something that happened. Events come from several threads, those of one
/// workbook in their order.
#[derive(Debug)]
pub enum Event<'a> {
    /// The folder was looked through.
    Begin {
        /// Workbooks of this run's share.
        total: usize,
        /// What was passed over.
        skipped: &'a [Skipped],
    },
    /// Work on a workbook begins.
    Start {
        /// Its file name.
        source: &'a str,
    },
    /// A workbook is done.
    End {
        /// What became of it.
        record: &'a Record,
        /// What was found; `None` if it did not change since the last run.
        findings: Option<&'a Diagnostics>,
    },
}
