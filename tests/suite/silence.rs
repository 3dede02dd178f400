//! What a user typed is printed or said to be missing: nothing is dropped in silence.

use renstra::diagnostic::Diagnostics;
use renstra::sheets::{self, Sheets};

use crate::support::grid::Grid;
use crate::support::{self, source, to_workbook};

const SMALL: &str = "fixtures/small-opd";

fn read(change: impl FnOnce(&mut Vec<Grid>)) -> (Sheets, Diagnostics) {
    let mut grid = source::read(&support::path(SMALL), None);
    change(&mut grid);
    let mut out = Diagnostics::new();
    let workbook = to_workbook::workbook("dinas-contoh.xlsx", &grid);
    let sheets = sheets::read(&workbook, &mut out);
    out.sort();
    (sheets, out)
}

fn sheet<'a>(grid: &'a mut [Grid], name: &str) -> &'a mut Grid {
    grid.iter_mut().find(|grid| grid.name == name).unwrap()
}

#[test]
fn names_that_end_in_running_numbers_are_no_numbering_row() {
    let (sheets, out) = read(|grid| {
        let table = sheet(grid, "T-C.26");
        let first = table.heading.1 + 1;
        table.cell.retain(|(row, _), _| *row < first);
        let name = ["Tujuan 1", "Sasaran 2", "Strategi 3", "Arah 4"];
        for (col, text) in (0..).zip(name) {
            table.text(first, col, text);
        }
    });
    assert_eq!(sheets.strategi.len(), 1, "{}", support::print(&out));
}

#[test]
fn numbering_rows_of_every_make_are_no_data() {
    let (expected, _) = read(|_| {});
    for make in [
        ["1", "2", "3", "4"],
        ["[01]", "[02]", "[03]", "[04]"],
        ["(1)", "(2)", "(3)=(1)+(2)", "4=1+3"],
        ["a", "b", "c", "d"],
        ["(a)", "(1)", "(2)", "(3)"],
    ] {
        let (sheets, out) = read(|grid| {
            let table = sheet(grid, "T-C.26");
            let row = table.heading.1;
            for (col, text) in (0..).zip(make) {
                table.text(row, col, text);
            }
        });
        assert!(out.is_empty(), "{make:?}: {}", support::print(&out));
        assert_eq!(sheets.strategi.len(), expected.strategi.len(), "{make:?}");
    }
}
