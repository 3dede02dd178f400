//! Rounds of verification: what came back is read however its rows stand, findings are known
//! again wherever their rows have moved to, and answers are carried on.

use std::path::{Path, PathBuf};
use std::process::{self, Command};

use renstra::diagnostic::{CellRef, Diagnostics};
use renstra::pipeline::{Inspection, Output, PrintOptions, ReturnedNote};
use renstra::workbook::{self, Area, Cell, Sheet, Value, Workbook};

use crate::pdf::read_back;
use crate::plants::edit;
use crate::support::grid::{Content, Grid};
use crate::support::{self, case, source, to_xlsx};

/// The small agency with six faults of its funding table.
fn faulty() -> Vec<Grid> {
    let mut grid = source::read(&support::path("fixtures/small-opd"), None);
    let table = grid.iter_mut().find(|grid| grid.name == "T-C.27").unwrap();
    let satuan = column(table, "Satuan");
    for kode in [
        "2.15.02",
        "2.15.02.2.03",
        "2.15.02.2.03.01",
        "2.15.02.2.09",
        "2.15.01.2.01",
    ] {
        let at = row(table, kode);
        table.cell.remove(&(at, satuan));
    }
    grid
}

fn row(grid: &Grid, text: &str) -> u32 {
    let wanted = Content::Text(text.to_owned());
    grid.cell
        .iter()
        .find(|(_, cell)| **cell == wanted)
        .unwrap()
        .0
        .0
}

fn column(grid: &Grid, text: &str) -> u32 {
    let is = |cell: &Content| matches!(cell, Content::Text(own) if own.starts_with(text));
    grid.cell
        .iter()
        .find(|((row, _), cell)| *row > 1 && is(cell))
        .unwrap()
        .0
        .1
}

fn inspect(grid: &[Grid]) -> Inspection {
    case::inspect(grid)
}

/// The note of an inspection as it is written, read as a workbook.
fn note(inspection: &Inspection) -> Workbook {
    let bytes = inspection.verifikasi_workbook("dinas-contoh.xlsx").unwrap();
    workbook::from_bytes("dinas-contoh-verifikasi.xlsx", bytes).unwrap()
}

fn read(workbook: &Workbook) -> (ReturnedNote, Diagnostics) {
    let mut out = Diagnostics::new();
    let note = renstra::verifikasi::read_note(workbook, &mut out);
    (note.unwrap(), out)
}

fn line(inspection: &Inspection) -> String {
    inspection.verifikasi().round().unwrap().line()
}

fn temuan(workbook: &mut Workbook) -> &mut Sheet {
    workbook
        .sheet
        .iter_mut()
        .find(|sheet| &*sheet.name == "Temuan")
        .unwrap()
}

fn put(sheet: &mut Sheet, row: u32, col: u32, text: &str) {
    let cell = Cell {
        value: Value::Text(text.to_owned()),
        format: None,
    };
    sheet.cell.insert(CellRef::new(row, col), cell);
}

/// Columns of the note: status, answer, day, by whom.
const STATUS: u32 = 9;
const ANSWER: u32 = 10;

/// Findings about satuan, the first row of which is 4 in the note.
fn rows(sheet: &Sheet) -> Vec<u32> {
    let code = sheet
        .cell
        .iter()
        .filter(|(at, _)| at.col == 4 && at.row > 3);
    code.map(|(at, _)| at.row).collect()
}

#[test]
fn the_note_asks_for_status_answer_day_and_name() {
    let inspection = inspect(&faulty());
    let mut book = note(&inspection);
    let name: Vec<String> = book
        .sheet
        .iter()
        .map(|sheet| sheet.name.to_string())
        .collect();
    assert!(name.contains(&"Catatan Verifikator".to_owned()), "{name:?}");
    let sheet = temuan(&mut book);
    let head: Vec<String> = (STATUS..=12)
        .map(|col| renstra::sheets::shown(sheet.get(3, col).unwrap()))
        .collect();
    assert_eq!(
        head,
        ["Status", "Tanggapan PD", "Tanggal", "Diperiksa oleh"]
    );
    // What is read back without a change is the same round once more.
    let (read, out) = read(&book);
    assert!(out.is_empty(), "{}", support::print(&out));
    let count = inspection.findings.iter().count();
    assert!(count >= 5, "{count}");
    let mut again = inspect(&faulty());
    again.take_note(read, &mut Diagnostics::new());
    assert_eq!(
        line(&again),
        format!("Putaran 2: 0 selesai, {count} tetap, 0 baru, 0 dijawab")
    );
}

#[test]
fn counts_are_right_after_rows_were_inserted_and_some_were_mended() {
    let first = inspect(&faulty());
    let count = first.findings.iter().count();
    let mut book = note(&first);
    let sheet = temuan(&mut book);
    let row_of = |sheet: &Sheet, text: &str| {
        let found = sheet.cell.iter().find(|(at, cell)| {
            at.col == 13 && matches!(&cell.value, Value::Text(own) if own.contains(text))
        });
        found
            .unwrap_or_else(|| panic!("no finding about {text}"))
            .0
            .row
    };
    // One is answered, one is said to be mended and is not, one answer is taken.
    let answered = row_of(sheet, "2.15.02.2.09 ");
    put(sheet, answered, STATUS, "dijawab");
    put(sheet, answered, ANSWER, "Satuan mengikuti dokumen RPJMD");
    let claimed = row_of(sheet, "2.15.01.2.01 ");
    put(sheet, claimed, STATUS, "Sudah diperbaiki");
    // Two are mended; rows above all of them, and a new fault.
    let mut grid = faulty();
    let table = grid.iter_mut().find(|grid| grid.name == "T-C.27").unwrap();
    let satuan = column(table, "Satuan");
    let (a, b) = (row(table, "2.15.02"), row(table, "2.15.02.2.03"));
    table.text(a, satuan, "%");
    table.text(b, satuan, "Unit");
    let new = row(table, "2.15.01.2.01.01");
    table.cell.remove(&(new, satuan));
    for _ in 0..3 {
        insert_row(table, 2);
    }
    let (returned, out) = read(&book);
    assert!(out.is_empty(), "{}", support::print(&out));
    let mut second = inspect(&grid);
    second.take_note(returned, &mut Diagnostics::new());
    let now = second.findings.iter().count();
    assert_eq!(now, count - 1, "{}", support::print(&second.findings));
    let expected = format!("Putaran 2: 2 selesai, {} tetap, 1 baru, 1 dijawab", now - 2);
    assert_eq!(line(&second), expected);
    // The answer stands in the next note, and what was only said to be mended is open.
    let (third, _) = read(&note(&second));
    assert_eq!(third.putaran, 2);
    let answers: Vec<_> = third
        .temuan
        .iter()
        .filter_map(|one| one.jawaban.tanggapan.as_deref())
        .collect();
    assert_eq!(answers, ["Satuan mengikuti dokumen RPJMD"]);
}

/// An empty row above `at` and all below it.
fn insert_row(grid: &mut Grid, at: u32) {
    let moved = |row: u32| if row >= at { row + 1 } else { row };
    let cells = std::mem::take(&mut grid.cell);
    grid.cell = cells
        .into_iter()
        .map(|((row, col), cell)| ((moved(row), col), cell))
        .collect();
    for merge in &mut grid.merge {
        merge.0 = moved(merge.0);
        merge.2 = moved(merge.2);
    }
}

#[test]
fn a_note_that_was_sorted_merged_and_cut_by_hand_is_read_or_named() {
    let first = inspect(&faulty());
    let count = first.findings.iter().count();
    let mut book = note(&first);
    let sheet = temuan(&mut book);
    let numbered = rows(sheet);
    let (top, last) = (numbered[0], *numbered.last().unwrap());
    // The opposite order.
    let cells = std::mem::take(&mut sheet.cell);
    sheet.cell = cells
        .into_iter()
        .map(|(at, cell)| {
            let row = if at.row >= top {
                last - (at.row - top)
            } else {
                at.row
            };
            (CellRef::new(row, at.col), cell)
        })
        .collect();
    // One answer merged over three rows, a row deleted, a status of one's own.
    put(sheet, top, STATUS, "dijawab");
    put(sheet, top, ANSWER, "Akan diperbaiki pada rancangan akhir");
    for col in [STATUS, ANSWER] {
        for row in top + 1..top + 3 {
            sheet.cell.remove(&CellRef::new(row, col));
        }
        sheet.merged.push(Area {
            start: CellRef::new(top, col),
            end: CellRef::new(top + 2, col),
        });
    }
    sheet.cell.retain(|at, _| at.row != last);
    put(sheet, last - 1, STATUS, "entahlah");
    let (returned, out) = read(&book);
    let code: Vec<&str> = out.iter().map(|finding| finding.code.0).collect();
    assert_eq!(code, ["W132", "W131"], "{}", support::print(&out));
    let mut again = inspect(&faulty());
    again.take_note(returned, &mut Diagnostics::new());
    let expected = format!(
        "Putaran 2: 0 selesai, {} tetap, 1 baru, 3 dijawab",
        count - 4
    );
    assert_eq!(line(&again), expected);
}

#[test]
fn a_file_that_is_no_note_and_the_note_of_another_are_named() {
    let mut out = Diagnostics::new();
    let plan = workbook::read(support::small_workbook()).unwrap();
    assert!(renstra::verifikasi::read_note(&plan, &mut out).is_none());
    assert_eq!(out.iter().next().unwrap().code.0, "W130");
    let (mut other, _) = read(&note(&inspect(&faulty())));
    other.opd = Some("Dinas Lain".to_owned());
    let mut out = Diagnostics::new();
    inspect(&faulty()).take_note(other, &mut out);
    assert_eq!(out.iter().next().unwrap().code.0, "W133");
}

#[test]
fn the_minutes_have_the_counts_the_open_findings_and_both_signatures() {
    let first = inspect(&faulty());
    let mut book = note(&first);
    let sheet = temuan(&mut book);
    let at = rows(sheet)[0];
    put(sheet, at, ANSWER, "Sudah sesuai pedoman");
    let notes = book
        .sheet
        .iter_mut()
        .find(|sheet| &*sheet.name == "Catatan Verifikator")
        .unwrap();
    put(notes, 4, 1, "2.1");
    put(notes, 4, 2, "Jelaskan sumber daya aparatur");
    let (returned, _) = read(&book);
    let mut grid = faulty();
    edit::apply(&mut grid, "Narasi!B4 + Alinea lain.");
    let mut second = inspect(&grid);
    second.take_note(returned, &mut Diagnostics::new());
    let printed = second.print(
        support::library(),
        Output::BeritaAcara,
        &PrintOptions::default(),
    );
    let printout = printed.unwrap().unwrap();
    assert!(
        printout.findings.is_empty(),
        "{}",
        support::print(&printout.findings)
    );
    let printed = read_back(&printout.pdf(None).unwrap()).squeezed();
    for part in [
        "BERITAACARAVERIFIKASI",
        "putaran2",
        "KoordinatorTimVerifikasi",
        "KetuaTimPenyusunRenstra",
        "Sudahsesuaipedoman",
        "Jelaskansumberdayaaparatur",
    ] {
        assert!(printed.contains(part), "{part}: {printed}");
    }
}

fn run(arg: &[&str]) -> process::Output {
    Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(arg)
        .output()
        .unwrap()
}

fn save(folder: &Path, grid: &[Grid]) -> PathBuf {
    let path = folder.join("dinas-contoh.xlsx");
    std::fs::write(&path, to_xlsx::xlsx(grid)).unwrap();
    path
}

#[test]
fn the_command_reads_the_note_back_and_writes_the_next_with_its_minutes() {
    let folder = tempfile::tempdir().unwrap();
    let path = save(folder.path(), &faulty());
    let path = path.to_str().unwrap();
    run(&["check", path, "--report", "xlsx"]);
    let note = folder.path().join("dinas-contoh-verifikasi.xlsx");
    assert!(note.is_file());
    let note = note.to_str().unwrap();
    let output = run(&["check", path, "--putaran", note, "--report", "xlsx"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("Putaran 2: 0 selesai"), "{said}");
    for name in [
        "dinas-contoh-verifikasi-putaran-2.xlsx",
        "dinas-contoh-berita-acara-putaran-2.pdf",
    ] {
        assert!(folder.path().join(name).is_file(), "{name}");
    }
    // A folder gives the last round of each workbook.
    let here = folder.path().to_str().unwrap();
    let output = run(&["check", path, "--putaran", here]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("Putaran 3: 0 selesai"), "{said}");
    let over = run(&[
        "check",
        path,
        "--putaran",
        note,
        "--report",
        "xlsx",
        "-o",
        note,
    ]);
    assert_eq!(over.status.code(), Some(2));
}
