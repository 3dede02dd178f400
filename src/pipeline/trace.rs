//! From the plan back to the workbook: which table a sheet became, what a cell
//! says, and what one save changed.

use super::Inspection;
use crate::diagnostic::{CellRef, Origin};
use crate::workbook::{Cell, Sheet, Value};

/// How many changed cells are named; a sorted table changes nearly all.
const MOST: usize = 1_000;

impl Inspection {
    /// The number of a table in the document; `None` if it is not shown.
    pub fn table_number(&self, id: &str) -> Option<&str> {
        self.numbering.tabel(id)
    }

    /// Id of the worksheet that a sheet was read as.
    pub fn worksheet(&self, sheet: &str) -> Option<&'static str> {
        let found = self
            .account
            .iter()
            .find(|entry| entry.origin.sheet.as_deref() == Some(sheet));
        found.map(|entry| entry.id)
    }

    /// Cells that say something else than in `before`, in the reader's order:
    /// changed, added and emptied ones.
    pub fn changed_cells(&self, before: &Self) -> Vec<Origin> {
        let mut changed = Vec::new();
        for sheet in self.sheets() {
            let old = before.sheets().iter().find(|old| old.name == sheet.name);
            let old_value = |at: &CellRef| value(old?.cell.get(at));
            let added = sheet
                .cell
                .iter()
                .filter(|(at, cell)| old_value(at) != value(Some(cell)))
                .map(|(at, _)| *at);
            let emptied = old
                .into_iter()
                .flat_map(|old| old.cell.keys())
                .filter(|at| !sheet.cell.contains_key(at))
                .copied();
            let mut at: Vec<CellRef> = added.chain(emptied).take(MOST).collect();
            at.sort_unstable();
            changed.extend(at.iter().map(|at| sheet.origin.at(at.row, at.col)));
        }
        changed
    }

    fn sheets(&self) -> &[Sheet] {
        self.workbook
            .as_ref()
            .map(|workbook| workbook.sheet.as_slice())
            .unwrap_or_default()
    }
}

fn value(cell: Option<&Cell>) -> Option<&Value> {
    cell.map(|cell| &cell.value)
}
