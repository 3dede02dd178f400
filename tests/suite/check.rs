//! `renstra check`: a check without errors means that `render` prints.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::{self, grid::Content, source, to_xlsx};

fn renstra(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renstra"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

/// The small agency with one cell of a sheet replaced, as a workbook of a name.
fn workbook(path: &Path, sheet: &str, old: &str, new: &str) -> String {
    let mut sheets = source::read(&support::path("fixtures/small-opd"), None);
    let mut all = sheets.iter_mut();
    let changed = all.find(|own| own.name == sheet).unwrap();
    let mut cells = changed.cell.values_mut();
    let is_old = |content: &&mut Content| **content == Content::Text(old.to_owned());
    *cells.find(is_old).unwrap() = Content::Text(new.to_owned());
    fs::write(path, to_xlsx::xlsx(&sheets)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_text_beyond_its_place_is_found_by_check_as_by_render() {
    let folder = tempfile::tempdir().unwrap();
    let word = "Pertanggungjawaban9".repeat(12);
    let path = folder.path().join("kantor.xlsx");
    let workbook = workbook(&path, "Struktur", "Kepala UPT Terminal", &word);
    let pdf = folder.path().join("dinas.pdf");
    let pdf = pdf.to_str().unwrap();
    let checked = renstra(&["check", &workbook]);
    assert!(said(&checked).contains("galat[T002]"), "{}", said(&checked));
    assert_eq!(checked.status.code(), Some(1));
    let rendered = renstra(&["render", &workbook, "-o", pdf]);
    assert!(said(&rendered).contains("galat[T002]"));
    assert_eq!(rendered.status.code(), Some(1));
    assert!(!Path::new(pdf).exists());
    for option in ["--tanpa-tata-letak", "--no-layout"] {
        let quick = renstra(&["check", &workbook, option]);
        assert_eq!(quick.status.code(), Some(0), "{}", said(&quick));
        assert!(said(&quick).contains("tata letak tidak diperiksa"));
    }
}

#[test]
fn a_check_says_whether_it_looked_at_the_pages() {
    let clean = renstra(&["check", support::small_workbook().to_str().unwrap()]);
    assert_eq!(clean.status.code(), Some(0), "{}", said(&clean));
    let text = said(&clean);
    let line = text.lines().find(|line| line.contains("tata letak:"));
    assert!(
        line.is_some_and(|line| line.ends_with(" halaman diperiksa")),
        "{text}"
    );

    let folder = tempfile::tempdir().unwrap();
    let case = support::path("fixtures/cases/r012-pagu-mismatch-kegiatan");
    let sheets = source::read(&support::path("fixtures/small-opd"), Some(&case));
    let path = folder.path().join("dinas.xlsx");
    fs::write(&path, to_xlsx::xlsx(&sheets)).unwrap();
    let broken = said(&renstra(&["check", path.to_str().unwrap()]));
    assert!(
        broken.contains("tata letak belum diperiksa karena masih ada galat"),
        "{broken}"
    );
    assert!(!broken.contains("[T0"), "{broken}");
}

#[test]
fn a_workbook_that_is_named_after_the_rpjmd_is_still_the_agencys() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas-sesuai-rpjmd.xlsx");
    fs::copy(support::small_workbook(), &path).unwrap();
    let said = said(&renstra(&["check", path.to_str().unwrap()]));
    assert!(said.contains("sel dibaca ="), "{said}");
}

#[test]
fn a_form_with_a_sheet_that_cannot_be_read_is_not_called_blank() {
    let folder = tempfile::tempdir().unwrap();
    let city = folder.path().to_str().unwrap();
    let made = renstra(&["init", city, "--opd", "Dinas", "--periode", "2021-2026"]);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let path = folder.path().join("opd/dinas.xlsx");
    let blank = said(&renstra(&["check", path.to_str().unwrap()]));
    assert!(blank.contains("galat[W113]"), "{blank}");

    let sheets = source::read(&support::path("fixtures/small-opd"), None);
    let mut few: Vec<_> = sheets.into_iter().take(1).collect();
    let mut funding = few[0].clone();
    "Pendanaan".clone_into(&mut funding.name);
    funding.cell.clear();
    for (col, text) in [
        "Kode",
        "Program dan Kegiatan",
        "Indikator",
        "Target Tahun 1",
        "Dana Tahun 1",
    ]
    .into_iter()
    .enumerate()
    {
        let col = u32::try_from(col).unwrap();
        funding.text(0, col, text);
        funding.text(1, col, "2.15.02");
    }
    few.push(funding);
    fs::write(&path, to_xlsx::xlsx(&few)).unwrap();
    let unread = said(&renstra(&["check", path.to_str().unwrap()]));
    assert!(unread.contains("galat[S006]"), "{unread}");
    assert!(!unread.contains("W113"), "{unread}");
}

/// Two workbooks of one agency are an error however they are named, unless they lie in two
/// folders: those may well be two versions of one plan.
#[test]
fn two_workbooks_of_one_agency_are_told_when_they_are_named_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::create_dir(at("lama")).unwrap();
    let changed = workbook(
        &folder.path().join("dinas-revisi.xlsx"),
        "Struktur",
        "Kepala UPT Terminal",
        "Kepala UPT Terminal Kota",
    );
    for name in ["dinas.xlsx", "lama/dinas.xlsx"] {
        fs::copy(support::small_workbook(), at(name)).unwrap();
    }
    let quick = "--tanpa-tata-letak";
    let twins = renstra(&["check", &at("dinas.xlsx"), &changed, quick]);
    assert_eq!(
        said(&twins).matches("galat[W101]").count(),
        2,
        "{}",
        said(&twins)
    );
    assert_eq!(twins.status.code(), Some(1));
    for other in [at("lama/dinas.xlsx"), at("dinas.xlsx")] {
        let apart = renstra(&["check", &at("dinas.xlsx"), &other, quick]);
        let said = said(&apart);
        assert!(!said.contains("W101") && !said.contains("W102"), "{said}");
    }
}
