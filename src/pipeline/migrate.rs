//! What of a workbook is carried over into another: what the reader uses of it.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::normalise;
use crate::sheets::migrate::{self, Migrated};
use crate::workbook::Workbook;

/// The contents of a workbook. What stays behind is in `out`: sheets that no one
/// knows, columns that are not read, notes below tables, and sheets that repeat a
/// table of another.
pub fn migrate(workbook: &Workbook, out: &mut Diagnostics) -> Migrated {
    let mut read = Diagnostics::new();
    let sheets = crate::sheets::read(workbook, &mut read);
    normalise::normalise(sheets, &mut read);
    let mut repeated = BTreeSet::new();
    for finding in &read {
        let again = finding.code == crate::sheets::code::REPEATED_TABLE;
        if again {
            repeated.extend(finding.origin.sheet_index);
        }
        if again || finding.code == crate::sheets::code::NOTE {
            out.emit(finding.clone());
        }
    }
    migrate::migrate(workbook, &repeated, out)
}
