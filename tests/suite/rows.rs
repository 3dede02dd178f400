//! What the office typed is what stands in the document: row by row, each figure in
//! its place, and none that no cell holds unless it says that it was computed. Each
//! folder of `fixtures/rows` is one way in which figures used to move.

use std::fmt::Write as _;
use std::fs;

use renstra::diagnostic::Diagnostics;
use renstra::pipeline::{self, Inspection, Options};
use renstra::sheets::worksheets::pendanaan;
use serde_json::Value;

use crate::support::{self, grid, source, to_workbook};

fn inspect(case: &str) -> Inspection {
    inspect_with(case, |_| {})
}

/// As [`inspect`], with the sheets changed as the office would.
fn inspect_with(case: &str, change: impl FnOnce(&mut [grid::Grid])) -> Inspection {
    let folder = support::path("fixtures/rows").join(case);
    let mut sheets = source::read(&support::path("fixtures/rows"), Some(&folder));
    let second = folder.join("pendanaan-kedua.csv");
    if second.is_file() {
        let title = ["Rencana Program dan Pendanaan Bidang".to_owned()];
        let mut sheet = grid::table(&pendanaan::SCHEMA, &title, "2024", &source::rows(&second));
        "Pendanaan bidang".clone_into(&mut sheet.name);
        sheets.push(sheet);
    }
    change(&mut sheets);
    let regulation = if folder.join("pendanaan.csv").is_file() {
        "inmendagri-2-2025"
    } else {
        "permendagri-86-2017"
    };
    let options = Options {
        peraturan: Some(regulation.to_owned()),
        ..Options::default()
    };
    let workbook = to_workbook::workbook("dishub.xlsx", &sheets);
    pipeline::inspect_workbook(support::library(), workbook, &options).unwrap()
}

/// The rows of a table as the templates get them, one a line.
fn table(inspection: &Inspection, lembar: &str) -> String {
    let json: Value =
        serde_json::from_slice(&inspection.document(true).to_json().unwrap()).unwrap();
    let mut list = String::new();
    let tables = json["tabel"].as_object().unwrap().values();
    for table in tables.filter(|table| table["lembar"] == lembar) {
        let rows = table["matriks"]["baris"].as_array();
        let rows = rows.or_else(|| table["baris"].as_array());
        let rows = rows.or_else(|| table["tujuan"].as_array());
        for row in rows.unwrap() {
            let mut cells = Vec::new();
            if let Some(sel) = row["sel"].as_array() {
                cells.push(row["jenis"].to_string());
                cells.extend(sel.iter().map(|sel| sel["teks"].to_string()));
            } else {
                let cell = |(key, value): (&String, &Value)| format!("{key}={value}");
                let filled = row
                    .as_object()
                    .unwrap()
                    .iter()
                    .filter(|(_, v)| !v.is_null());
                cells.extend(filled.map(cell));
            }
            writeln!(list, "{}", cells.join(" | ")).unwrap();
        }
    }
    list
}

/// Findings about rows and sums.
fn findings(inspection: &Inspection) -> String {
    let about = [
        "R012", "R013", "R016", "R017", "R023", "R024", "R026", "R091", "R093",
    ];
    let mut list = Diagnostics::new();
    for finding in &inspection.findings {
        let code = finding.code.to_string();
        if code.starts_with('N') || code == "S036" || about.contains(&code.as_str()) {
            list.emit(finding.clone());
        }
    }
    support::print(&list)
}

#[test]
fn every_row_is_printed_as_typed() {
    for entry in fs::read_dir(support::path("fixtures/rows")).unwrap() {
        let entry = entry.unwrap();
        if !entry.path().is_dir() {
            continue;
        }
        let case = entry.file_name().into_string().unwrap();
        let inspection = inspect(&case);
        let mut shown = String::new();
        for lembar in [
            "pendanaan",
            "t-c-27",
            "t-c-25",
            "t-c-23",
            "t-c-24",
            "pegawai",
            "sarana",
        ] {
            if entry.path().join(format!("{lembar}.csv")).is_file() {
                let rows = table(&inspection, lembar);
                assert!(!rows.is_empty(), "{case}: {lembar} has no rows");
                writeln!(shown, "{lembar}\n{rows}").unwrap();
            }
        }
        shown.push_str(&findings(&inspection));
        insta::assert_snapshot!(format!("rows__{case}"), shown);
    }
}

/// Money of elements as the checks count it, first year.
fn pagu(inspection: &Inspection) -> Vec<(String, String)> {
    let amount = |row: &renstra::model::PaguRow| {
        let first = row.pagu().values().next().and_then(|entry| entry.value());
        let first = first.map(ToString::to_string).unwrap_or_default();
        (row.kode.value.to_string(), first)
    };
    let mut list = Vec::new();
    for program in &inspection.renstra.pendanaan.program {
        list.push(amount(&program.baris));
        for kegiatan in &program.kegiatan {
            list.push(amount(&kegiatan.baris));
            list.extend(kegiatan.sub_kegiatan.iter().map(|sub| amount(&sub.baris)));
        }
    }
    list
}

#[test]
fn an_element_has_the_money_of_its_own_rows() {
    let of = |case: &str, kode: &str| -> Vec<String> {
        let list = pagu(&inspect(case)).into_iter();
        list.filter(|(own, _)| own == kode)
            .map(|(_, pagu)| pagu)
            .collect()
    };
    let kegiatan = "2.15.02.2.02";
    assert_eq!(
        of("outcome-between-sub-kegiatan", kegiatan),
        ["701.000.001"]
    );
    assert_eq!(
        of("outcome-between-sub-kegiatan", "2.15.02.2.02.0001"),
        ["301.000.001"]
    );
    assert_eq!(of("name-without-kode", kegiatan), ["301.000.001"]);
    assert_eq!(of("outcome-again-for-a-unit", "2.15.02"), ["701.000.001"]);
    assert_eq!(
        of("outcome-again-for-a-unit", kegiatan),
        ["301.000.001", "400.000.000", "0"]
    );
    assert_eq!(of("two-indicators-two-amounts", kegiatan), ["701.000.001"]);
    assert_eq!(
        of("kegiatan-twice", kegiatan),
        ["201.000.001", "500.000.000"]
    );
    assert_eq!(of("indicator-rows-of-t-c-27", kegiatan), ["701.000.001"]);
}

#[test]
fn a_kode_that_only_the_nomenclature_knows_is_not_printed() {
    let inspection = inspect("money-beside-names-only");
    let kegiatan = &inspection.renstra.pendanaan.program[0].kegiatan[0].baris;
    assert_eq!(kegiatan.kode.value.to_string(), "2.15.02.2.02");
    assert!(!table(&inspection, "pendanaan").contains("2.15.02.2.02"));
}

/// Adds columns behind the last one of the funding table: heading, and text of its
/// first row.
fn with_columns(case: &str, columns: &[(&str, &str)]) -> Inspection {
    inspect_with(case, |sheets| {
        let names = ["Pendanaan", "T-C.27"];
        let mut sheets = sheets.iter_mut();
        let sheet = sheets.find(|sheet| names.contains(&sheet.name.as_str()));
        let sheet = sheet.unwrap();
        let (top, last) = sheet.heading;
        for (heading, text) in columns {
            let col = u32::try_from(sheet.width.len()).unwrap();
            sheet.text(top, col, heading);
            sheet.merge.push((top, col, last, col));
            sheet.text(last + 1, col, text);
            sheet.width.push(14);
        }
    })
}

#[test]
fn a_column_that_the_form_has_not_is_printed_behind_its_own() {
    let two = [("Sumber Dana", "DAK Fisik"), ("Kelompok Sasaran", "Warga")];
    for (case, lembar) in [
        ("money-beside-names-only", "pendanaan"),
        ("indicator-rows-of-t-c-27", "t-c-27"),
    ] {
        let inspection = with_columns(case, &two);
        let rows = table(&inspection, lembar);
        let mut rows = rows.lines();
        let first = rows.find(|row| !row.starts_with("\"pita\"")).unwrap();
        assert!(first.ends_with(r#""DAK Fisik" | "Warga""#), "{first}");
        let said = support::print(&inspection.findings);
        assert!(said.contains("S048") && !said.contains("S004"), "{said}");
        let lost = inspection.audit.counts().lost;
        assert_eq!(lost, 0, "{lembar}");
    }
}

#[test]
fn a_column_that_the_form_has_not_keeps_the_heading_of_its_group() {
    let inspection = inspect_with("money-beside-names-only", |sheets| {
        let sheet = sheets.iter_mut().find(|sheet| sheet.name == "Pendanaan");
        let sheet = sheet.unwrap();
        let (top, last) = sheet.heading;
        let col = u32::try_from(sheet.width.len()).unwrap();
        sheet.text(top, col, "Sumber Dana");
        sheet.merge.push((top, col, top, col + 1));
        for (col, heading) in [(col, "DAU"), (col + 1, "DAK")] {
            sheet.text(top + 1, col, heading);
            sheet.merge.push((top + 1, col, last, col));
            sheet.text(last + 1, col, "ya");
            sheet.width.push(14);
        }
    });
    let json = inspection.document(true).to_json().unwrap();
    let json = String::from_utf8(json).unwrap();
    assert!(json.contains("Sumber Dana DAU") && json.contains("Sumber Dana DAK"));
}

#[test]
fn more_columns_than_a_page_has_room_for_are_named_one_by_one() {
    let four = ["Satu", "Dua", "Tiga", "Empat"].map(|heading| (heading, "isi"));
    let inspection = with_columns("money-beside-names-only", &four);
    assert!(!table(&inspection, "pendanaan").contains("isi"));
    let said = support::print(&inspection.findings);
    assert_eq!(said.matches("S004").count(), 4, "{said}");
    assert!(said.contains("tidak dicetak (1 sel terisi)"), "{said}");
}
