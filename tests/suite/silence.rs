//! What a user typed is printed or said to be missing: nothing is dropped in silence.

use renstra::diagnostic::Diagnostics;
use renstra::model::Worksheet;
use renstra::pipeline::Inspection;
use renstra::sheets::{self, Sheets};

use crate::support::case::Case;
use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_workbook};

const SMALL: &str = "fixtures/small-opd";
const DISHUB: &str = "fixtures/kota-pasuruan/source/dinas-perhubungan-2025";

fn read(change: impl FnOnce(&mut Vec<Grid>)) -> (Sheets, Diagnostics) {
    let mut grid = source::read(&support::path(SMALL), None);
    change(&mut grid);
    let mut out = Diagnostics::new();
    let workbook = to_workbook::workbook("dinas-contoh.xlsx", &grid);
    let sheets = sheets::read(&workbook, &mut out);
    out.sort();
    (sheets, out)
}

fn plan(folder: &str, change: impl FnOnce(&mut Vec<Grid>)) -> Inspection {
    Case::of(folder).sheets(change).inspect()
}

fn sheet<'a>(grid: &'a mut [Grid], name: &str) -> &'a mut Grid {
    grid.iter_mut().find(|grid| grid.name == name).unwrap()
}

/// Where a text stands on a sheet.
fn place(grid: &Grid, text: &str) -> (u32, u32) {
    let found = grid.cell.iter().find(|(_, content)| match content {
        Content::Text(own) => own == text,
        _ => false,
    });
    *found.unwrap().0
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

#[test]
fn an_identifier_that_lost_its_last_digits_is_said_and_not_printed() {
    let plan = plan(SMALL, |grid| {
        let identitas = sheet(grid, "Identitas");
        let (row, col) = place(identitas, "NIP");
        let number = Content::Number(196_801_011_995_031_000.0);
        identitas.cell.insert((row, col + 1), number);
    });
    let said = support::print(&plan.findings);
    assert!(said.contains("galat[S025]"), "{said}");
    assert!(said.contains("Identitas!B"), "{said}");
    assert_eq!(plan.findings.iter().count(), 1, "{said}");
    assert!(plan.renstra.identitas.kepala.nip.value().is_none());
}

#[test]
fn a_total_of_staff_is_no_kind_of_staff() {
    let clean = plan(SMALL, |_| {});
    let plan = plan(SMALL, |grid| {
        let table = sheet(grid, "Pegawai");
        let (below, col) = place(table, "SMA");
        table.text(below + 1, col - 1, "JUMLAH");
        for (at, number) in (1..).zip([4.0, 3.0, 7.0]) {
            table
                .cell
                .insert((below + 1, col + at), Content::Number(number));
        }
    });
    let said = support::print(&plan.findings);
    assert!(plan.findings.is_empty(), "{said}");
    assert_eq!(plan.renstra.pegawai.len(), clean.renstra.pegawai.len());
    assert_eq!(plan.renstra.baris_jumlah.len(), 1);
    assert_eq!(plan.renstra.baris_jumlah[0].kolom[2].bagian.len(), 2);
}

/// Rows seen, used and reported of a worksheet.
fn count(plan: &Inspection, lembar: Worksheet) -> (usize, usize, usize) {
    let entry = plan
        .account
        .iter()
        .find(|entry| entry.id == Some(lembar))
        .unwrap();
    assert_eq!(entry.seen, entry.used + entry.reported);
    (entry.seen, entry.used, entry.reported)
}

#[test]
fn a_row_whose_kode_cannot_be_read_is_printed_and_no_sum_misses_it() {
    let (all, ..) = count(&plan(DISHUB, |_| {}), Worksheet::Pendanaan);
    let plan = plan(DISHUB, |grid| {
        let table = sheet(grid, "Pendanaan");
        let sub = table.cell.values_mut().find_map(|content| match content {
            Content::Text(text) if text.starts_with("2.15.01.2.09.0002") => Some(text),
            _ => None,
        });
        let sub = sub.unwrap();
        *sub = sub.replacen("2.15.01.2.09.0002", "2.15.01.2.09.2", 1);
    });
    let said = support::print(&plan.findings);
    assert_eq!(plan.findings.iter().count(), 1, "{said}");
    assert!(said.contains("galat[S015]"), "{said}");
    let json = String::from_utf8(plan.document(true).to_json().unwrap()).unwrap();
    assert!(json.contains("\"2.15.01.2.09.2 - "), "the row as typed");
    assert_eq!(count(&plan, Worksheet::Pendanaan), (all, all, 0));
}

#[test]
fn prose_without_a_place_and_without_words_is_not_counted_as_used() {
    let (all, ..) = count(&plan(SMALL, |_| {}), Worksheet::Narasi);
    let plan = plan(SMALL, |grid| {
        let narasi = sheet(grid, "Narasi");
        let below = narasi.cell.keys().map(|(row, _)| *row).max().unwrap() + 1;
        narasi.text(below, 0, "9.9 Lain-lain");
        narasi.text(below, 1, "Teks yang tidak bertempat.");
        narasi.text(below + 1, 0, "9.8 Kosong");
        narasi.text(below + 1, 1, "-");
    });
    assert_eq!(count(&plan, Worksheet::Narasi), (all + 1, all, 1));
}

#[test]
fn values_beside_a_table_are_named_once_a_sheet() {
    let plan = plan(DISHUB, |grid| {
        for (name, row, col, text) in [
            ("Pegawai", 7, 7, "catatan satu"),
            ("Pegawai", 8, 6, "catatan dua"),
            ("Pegawai", 9, 6, "–"),
            ("Tujuan Sasaran", 2, 0, "catatan tiga"),
            ("Struktur", 5, 6, "catatan empat"),
            ("Narasi", 3, 2, "catatan lima"),
            ("Identitas", 4, 3, "catatan enam"),
        ] {
            sheet(grid, name).text(row, col, text);
        }
        for row in 6..12 {
            sheet(grid, "IKU")
                .cell
                .insert((row, 16), Content::Number(f64::from(row)));
        }
    });
    let said = support::print(&plan.findings);
    assert_eq!(plan.findings.iter().count(), 6, "{said}");
    assert!(plan.findings.iter().all(|finding| finding.code.0 == "S026"));
    for part in [
        "tidak dicetak: H8 \"catatan satu\", G9 \"catatan dua\"\n",
        "Tujuan Sasaran!A3",
        "Struktur!G6",
        "Narasi!C4",
        "Identitas!D5",
        "Q7 \"6\", Q8 \"7\", Q9 \"8\", Q10 \"9\", … (6 sel)",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn helper_columns_and_running_numbers_beside_a_table_are_no_finding() {
    let (_, out) = read(|grid| {
        let table = sheet(grid, "T-C.28");
        let content = std::mem::take(&mut table.cell);
        table.cell = content
            .into_iter()
            .map(|((row, col), content)| ((row, col + 1), content))
            .collect();
        for merge in &mut table.merge {
            merge.1 += 1;
            merge.3 += 1;
        }
        let first = table.heading.1 + 1;
        table.cell.insert((first, 0), Content::Number(1.0));
    });
    assert!(out.is_empty(), "{}", support::print(&out));
    let mut grid = source::read(&support::path(SMALL), None);
    sheet(&mut grid, "T-C.28").text(6, 40, "hitungan");
    let mut workbook = to_workbook::workbook("dinas-contoh.xlsx", &grid);
    let hidden = workbook
        .sheet
        .iter_mut()
        .find(|sheet| &*sheet.name == "T-C.28");
    hidden.unwrap().hidden_col.push(40);
    let mut out = Diagnostics::new();
    sheets::read(&workbook, &mut out);
    assert!(out.is_empty(), "{}", support::print(&out));
}
