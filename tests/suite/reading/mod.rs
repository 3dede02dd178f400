//! From a file to typed rows: what is found, where, and that nothing vanishes.

mod found;
mod plan;
mod rows;

use renstra::diagnostic::Diagnostics;
use renstra::sheets::{self, Sheets};

use crate::support::grid::Grid;
use crate::support::{self, source, to_workbook};

fn sample() -> Vec<Grid> {
    source::read(&support::path("fixtures/small-opd"), None)
}

fn read(grid: &[Grid]) -> (Sheets, Diagnostics) {
    let mut out = Diagnostics::new();
    let workbook = to_workbook::workbook("dinas-contoh.xlsx", grid);
    let sheets = sheets::read(&workbook, &mut out);
    out.sort();
    (sheets, out)
}

fn sheet<'a>(grid: &'a mut [Grid], name: &str) -> &'a mut Grid {
    grid.iter_mut().find(|grid| grid.name == name).unwrap()
}
