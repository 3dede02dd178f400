//! One way to print: the same workbook gives the same bytes wherever it is printed.

use std::fs;
use std::path::Path;
use std::process::Command;

use renstra::pipeline::{self, Options, Output, PrintOptions, Version};
use renstra::preview::Choice;

use crate::serve::City;
use crate::support::{self, case, http};

/// Runs the program and gives what it said.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .env_remove("SOURCE_DATE_EPOCH")
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The same, and the file that its last argument names.
fn made(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let said = run(folder, arguments);
    let file = folder.join(arguments.last().unwrap());
    fs::read(file).unwrap_or_else(|why| panic!("{arguments:?}: {why}: {said}"))
}

#[test]
fn every_command_and_the_page_give_the_same_bytes() {
    let city = City::start();
    let folder = city.folder.path();
    let workbook = "opd/dinas bersih.xlsx";
    let page = |product: &str| {
        let address = format!("/api/opd/dinas%20bersih.xlsx/unduh/{product}");
        let answer = http::get(city.address(), &address);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.body
    };

    let document = made(folder, &["render", workbook, "-o", "satu.pdf"]);
    assert!(page("final") == document, "serve differs from render");
    let draft = made(
        folder,
        &["render", workbook, "--draft", "-o", "rancangan.pdf"],
    );
    assert!(page("rancangan") == draft, "serve differs from render");
    assert!(draft != document, "a draft is not marked");

    // In a run over the city the document's name is the agency's. Two workbooks of one
    // agency would stand in each other's way.
    fs::remove_file(city.path("dinas-galat.xlsx")).unwrap();
    run(folder, &["batch", ".", "-o", "hasil"]);
    let files = fs::read_dir(folder.join("hasil")).unwrap();
    let printed: Vec<Vec<u8>> = files
        .map(|file| file.unwrap().path())
        .filter(|file| file.extension().is_some_and(|ending| ending == "pdf"))
        .filter(|file| file.file_name().unwrap() != "rekap.pdf")
        .map(|file| fs::read(file).unwrap())
        .collect();
    assert_eq!(printed.len(), 1);
    assert!(printed[0] == document, "batch differs from render");

    let note = made(
        folder,
        &["check", workbook, "--report", "pdf", "-o", "catatan.pdf"],
    );
    assert!(page("verifikasi") == note, "serve differs from check");

    let library = support::library();
    let path = folder.join(workbook);
    let inspection = pipeline::inspect(library, &path, &Options::default()).unwrap();
    let typeset = inspection.typeset(library, false).unwrap();
    let chapter = Choice::parse(&["2".to_owned()], &[]).unwrap();
    let pages = chapter.pages(&inspection, &typeset).unwrap().to_string();
    let excerpt = made(
        folder,
        &["render", workbook, "--pages", &pages, "-o", "bab.pdf"],
    );
    let preview = made(
        folder,
        &["preview", workbook, "--bab", "2", "-o", "lihat.pdf"],
    );
    assert!(preview == excerpt, "preview differs from render --pages");
}

#[test]
fn an_error_refuses_the_document_and_no_other_output() {
    let case = support::path("fixtures/cases/r012-pagu-mismatch-kegiatan");
    let small = support::path("fixtures/small-opd");
    let grids = support::source::read(&small, Some(&case));
    let inspection = case::inspect(&grids);
    let print = |output: Output, version: Version| {
        let how = PrintOptions {
            version,
            ..PrintOptions::default()
        };
        inspection.print(support::library(), output, &how).unwrap()
    };
    let refusal = print(Output::Document, Version::Final).err().unwrap();
    assert_eq!(refusal.errors, 1);
    assert_eq!(
        refusal.to_string(),
        "dokumen final tidak dicetak: masih ada 1 galat"
    );
    for version in [Version::Draft, Version::Current] {
        let printout = print(Output::Document, version).unwrap();
        assert!(printout.typeset.is_draft(), "{version:?}");
    }
    assert!(print(Output::Verifikasi, Version::Final).is_ok());
}
