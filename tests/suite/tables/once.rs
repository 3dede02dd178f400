//! What an office merged over several rows is printed once, and each level of a table of its
//! own is set as that level.

use renstra::pipeline::Inspection;
use serde_json::Value;

use crate::support::case::Case;
use crate::support::grid::{Content, Grid, grid};

const DISHUB: &str = "fixtures/kota-pasuruan/source/dinas-perhubungan-2025";

fn data(inspection: &Inspection) -> Value {
    serde_json::from_slice(&inspection.document(true).to_json().unwrap()).unwrap()
}

/// The rows of a table, found by its key.
fn rows(data: &Value, id: &str) -> Vec<Value> {
    let rows = data["tabel"][id]["matriks"]["baris"].as_array();
    rows.unwrap().clone()
}

fn text(cell: &Value) -> &str {
    cell["teks"].as_str().unwrap_or("")
}

/// The agency's column of the table of funding.
fn agency(grid: &Grid) -> u32 {
    let is = |cell: &Content| matches!(cell, Content::Text(text) if text == "Perangkat Daerah");
    let found = grid.cell.iter().find(|(_, cell)| is(cell));
    found.unwrap().0.1
}

/// Merges the agency's name over the rows below each place where it begins.
fn merge_down(grid: &mut Grid) {
    let col = agency(grid);
    let first = grid.heading.1 + 1;
    let named: Vec<u32> = (grid.cell.keys())
        .filter(|(row, own)| *own == col && *row >= first)
        .map(|(row, _)| *row)
        .collect();
    let (top, bottom) = (named[0], named[5]);
    for row in top + 1..=bottom {
        grid.cell.remove(&(row, col));
    }
    grid.merge.push((top, col, bottom, col));
}

#[test]
fn a_merged_agency_stands_once_and_a_further_page_names_it() {
    let typed = Case::of(DISHUB).inspect();
    let merged = Case::of(DISHUB).sheet("Pendanaan", merge_down).inspect();
    let name = "2.15.0.00.0.00.01.0000 - Dinas Perhubungan";
    let count = |rows: &[Value]| {
        let cells = rows.iter().flat_map(|row| row["sel"].as_array().unwrap());
        cells.filter(|cell| text(cell) == name).count()
    };
    let [typed, merged] = [typed, merged].map(|plan| rows(&data(&plan), "pendanaan"));
    assert_eq!(count(&typed) - count(&merged), 5);
    let joined = |row: &Value, side: &str| {
        let mut cells = row["sel"].as_array().unwrap().iter();
        cells.any(|cell| cell["sambung"][side] == true)
    };
    let covered: Vec<&Value> = merged.iter().filter(|row| joined(row, "atas")).collect();
    assert!(covered.len() > 5, "{}", covered.len());
    for row in &covered {
        let parents = row["induk"].as_array().unwrap();
        assert_eq!(parents.last().unwrap(), name);
    }
    assert!(!joined(covered.last().unwrap(), "bawah"));
    // What was typed in every row stands in every row.
    assert!(!typed.iter().any(|row| joined(row, "atas")));
}

/// A funding table of the agency's own: kode and name in one cell, results below.
fn own() -> Grid {
    let mut own = grid(
        "Tabel 4.9",
        &[
            "Tabel 4.9 Pendanaan Menurut Bidang",
            "",
            "Uraian|Keluaran|Pagu 2026|Pagu 2027",
            "2.15.02 PROGRAM SATU||4000000|4000000",
            "Meningkatnya layanan|Persentase layanan||",
            "2.15.02.2.01 Kegiatan satu|Jumlah dokumen|4000000|4000000",
            "2.15.02.2.01.0001 Sub satu|Jumlah laporan|3000000|3000000",
            "Tersusunnya laporan|Jumlah laporan|3000000|3000000",
            "Jumlah||4000000|4000000",
        ],
    );
    own.merge.push((3, 2, 4, 2));
    own
}

#[test]
fn a_table_of_the_agency_shows_its_levels() {
    let plan = Case::of(DISHUB).sheets(|all| all.push(own())).inspect();
    let rows = rows(&data(&plan), "tambahan-1");
    let kinds: Vec<&str> = rows
        .iter()
        .filter_map(|row| row["jenis"].as_str())
        .collect();
    assert_eq!(
        kinds,
        [
            "program",
            "hasil",
            "kegiatan",
            "sub_kegiatan",
            "hasil",
            "jumlah"
        ]
    );
    let steps = |row: usize| rows[row]["sel"][0]["jorok"].as_u64().unwrap_or(0);
    assert_eq!([0, 1, 2, 3, 4].map(steps), [0, 1, 0, 1, 2]);
    // The amount that was merged over the result stands in the row of its program.
    let amount = &rows[0]["sel"][2];
    assert_eq!((text(amount), &amount["baris"]), ("4000000", &Value::Null));
    assert_eq!(rows[1]["sel"].as_array().unwrap().len(), 4);
    assert_eq!(rows[1]["sel"][2]["sambung"]["atas"], true);
}

#[test]
fn rows_of_one_level_stay_plain() {
    let list = grid(
        "Tabel 4.9",
        &[
            "Tabel 4.9 Daftar Program",
            "",
            "Program|Sasaran",
            "2.15.01 PROGRAM SATU|Warga",
            "2.15.02 PROGRAM DUA|Warga",
            "2.15.03 PROGRAM TIGA|Warga",
        ],
    );
    let plan = Case::of(DISHUB).sheets(|all| all.push(list)).inspect();
    let rows = rows(&data(&plan), "tambahan-1");
    assert!(rows.iter().all(|row| row["jenis"] == "biasa"), "{rows:?}");
}
