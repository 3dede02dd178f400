//! For which cells a finding says that they are not read or not printed.

use std::collections::HashMap;

use crate::diagnostic::{CellRef, Code, Diagnostic, Diagnostics, Fact, Scope};
use crate::workbook::Sheet;

/// The cells that findings speak for.
#[derive(Default)]
pub(super) struct Reported {
    sheet: HashMap<u32, Code>,
    column: HashMap<(u32, u32), (u32, Code)>,
    row: HashMap<(u32, u32), Code>,
    cell: HashMap<(u32, CellRef), Code>,
}

impl Reported {
    /// What the findings say of the cells of a file.
    pub(super) fn new(findings: &Diagnostics, file: &str) -> Self {
        let mut reported = Self::default();
        // The RPJMD's sheets have places of the same numbers.
        for finding in findings
            .iter()
            .filter(|finding| *finding.origin.file == *file)
        {
            reported.take(finding);
        }
        reported
    }

    /// A finding, and those folded under it.
    fn take(&mut self, finding: &Diagnostic) {
        if let Some(scope) = scope(finding) {
            self.add(finding, scope);
        }
        for consequence in &finding.consequences {
            self.take(consequence);
        }
    }

    fn add(&mut self, finding: &Diagnostic, scope: Scope) {
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
    finding.facts.iter().find_map(|fact| match fact {
        Fact::Unprinted(scope) => Some(*scope),
        _ => None,
    })
}
