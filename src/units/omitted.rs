//! What a workbook holds and the form has no place for: it goes to no unit and into no
//! joined workbook, and is named.

use std::collections::BTreeSet;

use super::{Contents, finding};
use crate::diagnostic::Diagnostics;

/// Names it.
pub fn left(contents: &Contents) -> Diagnostics {
    let mut out = Diagnostics::new();
    let rows = contents.renstra.pendanaan.baris.iter();
    let cells: Vec<_> = rows.flat_map(|row| &row.kolom_lain).collect();
    let names: BTreeSet<String> = cells.iter().map(|cell| cell.judul.to_string()).collect();
    if let Some(first) = cells.first() {
        let names: Vec<String> = names.into_iter().collect();
        out.emit(finding::columns_left(first.isi.origin.clone(), &names));
    }
    for cells in &contents.outside {
        out.emit(finding::cells_left(cells));
    }
    for (id, line) in &contents.renstra.sumber {
        out.emit(finding::source_left(
            line.origin.clone(),
            id.tab(),
            &line.value,
        ));
    }
    out
}
