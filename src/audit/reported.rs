//! For which cells a finding says that they are not read or not printed.

use std::collections::HashMap;

use crate::diagnostic::{CellRef, Code, Diagnostic, Diagnostics};
use crate::normalise::code as normalise;
use crate::sheets::code as sheets;
use crate::workbook::{Sheet, code as workbook};

/// How far a finding speaks.
enum Scope {
    /// The whole sheet.
    Sheet,
    /// The column from its heading down.
    Column,
    /// The row.
    Row,
    /// The cell, and those it names.
    Cell,
}

/// The cells that findings speak for.
#[derive(Default)]
pub(super) struct Reported {
    sheet: HashMap<u32, Code>,
    column: HashMap<(u32, u32), (u32, Code)>,
    row: HashMap<(u32, u32), Code>,
    cell: HashMap<(u32, CellRef), Code>,
}

impl Reported {
    pub(super) fn new(findings: &Diagnostics) -> Self {
        let mut reported = Self::default();
        for finding in findings {
            reported.take(finding);
        }
        reported
    }

    /// A finding, and those folded under it.
    fn take(&mut self, finding: &Diagnostic) {
        if let Some(scope) = scope(finding) {
            self.add(finding, &scope);
        }
        for consequence in &finding.consequences {
            self.take(consequence);
        }
    }

    fn add(&mut self, finding: &Diagnostic, scope: &Scope) {
        let code = finding.code;
        let Some(sheet) = finding.origin.sheet_index else {
            return;
        };
        let at = finding.origin.cell;
        match (scope, at) {
            (Scope::Sheet, _) | (_, None) => {
                self.sheet.insert(sheet, code);
            }
            (Scope::Column, Some(at)) => {
                self.column.insert((sheet, at.col), (at.row, code));
            }
            (Scope::Row, Some(at)) => {
                self.row.insert((sheet, at.row), code);
                let rows = finding.covers.iter().filter_map(|cell| cell.cell);
                self.row.extend(rows.map(|at| ((sheet, at.row), code)));
            }
            (Scope::Cell, Some(at)) => {
                self.cell.insert((sheet, at), code);
            }
        }
        let covered = finding.covers.iter();
        let covered = covered.filter_map(|cell| Some(((cell.sheet_index?, cell.cell?), code)));
        self.cell.extend(covered);
    }

    /// The code of the finding that speaks for a cell.
    pub(super) fn find(&self, sheet: &Sheet, at: CellRef) -> Option<Code> {
        let index = sheet.origin.sheet_index?;
        let of_cell = self.cell.get(&(index, at)).copied();
        let of_row = || self.row.get(&(index, at.row)).copied();
        let of_column = || {
            let (row, code) = self.column.get(&(index, at.col))?;
            (at.row >= *row).then_some(*code)
        };
        of_cell
            .or_else(of_row)
            .or_else(of_column)
            .or_else(|| self.sheet.get(&index).copied())
    }
}

/// How far a finding speaks; `None` if it says nothing about reading or printing.
fn scope(finding: &Diagnostic) -> Option<Scope> {
    let code = finding.code;
    let is = |list: &[Code]| list.contains(&code);
    if is(&[
        sheets::UNKNOWN_SHEET,
        sheets::NO_HEADER,
        sheets::NO_COLUMN,
        sheets::REPEATED_TABLE,
        workbook::SHEET_TOO_LARGE,
        workbook::SHEET_DAMAGED,
    ]) {
        return Some(Scope::Sheet);
    }
    if is(&[
        sheets::UNKNOWN_COLUMN,
        sheets::DOUBLE_COLUMN,
        sheets::NO_CALENDAR_YEAR,
    ]) {
        return Some(Scope::Column);
    }
    if is(&[
        sheets::ROW_UNUSED,
        sheets::NOTE,
        sheets::BAD_KODE,
        sheets::NUMERIC_KODE,
        sheets::UNKNOWN_SLOT,
        normalise::NAMELESS,
        normalise::NO_PARENT_ROW,
    ]) {
        return Some(Scope::Row);
    }
    let of_cell = is(&[
        sheets::ERROR_CELL,
        sheets::NO_RESULT,
        sheets::PICTURE_CELL,
        sheets::PLACEHOLDER,
        workbook::CELL_DAMAGED,
        sheets::NOT_MONEY,
        sheets::AMBIGUOUS_MONEY,
        sheets::NOT_NUMBER,
        sheets::UNEXPECTED_DATE,
        sheets::UNKNOWN_LABEL,
        sheets::BAD_VALUE,
        sheets::UNKNOWN_CHOICE,
        sheets::DIGITS_LOST,
        sheets::OUTSIDE,
        sheets::FILLED_DOWN,
        sheets::UNIT,
    ]);
    let says = || {
        let message = &finding.message;
        message.contains("tidak dicetak") || message.contains("tidak dibaca")
    };
    (of_cell || says()).then_some(Scope::Cell)
}
