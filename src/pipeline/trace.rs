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

    /// The texts of a cell's row: the cell's own first, then those of the other
    /// cells from left to right, and of the merged parents above them.
    pub fn row_text(&self, origin: &Origin) -> Vec<String> {
        let (Some(sheet), Some(at)) = (self.sheet(origin), origin.cell) else {
            return Vec::new();
        };
        let text = |at: CellRef| match &sheet.get(at.row, at.col)?.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        };
        let own = text(sheet.anchor(at.row, at.col));
        let last = sheet.extent().map_or(0, |extent| extent.col);
        let row = (0..=last).filter_map(|col| text(CellRef::new(at.row, col)));
        own.into_iter().chain(row).collect()
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

    fn sheet(&self, origin: &Origin) -> Option<&Sheet> {
        let name = origin.sheet.as_ref()?;
        self.sheets().iter().find(|sheet| sheet.name == *name)
    }
}

fn value(cell: Option<&Cell>) -> Option<&Value> {
    cell.map(|cell| &cell.value)
}
