//! From the plan back to the workbook: which table a sheet became, what a cell
//! says, and what one save changed.

use super::Inspection;
use crate::diagnostic::{CellRef, Origin};
use crate::model::Worksheet;
use crate::model::text::one_line;
use crate::workbook::{Cell, Sheet, Value};

/// How many changed cells are named; a sorted table changes nearly all.
const MOST: usize = 1_000;

impl Inspection {
    /// The number of a table in the document; `None` if it is not shown.
    pub fn table_number(&self, id: &str) -> Option<&str> {
        self.numbering.tabel(id)
    }

    /// The worksheet that a sheet was read as; `None` for one that is none.
    pub fn worksheet(&self, sheet: &str) -> Option<Worksheet> {
        let found = self
            .account
            .iter()
            .find(|entry| entry.origin.sheet.as_deref() == Some(sheet));
        found.and_then(|entry| entry.id)
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

    /// The texts of a cell's row on one line, from left to right; by it a row is known again where it has moved.
    pub(super) fn row_text(&self, origin: &Origin) -> String {
        let named = |sheet: &&Sheet| Some(&sheet.name) == origin.sheet.as_ref();
        let (Some(sheet), Some(at)) = (self.sheets().iter().find(named), origin.cell) else {
            return String::new();
        };
        let last = sheet.extent().map_or(0, |extent| extent.col);
        let texts = (0..=last).filter_map(|col| match &sheet.get(at.row, col)?.value {
            Value::Text(text) => Some(one_line(text)),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" | ")
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
