//! Changes to a copy of a sheet, made before its reader sees it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::CellRef;
use crate::workbook::{Area, Cell, Sheet, Value};

/// What a sheet's cells are read as, where that is other than what they hold.
#[derive(Default)]
pub(super) struct Edit {
    /// Values in place of those of the file.
    pub set: BTreeMap<CellRef, Value>,
    /// Cells that became part of another one.
    pub taken: BTreeSet<CellRef>,
    /// Areas that are read as merged; they go before those of the file.
    pub merge: Vec<Area>,
    /// First cells of merged areas that are read as cells of their own.
    pub apart: BTreeSet<CellRef>,
    /// Cells that are read as another one, each with that one.
    pub copy: BTreeMap<CellRef, CellRef>,
}

/// The cells of a sheet that are read as something else than they hold.
pub(super) fn read_as(typed: &Sheet, read: &Sheet) -> BTreeMap<CellRef, Value> {
    let differs = |at: &CellRef, cell: &Cell| {
        let own = typed.cell.get(at);
        own.is_some_and(|own| own.value != cell.value)
    };
    let cells = read.cell.iter().filter(|(at, cell)| differs(at, cell));
    cells.map(|(at, cell)| (*at, cell.value.clone())).collect()
}

impl Edit {
    /// Whether there are no changes.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty()
            && self.taken.is_empty()
            && self.merge.is_empty()
            && self.apart.is_empty()
    }

    /// The sheet with the changes; the sheet itself if there are none.
    pub fn apply(self, sheet: Cow<'_, Sheet>) -> Cow<'_, Sheet> {
        if self.is_empty() {
            return sheet;
        }
        let mut own = sheet.into_owned();
        own.cell.retain(|at, _| !self.taken.contains(at));
        own.merged.retain(|area| !self.apart.contains(&area.start));
        own.merged = std::mem::take(&mut own.merged).behind(self.merge);
        for (at, from) in self.copy {
            if let Some(cell) = own.cell.get(&from).cloned() {
                own.cell.insert(at, cell);
                own.repeats.insert(at, from);
            }
        }
        for (at, value) in self.set {
            match own.cell.get_mut(&at) {
                Some(cell) => cell.value = value,
                None => {
                    own.cell.insert(
                        at,
                        Cell {
                            value,
                            format: None,
                        },
                    );
                }
            }
        }
        Cow::Owned(own)
    }
}
