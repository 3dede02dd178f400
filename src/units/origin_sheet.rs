//! The sheet Asal Baris: which unit gave which row, from which file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::contribution::Contribution;
use super::konfirmasi::text;
use crate::diagnostic::{CellRef, Origin};
use crate::sheets::migrate::MigratedTable;
use crate::workbook::{Merged, Sheet};

/// Name of the sheet, which no reader takes for a table.
const NAME: &str = "Asal Baris";

/// The sheet; `None` where no unit changed anything.
pub(super) fn sheet(given: &[Contribution]) -> Option<MigratedTable> {
    let mut lines: Vec<[String; 7]> = Vec::new();
    for part in given {
        for row in &part.changed {
            let origin = &row.origin;
            let cell = origin.cell.map(|cell| cell.to_string()).unwrap_or_default();
            let sheet = origin.sheet.as_deref().unwrap_or_default();
            lines.push([
                row.table.to_owned(),
                row.label.clone(),
                if row.is_new { "baru" } else { "berubah" }.to_owned(),
                part.unit.clone(),
                part.file.clone(),
                format!("{sheet}!{cell}"),
                part.saved.clone().unwrap_or_default(),
            ]);
        }
    }
    if lines.is_empty() {
        return None;
    }
    let head = [
        "Tabel",
        "Baris",
        "Perubahan",
        "Unit",
        "Berkas",
        "Sel",
        "Disimpan",
    ];
    let mut cell = BTreeMap::new();
    let rows = std::iter::once(head.map(str::to_owned)).chain(lines);
    for (row, line) in (0..).zip(rows) {
        for (col, word) in (0..).zip(line) {
            if !word.is_empty() {
                cell.insert(CellRef::new(row, col), text(&word));
            }
        }
    }
    let name: Arc<str> = NAME.into();
    Some(MigratedTable {
        id: None,
        sheet: Sheet {
            name: name.clone(),
            origin: Origin::sheet("".into(), 0, name),
            hidden: false,
            cell,
            merged: Merged::default(),
            repeats: BTreeMap::new(),
            hidden_row: Vec::new(),
            hidden_col: Vec::new(),
            marks: BTreeMap::new(),
            drawings: Vec::new(),
            unseen: Vec::new(),
            hides_zeros: false,
            values_only: false,
        },
    })
}
