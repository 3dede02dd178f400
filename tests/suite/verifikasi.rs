//! The verifier's note: every finding with its cell, figures, basis and remedy; the matrix; the
//! tree; and the workbook of findings.

use std::io::Read;
use std::path::PathBuf;

use renstra::pipeline::{self, Inspection, Options, Output, PrintOptions};
use renstra::workbook::{self, Value};

use crate::pdf::{self, read_back, squeeze};
use crate::support::case::Case;
use crate::support::grid::{Content, Grid};
use crate::support::{self, case, source};

fn case(name: &str) -> Inspection {
    let over = support::path("fixtures/cases").join(name);
    let grid = source::read(&support::path("fixtures/small-opd"), Some(&over));
    case::inspect(&grid)
}

fn sample(opd: &str) -> Inspection {
    let path = support::path(&format!("fixtures/kota-pasuruan/opd/{opd}.xlsx"));
    pipeline::inspect(support::library(), &path, &Options::default()).unwrap()
}

/// The words of the note without blanks, so that line breaks do not matter.
fn print(inspection: &Inspection) -> String {
    pdf::printed(inspection, Output::Verifikasi)
}

#[test]
fn a_finding_is_printed_with_cell_figures_basis_and_remedy() {
    let inspection = case("r012-pagu-mismatch-kegiatan");
    let printed = print(&inspection);
    let finding = inspection.findings.iter().next().unwrap();
    assert_eq!(finding.code.0, "R012");
    let cell = finding.origin.cell.unwrap().to_string();
    for part in [
        "BAB VI",
        &cell,
        "R012",
        &finding.figure[0].value,
        &finding.figure[1].value,
        finding.basis.as_deref().unwrap(),
        "Koordinator Tim Verifikasi",
        "Ketua Tim Penyusun Renstra",
        "tidak ada; keselarasan dengan RPJMD tidak diperiksa",
    ] {
        assert!(printed.contains(&squeeze(part)), "{part} is not printed");
    }
    let remedy = squeeze(finding.hint.as_deref().unwrap());
    assert!(printed.contains(&remedy[1..]), "{remedy} is not printed");
}

#[test]
fn the_share_of_program_penunjang_is_stated() {
    let inspection = case("r012-pagu-mismatch-kegiatan");
    let note = inspection.verifikasi();
    let share = note.penunjang().unwrap();
    let figures = [&share.pagu, &share.jumlah, &share.persen];
    assert_eq!(figures, ["540.000.000", "3.180.000.000", "16,98"]);
    let printed = print(&inspection);
    let line = "Rp540.000.000 dari pagu seluruh program Rp3.180.000.000 (16,98 persen)";
    assert!(printed.contains(&squeeze(line)), "{printed}");
}

#[test]
fn every_case_can_be_printed() {
    for entry in std::fs::read_dir(support::path("fixtures/cases")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let inspection = case(&name);
        let note = inspection.verifikasi();
        assert_eq!(note.count(), inspection.findings.iter().count(), "{name}");
    }
}

#[test]
fn the_annexes_hold_every_programme_unit_and_node() {
    let inspection = sample("kecamatan-gadingrejo");
    let printed = print(&inspection);
    assert!(printed.contains("Tidakadatemuan"));
    assert!(printed.contains("selaras"));
    assert!(!printed.contains("tidakadapada"));
    for program in &inspection.renstra.pendanaan.program {
        for kegiatan in &program.kegiatan {
            for sub in &kegiatan.sub_kegiatan {
                let kode = sub.baris.kode.value.to_string();
                // Once in the list of units, once in the tree.
                assert!(printed.matches(&kode).count() >= 2, "{kode}");
            }
        }
    }
    for post in ["LurahBukir", "KepalaSeksiKetenteraman"] {
        assert!(printed.contains(post), "{post}");
    }
}

#[test]
fn each_unit_says_who_confirmed_it() {
    let printed = print(&sample("kecamatan-gadingrejo"));
    assert!(printed.contains("dikonfirmasiolehNAMAPEJABAT,14September2021"));
    assert!(!printed.contains("belumdikonfirmasi"));
    let inspection = case("r007-konfirmasi-incomplete");
    let printed = print(&inspection);
    // Nobody for Bidang Angkutan, and no name behind UPT Terminal.
    assert_eq!(printed.matches("belumdikonfirmasi").count(), 2);
    assert!(printed.contains("dikonfirmasiolehNAMAPEJABAT,(tanggalbelumdiisi)"));
    let bytes = inspection.verifikasi_workbook("dinas-contoh.xlsx").unwrap();
    let book = workbook::from_bytes("temuan.xlsx", bytes).unwrap();
    let cell = book.sheet[2].cell.values();
    let blank = cell
        .filter(|cell| matches!(&cell.value, Value::Text(text) if text == "belum dikonfirmasi"));
    assert_eq!(blank.count(), 6);
}

#[test]
fn the_workbook_of_findings_leads_to_the_cells() {
    let inspection = case("r012-pagu-mismatch-kegiatan");
    let bytes = inspection.verifikasi_workbook("dinas-contoh.xlsx").unwrap();
    let book = workbook::from_bytes("temuan.xlsx", bytes.clone()).unwrap();
    let name: Vec<&str> = book.sheet.iter().map(|sheet| &*sheet.name).collect();
    assert_eq!(name, ["Temuan", "Catatan Verifikator", "Penanggung Jawab"]);
    let codes = book.sheet[0]
        .cell
        .values()
        .filter(|cell| matches!(&cell.value, Value::Text(text) if text == "R012"));
    assert_eq!(codes.count(), inspection.findings.iter().count());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    zip.by_name("xl/worksheets/sheet1.xml")
        .unwrap()
        .read_to_string(&mut sheet)
        .unwrap();
    let cell = inspection
        .findings
        .iter()
        .next()
        .unwrap()
        .origin
        .cell
        .unwrap();
    assert!(
        sheet.contains(&format!("location=\"'T-C.27'!{cell}\"")),
        "{sheet}"
    );
}

#[test]
fn the_command_writes_a_note_for_each_workbook() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("catatan");
    std::fs::create_dir_all(&folder).unwrap();
    let city = support::path("fixtures/kota-pasuruan");
    let run = |output: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_renstra"))
            .args([
                "check",
                city.to_str().unwrap(),
                "--report",
                "xlsx",
                "-o",
                output,
            ])
            .output()
            .unwrap()
    };
    let done = run(&format!("{}/", folder.display()));
    assert!(done.status.success());
    for opd in ["dinas-kesehatan", "kecamatan-gadingrejo", "bappelitbangda"] {
        assert!(folder.join(format!("{opd}-verifikasi.xlsx")).is_file());
    }
    let refused = run("satu.xlsx");
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn signatures_stand_with_what_is_signed() {
    for inspection in [
        case("r012-pagu-mismatch-kegiatan"),
        sample("dinas-kesehatan"),
    ] {
        let printed = inspection.print(
            support::library(),
            Output::Verifikasi,
            &PrintOptions::default(),
        );
        let pdf = read_back(&printed.unwrap().unwrap().pdf(None).unwrap());
        let pages = pdf.page.iter().map(|page| squeeze(&page.text));
        let signed: Vec<String> = pages
            .filter(|page| page.contains("KoordinatorTimVerifikasi"))
            .collect();
        assert_eq!(signed.len(), 1);
        assert!(
            signed[0].contains("Catataninidisusunatasbukukerja"),
            "{}",
            signed[0]
        );
    }
}

/// Ends a line behind every third word of a sheet's longer texts, as a page does.
fn wrapped(grid: &mut Grid) {
    let first = grid.heading.1 + 1;
    let body = grid.cell.range_mut((first, 0)..);
    for (_, cell) in body {
        if let Content::Text(text) = cell {
            let words: Vec<&str> = text.split(' ').collect();
            let lines: Vec<String> = words.chunks(3).map(|line| line.join(" ")).collect();
            *text = lines.join("\n");
        }
    }
}

#[test]
fn a_fact_with_a_long_label_keeps_the_width_of_its_cell() {
    const LABEL: &str = "disambung:";
    let inspection = Case::small().sheet("T-C.26", wrapped).inspect();
    let printed = inspection.print(
        support::library(),
        Output::Verifikasi,
        &PrintOptions::default(),
    );
    let pdf = read_back(&printed.unwrap().unwrap().pdf(None).unwrap());
    let text: String = pdf.page.iter().map(|page| page.text.as_str()).collect();
    let (_, fact) = text.split_once(LABEL).expect("the fact is printed");
    let lines: Vec<usize> = fact
        .lines()
        .take(3)
        .map(|line| line.split_whitespace().count())
        .collect();
    assert!(
        lines.iter().sum::<usize>() > 2 * lines.len(),
        "{lines:?} {fact}"
    );
}
