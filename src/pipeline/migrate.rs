//! What of a workbook is carried over into another: what the reader uses of it.

use crate::diagnostic::{Diagnostics, Fact};
use crate::normalise;
use crate::sheets::migrate::{self, Migrated};
use crate::workbook::Workbook;

/// The contents of a workbook. What stays behind is in `out`: sheets that no one
/// knows, columns that are not read, notes below tables, and sheets that repeat a
/// table of another.
pub fn migrate(workbook: &Workbook, out: &mut Diagnostics) -> Migrated {
    let mut read = Diagnostics::new();
    let sheets = crate::sheets::read(workbook, &mut read);
    let (_, repeated) = normalise::with_repeats(sheets, &mut read);
    for finding in read.take() {
        if finding.facts.contains(&Fact::StaysBehind) {
            out.emit(finding);
        }
    }
    migrate::migrate(workbook, &repeated, out)
}
