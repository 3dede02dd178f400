//! What users of other programs reported, and no other test holds: each is a table that
//! an office may well send.

use std::collections::BTreeMap;

use renstra::pipeline::{self, Inspection, Options};
use renstra::typeset;

use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_workbook};

fn small() -> Vec<Grid> {
    source::read(&support::path("fixtures/small-opd"), None)
}

fn inspect(sheets: &[Grid]) -> Inspection {
    let workbook = to_workbook::workbook("dinas.xlsx", sheets);
    pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap()
}

fn count(inspection: &Inspection, code: &str) -> usize {
    let found = inspection.findings.iter();
    found.filter(|finding| finding.code.0 == code).count()
}

/// The table of budgets with two groups, the sum of each, and a total.
fn budgets(total: i64) -> Vec<Grid> {
    let mut sheets = small();
    let grid = sheets
        .iter_mut()
        .find(|grid| grid.name == "T-C.24")
        .unwrap();
    let first = grid.heading.1 + 1;
    grid.cell.retain(|(row, _), _| *row < first);
    let rows = [
        ("BELANJA PROGRAM TEKNIS", 0),
        ("Program Lalu Lintas", 1_000_000_000),
        ("Program Angkutan", 300_000_000),
        ("Jumlah Belanja Program Teknis", 1_300_000_000),
        ("BELANJA PENUNJANG", 0),
        ("Program Penunjang Urusan Pemerintahan", 500_000_000),
        ("Sub Total Belanja Penunjang", 500_000_000),
        ("TOTAL", total),
    ];
    for (row, (name, amount)) in (first..).zip(rows) {
        grid.text(row, 0, name);
        for col in (1..=10).filter(|_| amount > 0) {
            grid.cell.insert((row, col), Content::Money(amount));
        }
    }
    sheets
}

#[test]
fn a_total_over_sums_of_groups_counts_each_amount_once() {
    assert_eq!(count(&inspect(&budgets(1_800_000_000)), "R024"), 0);
    assert_eq!(count(&inspect(&budgets(3_600_000_000)), "R024"), 10);
}

/// A table of the agency's own whose second row has a text of so many words, each one
/// another, in the column of a number.
fn own(words: usize) -> (Grid, Vec<String>) {
    let text: Vec<String> = (0..words).map(|at| format!("w{at}x")).collect();
    let mut grid = Grid {
        name: "Lampiran Kendaraan".to_owned(),
        cell: BTreeMap::new(),
        merge: Vec::new(),
        width: vec![8, 30, 12, 12],
        heading: (0, 0),
    };
    let joined = text.join(" ");
    for (row, line) in (0..).zip([
        ["Tabel 2.9 Daftar Kendaraan", "", "", ""],
        ["No", "Jenis", "Jumlah", "Tahun"],
        ["1", "Roda empat", "3", "2019"],
        ["2", "Roda dua", &joined, "2020"],
        ["3", "Truk", "7", "2018"],
    ]) {
        for (col, word) in (0..).zip(line) {
            grid.text(row, col, word);
        }
    }
    (grid, text)
}

#[test]
fn an_own_table_loses_no_word_however_long_a_cell_is() {
    for words in [60, 400, 3_000] {
        let (grid, text) = own(words);
        let mut sheets = small();
        sheets.push(grid);
        let inspection = inspect(&sheets);
        let typeset = inspection.typeset(support::library(), true).unwrap();
        let beyond = typeset::findings(&typeset, &|_| renstra::diagnostic::Origin::file(""));
        assert!(beyond.is_empty(), "{words}: {}", support::print(&beyond));
        let printed: String = typeset::text_by_page(&typeset)
            .iter()
            .flatten()
            .map(|item| format!("{} ", item.text))
            .collect();
        let lost = text.iter().filter(|word| !printed.contains(word.as_str()));
        assert_eq!(lost.count(), 0, "{words}");
    }
}
