//! What is different between two documents, and nothing else.

mod annex;
mod renja;
mod samples;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use renstra::comparison::{Comparison, Fate};
use renstra::diagnostic::Diagnostics;
use renstra::pipeline::{self, Options};
use renstra::workbook::{self, Value};

use crate::pdf::read_back;
use crate::plants::edit;
use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_xlsx};

/// Sheets of the small agency.
fn small() -> Vec<Grid> {
    source::read(&support::path("fixtures/small-opd"), None)
}

fn city(opd: &str) -> Vec<Grid> {
    source::read(
        &support::path("fixtures/kota-pasuruan/source").join(opd),
        None,
    )
}

fn save(folder: &Path, name: &str, grid: &[Grid]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, to_xlsx::xlsx(grid)).unwrap();
    path
}

fn compare(a: &Path, b: &Path) -> Comparison {
    let mut out = Diagnostics::new();
    let library = support::library();
    let options = Options::default();
    let compared = pipeline::compare(library, [a, b], &options, &mut out).unwrap();
    assert!(out.is_empty(), "{}", support::print(&out));
    compared.unwrap()
}

fn compare_grids(a: &[Grid], b: &[Grid]) -> Comparison {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (
        save(folder.path(), "lama.xlsx", a),
        save(folder.path(), "baru.xlsx", b),
    );
    compare(&a, &b)
}

/// Every difference by its kind and the kode or title of what it is in.
fn differences(comparison: &Comparison) -> Vec<String> {
    let mut list = Vec::new();
    for change in &comparison.identitas {
        list.push(format!("identitas {}", change.hal));
    }
    for line in &comparison.baris {
        let name = line.kode.as_deref().unwrap_or(&line.uraian);
        if matches!(line.keterangan, Fate::Baru | Fate::Dihapus) {
            list.push(format!("{} {name}", line.keterangan.word()));
            continue;
        }
        for change in &line.perubahan {
            list.push(format!("{} {name}", change.hal));
        }
        for measure in &line.indikator {
            if matches!(measure.keterangan, Fate::Baru | Fate::Dihapus) {
                list.push(format!("indikator {} {name}", measure.keterangan.word()));
            }
            for change in &measure.perubahan {
                list.push(format!("{} {name}", change.hal));
            }
        }
    }
    for passage in &comparison.narasi {
        list.push(format!("narasi {}", passage.subbab));
    }
    for table in &comparison.tabel {
        list.push(format!("tabel {}", table.tabel));
    }
    assert_eq!(list.len(), comparison.perubahan, "{list:#?}");
    list.sort();
    list
}

/// Row of the sheet whose cell in a column says `text`.
fn row(grid: &Grid, text: &str) -> u32 {
    let found = grid
        .cell
        .iter()
        .find(|(_, cell)| **cell == Content::Text(text.to_owned()));
    found.unwrap_or_else(|| panic!("no {text}")).0.0
}

fn sheet<'g>(grid: &'g mut [Grid], name: &str) -> &'g mut Grid {
    grid.iter_mut().find(|grid| grid.name == name).unwrap()
}

/// Column whose heading says `text`.
fn column(grid: &Grid, text: &str) -> u32 {
    let mut cells = grid.cell.iter();
    let found = cells.find(|((row, _), cell)| {
        *row >= grid.heading.0
            && *row <= grid.heading.1
            && matches!(cell, Content::Text(own) if own.starts_with(text))
    });
    found.unwrap_or_else(|| panic!("no heading {text}")).0.1
}

#[test]
fn a_workbook_differs_in_nothing_from_itself() {
    for opd in [
        "dinas-kesehatan",
        "kecamatan-gadingrejo",
        "bappelitbangda",
        "dinas-perhubungan-2025",
    ] {
        let path = support::path(&format!("fixtures/kota-pasuruan/opd/{opd}.xlsx"));
        let comparison = compare(&path, &path);
        assert_eq!(
            comparison.perubahan,
            0,
            "{opd}: {:#?}",
            differences(&comparison)
        );
        assert!(
            comparison.catatan.is_empty(),
            "{opd}: {:?}",
            comparison.catatan
        );
        assert!(!comparison.baris.is_empty());
    }
}

#[test]
fn ten_kinds_of_change_are_said_and_no_other() {
    let before = small();
    let mut after = small();
    let table = sheet(&mut after, "T-C.27");
    let (kode, uraian) = (column(table, "Kode"), column(table, "Program, Kegiatan"));
    let (satuan, unit) = (column(table, "Satuan"), column(table, "Unit Kerja"));
    let at = |table: &Grid, kode: &str| row(table, kode);
    // 1 money, 2 a target, 3 a unit of measure, 4 the unit in charge.
    let sub = at(table, "2.15.02.2.09.02");
    let program = at(table, "2.15.02");
    let terminal = at(table, "2.15.02.2.03.01");
    let first_money = table
        .cell
        .iter()
        .find(|((row, _), cell)| *row == sub && matches!(cell, Content::Money(_)))
        .map(|((_, col), _)| *col)
        .unwrap();
    table
        .cell
        .insert((sub, first_money), Content::Money(210_000_000));
    table
        .cell
        .insert((program, first_money - 1), Content::Number(61.0));
    table.text(terminal, satuan, "Laporan");
    table.text(at(table, "2.15.02.2.09"), unit, "Sekretariat");
    // 5 a name, 6 a kode, 7 the words of an indicator.
    table.text(
        at(table, "2.15.01.2.01"),
        uraian,
        "Perencanaan dan Evaluasi Kinerja Perangkat Daerah",
    );
    let dokumen = at(table, "2.15.01.2.01.01");
    table.text(dokumen, kode, "2.15.01.2.01.02");
    table.text(terminal, uraian + 1, "Jumlah dokumen rencana induk");
    // 8 an indicator that is gone.
    let rapat = row(table, "Jumlah rapat koordinasi");
    table.cell.retain(|(row, _), _| *row != rapat);
    // 9 a text, 10 a cell of another table.
    edit::apply(&mut after, "Narasi!B4 + Alinea tambahan tentang perubahan.");
    let pegawai = sheet(&mut after, "Konfirmasi");
    let officer = row(pegawai, "Sekretariat");
    pegawai.text(officer, 2, "PEJABAT LAIN");
    let found = differences(&compare_grids(&before, &after));
    assert_eq!(found.len(), 10, "{found:#?}");
    for wanted in [
        "pagu 2.15.02.2.09.02",
        "target 2.15.02",
        "satuan 2.15.02.2.03.01",
        "unit 2.15.02.2.09",
        "uraian 2.15.01.2.01",
        "kode 2.15.01.2.01.02",
        "indikator 2.15.02.2.03.01",
        "indikator dihapus 2.15.02.2.09.02",
        "tabel Konfirmasi",
    ] {
        assert!(
            found.iter().any(|line| line == wanted),
            "{wanted}: {found:#?}"
        );
    }
    assert!(
        found.iter().any(|line| line.starts_with("narasi ")),
        "{found:#?}"
    );
}

#[test]
fn rows_that_come_and_go_are_new_and_gone_with_their_money() {
    let before = small();
    let mut after = small();
    let table = sheet(&mut after, "T-C.27");
    let (kode, uraian) = (column(table, "Kode"), column(table, "Program, Kegiatan"));
    let at = row(table, "2.15.02.2.03.01");
    table.text(at, kode, "2.15.02.2.03.05");
    table.text(at, uraian, "Rehabilitasi dan Pemeliharaan Terminal");
    let comparison = compare_grids(&before, &after);
    let found = differences(&comparison);
    assert_eq!(found, ["baru 2.15.02.2.03.05", "dihapus 2.15.02.2.03.01"]);
    let gone = comparison
        .baris
        .iter()
        .find(|line| line.keterangan == Fate::Dihapus)
        .unwrap();
    let money = gone.pagu.as_ref().unwrap();
    assert_eq!(money.semula[0].unwrap().to_string(), "300.000.000");
    assert_eq!(money.menjadi[0], None);
    assert_eq!(money.selisih[0].unwrap().to_string(), "-300.000.000");
}

#[test]
fn a_plan_is_compared_with_what_the_rpjmd_gives_to_its_agency() {
    let rpjmd = support::path("fixtures/kota-pasuruan/rpjmd.xlsx");
    let plan = support::path("fixtures/kota-pasuruan/opd/dinas-kesehatan.xlsx");
    let comparison = compare(&rpjmd, &plan);
    assert_eq!(comparison.semula.sebutan, "RPJMD");
    assert_eq!(comparison.menjadi.sebutan, "Renstra");
    // Program penunjang are not in the RPJMD; the others say what it says.
    let other = comparison.baris.iter().filter(|line| !line.is_same());
    for line in other {
        assert_eq!(
            line.keterangan,
            Fate::Baru,
            "{:?} {:?}",
            line.kode,
            line.perubahan
        );
    }
    assert!(
        comparison
            .baris
            .iter()
            .any(renstra::comparison::Line::is_same)
    );
    let said = comparison.catatan.join("\n");
    assert!(
        said.contains("kegiatan"),
        "what the RPJMD has not is named: {said}"
    );
}

#[test]
fn an_export_of_the_funding_table_alone_is_compared_as_far_as_it_goes() {
    let whole = city("dinas-perhubungan-2025");
    let mut export = whole.clone();
    export.retain(|grid| grid.name == "Pendanaan");
    let table = &mut export[0];
    let (unit, first) = (column(table, "Perangkat Daerah"), table.heading.1 + 1);
    for ((row, col), cell) in &mut table.cell {
        if *col == unit && *row >= first {
            *cell = Content::Text("2.15.0.00.0.00.01.0000 - DINAS PERHUBUNGAN".to_owned());
        }
    }
    let comparison = compare_grids(&export, &whole);
    assert_eq!(comparison.perubahan, 0, "{:#?}", differences(&comparison));
    let said = comparison.catatan.join("\n");
    assert!(
        said.contains("lama.xlsx tidak memuat tabel untuk: tujuan"),
        "{said}"
    );
    assert!(comparison.baris.iter().any(|line| line.kode.is_some()));
}

#[test]
fn two_regulations_and_agencies_are_said_first() {
    let a = support::path("fixtures/kota-pasuruan/opd/dinas-kesehatan.xlsx");
    let b = support::path("fixtures/kota-pasuruan/opd/dinas-perhubungan-2025.xlsx");
    let comparison = compare(&a, &b);
    let said = comparison.catatan.join("\n");
    for what in [
        "Perangkat Daerah berbeda",
        "periode berbeda",
        "peraturan berbeda",
        "hanya ada pada",
    ] {
        assert!(said.contains(what), "{what}: {said}");
    }
}

#[test]
fn the_matrix_holds_both_figures_and_their_difference() {
    let mut after = small();
    edit::apply(&mut after, "Narasi!B4 ~ Renstra => Renstra Perubahan");
    let table = sheet(&mut after, "T-C.27");
    let sub = row(table, "2.15.02.2.09.02");
    let col = table
        .cell
        .iter()
        .find(|((row, _), cell)| *row == sub && matches!(cell, Content::Money(_)))
        .map(|((_, col), _)| *col)
        .unwrap();
    table.cell.insert((sub, col), Content::Money(190_000_000));
    let mut comparison = compare_grids(&small(), &after);
    comparison.keep_changes();
    let printout = pipeline::print_comparison(support::library(), &comparison).unwrap();
    assert!(
        printout.findings.is_empty(),
        "{}",
        support::print(&printout.findings)
    );
    let printed = read_back(&printout.pdf(None).unwrap()).squeezed();
    for part in [
        "200.000.000",
        "190.000.000",
        "(10.000.000)",
        "2.15.02.2.09.02",
        "MATRIKSPERUBAHAN",
    ] {
        assert!(printed.contains(part), "{part} is not printed: {printed}");
    }
    let bytes = pipeline::comparison_workbook(&comparison).unwrap();
    let book = workbook::from_bytes("matriks.xlsx", bytes).unwrap();
    let has = |wanted: i64| {
        let mut cells = book.sheet[0].cell.values();
        cells.any(|cell| matches!(&cell.value, Value::Number(n) if *n == wanted.into()))
    };
    assert!(has(200_000_000) && has(190_000_000) && has(-10_000_000));
    assert_eq!(book.category.as_deref(), Some(renstra::model::KELUARAN));
}

/// A row's name stands on the page of its money or of its first indicator.
#[test]
fn no_page_of_the_matrix_ends_with_a_name_alone() {
    let plan = support::path("fixtures/kota-pasuruan/opd/dinas-kesehatan.xlsx");
    let printout = pipeline::print_comparison(support::library(), &compare(&plan, &plan)).unwrap();
    let pages = renstra::typeset::text_by_page(&printout.typeset);
    let names = ["PROGRAM", "KEGIATAN", "SUB KEGIATAN", "SASARAN", "TUJUAN"];
    let mut seen = 0;
    for (page, items) in (1..).zip(&pages) {
        let lowest = |words: &[&str]| {
            let own = items
                .iter()
                .filter(|item| words.contains(&item.text.trim()));
            own.map(|item| item.y_pt).max_by(f64::total_cmp)
        };
        let (Some(name), Some(below)) = (lowest(&names), lowest(&["Menjadi"])) else {
            continue;
        };
        assert!(name < below, "page {page} ends with a name");
        seen += 1;
    }
    assert!(seen > 10, "{seen} pages");
}

fn run(arg: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(arg)
        .output()
        .unwrap()
}

#[test]
fn the_command_answers_on_the_screen_and_in_files() {
    let folder = tempfile::tempdir().unwrap();
    let mut after = small();
    let table = sheet(&mut after, "T-C.27");
    let at = row(table, "2.15.02.2.09");
    let unit = column(table, "Unit Kerja");
    table.text(at, unit, "Sekretariat");
    let a = save(folder.path(), "lama.xlsx", &small());
    let b = save(folder.path(), "baru.xlsx", &after);
    let (a, b) = (a.to_str().unwrap(), b.to_str().unwrap());
    let output = run(&["banding", a, b]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("berpindah unit") && said.contains("Sekretariat"),
        "{said}"
    );
    assert!(said.contains("jumlah: 1 perbedaan"), "{said}");
    let json = run(&["compare", a, b, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["perubahan"], 1);
    for name in ["hasil.pdf", "hasil.xlsx"] {
        let path = folder.path().join(name);
        let output = run(&["compare", a, b, "-o", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0));
        assert!(path.is_file(), "{name}");
    }
    assert_eq!(
        run(&["compare", a, b, "-o", "hasil.doc"]).status.code(),
        Some(2)
    );
    // What is neither plan nor RPJMD is a finding.
    let output = folder.path().join("hasil.xlsx");
    let refused = run(&["compare", a, output.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("W112"), "{said}");
}
