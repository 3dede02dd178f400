//! A plan from readable worksheets, changed as an office would change them.

use std::path::Path;

use renstra::diagnostic::Diagnostics;
use renstra::pipeline::{self, Inspection, Options};

use super::grid::Grid;
use super::{library, path, source, to_workbook};

/// Name of the workbook, where a test does not care.
const FILE: &str = "dinas-contoh.xlsx";

/// The plan that worksheets hold.
pub fn inspect(sheets: &[Grid]) -> Inspection {
    inspect_with(sheets, &Options::default())
}

/// The same under options.
pub fn inspect_with(sheets: &[Grid], options: &Options) -> Inspection {
    let workbook = to_workbook::workbook(FILE, sheets);
    pipeline::inspect_workbook(library(), workbook, options).unwrap()
}

/// Worksheets that are being changed.
pub struct Case {
    sheets: Vec<Grid>,
    options: Options,
}

impl Case {
    /// The small agency, in which nothing is wrong.
    pub fn small() -> Self {
        Self::of("fixtures/small-opd")
    }

    /// The worksheets of a folder.
    pub fn of(folder: &str) -> Self {
        Self::over(&path(folder), None)
    }

    /// The worksheets of a folder, those of another in their places.
    pub fn over(base: &Path, over: Option<&Path>) -> Self {
        Self {
            sheets: source::read(base, over),
            options: Options::default(),
        }
    }

    /// Changes one worksheet.
    pub fn sheet(mut self, name: &str, change: impl FnOnce(&mut Grid)) -> Self {
        let sheet = self.sheets.iter_mut().find(|grid| grid.name == name);
        change(sheet.unwrap());
        self
    }

    /// Changes them all.
    pub fn sheets(mut self, change: impl FnOnce(&mut Vec<Grid>)) -> Self {
        change(&mut self.sheets);
        self
    }

    /// Asks for more than a plain check.
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The plan with what was found.
    pub fn inspect(&self) -> Inspection {
        inspect_with(&self.sheets, &self.options)
    }

    /// What was found.
    pub fn findings(&self) -> Diagnostics {
        self.inspect().findings
    }

    /// How often a rule found something.
    pub fn count(&self, code: &str) -> usize {
        let findings = self.findings();
        let found = findings.iter().filter(|finding| finding.code.0 == code);
        found.count()
    }
}
