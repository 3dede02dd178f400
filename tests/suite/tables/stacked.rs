//! A table that no page holds at a readable size stands in two parts below each other.

use std::collections::BTreeSet;

use renstra::audit::Fate;
use renstra::diagnostic::Origin;
use renstra::pipeline::Inspection;
use serde_json::Value;

use crate::support::case::Case;
use crate::support::grid::Content;
use crate::support::library;

const DISHUB: &str = "fixtures/kota-pasuruan/source/dinas-perhubungan-2025";
/// The smallest type of a table on the narrowest paper.
const SMALLEST: f64 = 6.5;

/// The sample with budgets so many times as large.
fn plan(times: i64) -> Inspection {
    let case = Case::of(DISHUB).sheet("T-C.24", |grid| {
        for cell in grid.cell.values_mut() {
            if let Content::Money(amount) = cell {
                *amount *= times;
            }
        }
    });
    case.inspect()
}

fn budget(plan: &Inspection) -> Value {
    let data: Value = serde_json::from_slice(&plan.document(true).to_json().unwrap()).unwrap();
    data["tabel"]["anggaran-realisasi"]["matriks"].clone()
}

fn kinds(table: &Value) -> Vec<&str> {
    let rows = table["baris"].as_array().unwrap().iter();
    rows.filter_map(|row| row["jenis"].as_str()).collect()
}

#[test]
fn figures_too_long_for_one_row_are_parted_and_not_made_smaller() {
    let plan = plan(100_000);
    let table = budget(&plan);
    assert!(table["ukuran"].as_f64().unwrap() >= SMALLEST, "{table}");
    let kinds = kinds(&table);
    let heading = kinds.iter().position(|kind| *kind == "kepala_bagian");
    let rows = table["baris"].as_array().unwrap();
    let names = |rows: &[Value]| -> Vec<Value> {
        let own = rows.iter().filter(|row| row["jenis"] == "biasa");
        own.map(|row| row["sel"][0]["teks"].clone()).collect()
    };
    let (above, below) = rows.split_at(heading.expect("a second heading"));
    assert!(!names(above).is_empty());
    assert_eq!(names(above), names(below));
    let numbers: Vec<&Value> = below
        .iter()
        .filter(|row| row["jenis"] == "nomor_bagian")
        .flat_map(|row| row["sel"].as_array().unwrap())
        .map(|cell| &cell["teks"])
        .collect();
    assert_eq!(numbers[..2], ["1", "12"]);
    // Widths of the two parts add up to one table.
    let width = table["lebar"].as_array().unwrap().len();
    for row in rows {
        let cells = row["sel"].as_array().unwrap().iter();
        let sum: u64 = cells.map(|cell| cell["kolom"].as_u64().unwrap_or(1)).sum();
        if row["jenis"] == "biasa" {
            assert_eq!(sum, width as u64, "{row}");
        }
    }
}

#[test]
fn each_cell_of_a_parted_table_is_found_on_its_page() {
    let plan = plan(100_000);
    let typeset = plan.typeset(library(), false).unwrap();
    let audit = plan.audit_pages(&typeset);
    let own = |origin: &Origin| origin.sheet.as_deref() == Some("T-C.24");
    let sheet = audit.sheets.iter().find(|sheet| own(&sheet.origin));
    let cells = &sheet.unwrap().cells;
    let money = |text: &str| text.len() > 12 && text.starts_with(|c: char| c.is_ascii_digit());
    let amounts = cells.iter().filter(|cell| money(&cell.text));
    let lost: Vec<&str> = amounts
        .filter(|cell| !matches!(&cell.fate, Fate::Printed(places) if !places.is_empty()))
        .map(|cell| cell.text.as_str())
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn figures_with_room_stand_in_one_row() {
    assert!(!kinds(&budget(&plan(1))).contains(&"kepala_bagian"));
}

#[test]
fn a_parted_table_ends_on_the_page_on_which_it_begins() {
    let plan = plan(100_000);
    let typeset = plan.typeset(library(), false).unwrap();
    let tables = renstra::typeset::printed(&typeset).tables;
    let rows = |table: &renstra::typeset::PrintedTable| {
        let cells = table.cells.iter().flat_map(|cell| &cell.areas);
        cells.map(|area| area.page).collect::<BTreeSet<_>>()
    };
    let budget = tables.iter().find(|table| {
        let mut cells = table.cells.iter();
        cells.any(|cell| cell.text == "821.000.000.000.000")
    });
    assert_eq!(rows(budget.unwrap()).len(), 1);
}
