//! The program as a user runs it: messages, exit codes, files that are whole or not there.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::{self, source, to_xlsx};

fn renstra(arg: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renstra"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("SOURCE_DATE_EPOCH")
        .args(arg)
        .output()
        .unwrap()
}

/// The small agency's workbook.
fn small() -> &'static str {
    support::small_workbook().to_str().unwrap()
}

/// Everything that was said, findings first.
fn message(output: &Output) -> String {
    let said = [output.stdout.as_slice(), &output.stderr].concat();
    String::from_utf8(said).unwrap()
}

/// A workbook with one broken rule.
fn broken(folder: &Path) -> String {
    let case = support::path("fixtures/cases/r012-pagu-mismatch-kegiatan");
    let grid = source::read(&support::path("fixtures/small-opd"), Some(&case));
    let path = folder.join("dinas.xlsx");
    fs::write(&path, to_xlsx::xlsx(&grid)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn the_same_workbook_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let print = |name: &str| {
        let path = folder.path().join(name);
        let output = renstra(&["render", small(), "-o", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{}", message(&output));
        fs::read(path).unwrap()
    };
    let first = print("a.pdf");
    assert!(first.starts_with(b"%PDF-"));
    assert!(first == print("b.pdf"), "two runs differ");
}

#[test]
fn an_error_refuses_the_final_document_and_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = broken(folder.path());
    let pdf = folder.path().join("dinas.pdf");
    fs::write(&pdf, "yang lama").unwrap();
    let output = renstra(&["render", &workbook]);
    assert_eq!(output.status.code(), Some(1));
    assert!(message(&output).contains("galat[R012]") && message(&output).contains("--draft"));
    assert_eq!(fs::read_to_string(&pdf).unwrap(), "yang lama");

    let output = renstra(&["render", &workbook, "--draft"]);
    assert_eq!(
        output.status.code(),
        Some(1),
        "a draft with errors still says so"
    );
    assert!(folder.path().join("dinas-rancangan.pdf").is_file());
    assert_eq!(fs::read_to_string(&pdf).unwrap(), "yang lama");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        3,
        "a temporary file was left"
    );
}

#[test]
fn exit_codes_tell_usage_from_failure() {
    for (arg, code, said) in [
        (vec!["check", small()], 0, "0 galat"),
        (vec!["check", "tidak-ada.xlsx"], 3, "tidak ditemukan"),
        (vec!["render"], 2, "belum disebut"),
        (vec!["chek", small()], 2, "maksud Anda"),
        (
            vec!["check", "--warna", small()],
            2,
            "bukan opsi yang dikenal",
        ),
        (
            vec!["init", "x", "--opd", "Dinas A", "Dinas B"],
            2,
            "sekali untuk setiap nilai",
        ),
        (
            vec!["render", small(), "-o", "x.doc"],
            2,
            "akhiri dengan .pdf",
        ),
        (
            vec!["render", small(), "--pdf-standard", "a-9"],
            2,
            "tidak dikenal",
        ),
        (
            vec!["check", small(), "--peraturan", "x"],
            2,
            "permendagri-86-2017",
        ),
        (
            vec!["render", small(), "-o", "Cargo.toml/x.pdf"],
            3,
            "tidak dapat ditulis",
        ),
        (vec!["rule", "R999"], 2, "renstra rule"),
        (vec!["serve", "tidak-ada"], 3, "tidak ditemukan"),
        (vec!["serve", "fixtures", "--port", "99999"], 2, "tidak sah"),
    ] {
        let output = renstra(&arg);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{arg:?}: {}",
            message(&output)
        );
        assert!(
            message(&output).contains(said),
            "{arg:?}: {}",
            message(&output)
        );
    }
}

#[test]
fn findings_as_json_lines() {
    let folder = tempfile::tempdir().unwrap();
    let output = renstra(&[
        "check",
        &broken(folder.path()),
        "--diagnostic-format",
        "json",
    ]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(message(&output));
}

#[test]
fn help_is_indonesian() {
    for arg in [
        vec!["--help"],
        vec!["render", "--help"],
        vec!["check", "-h"],
        vec!["batch", "--help"],
        vec!["preview", "--help"],
        vec!["serve", "--help"],
    ] {
        let help = String::from_utf8(renstra(&arg).stdout).unwrap();
        assert!(help.contains("Pemakaian:"));
        for english in [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "[default",
            "Print",
        ] {
            assert!(!help.contains(english), "{arg:?}: {english}");
        }
    }
}

#[test]
fn every_code_can_be_explained() {
    let mut count = 0;
    for (file, text) in crate::architecture::source() {
        for rest in text.split("Code(\"").skip(1) {
            let code = rest.split('"').next().unwrap();
            let output = renstra(&["rule", code]);
            let explained = String::from_utf8(output.stdout).unwrap();
            assert!(
                explained.starts_with(&format!("# {code}: ")) && explained.lines().count() > 2,
                "{code} of {}",
                file.display()
            );
            count += 1;
        }
    }
    assert!(count > 60, "only {count} codes were found");
}

#[test]
fn init_makes_a_city_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let city = folder.path().join("kota");
    let city = city.to_str().unwrap();
    let first = renstra(&[
        "init",
        city,
        "--opd",
        "Dinas Kesehatan",
        "--opd",
        "Kecamatan A",
        "--daerah",
        "Kota Uji",
        "--periode",
        "2021-2026",
    ]);
    assert_eq!(first.status.code(), Some(0), "{}", message(&first));
    for file in [
        "renstra.toml",
        "rpjmd.xlsx",
        "opd/dinas-kesehatan.xlsx",
        "opd/kecamatan-a.xlsx",
    ] {
        assert!(Path::new(city).join(file).is_file(), "{file}");
    }
    let check = renstra(&["check", city, "--diagnostic-format", "short"]);
    assert_eq!(check.status.code(), Some(1));
    // An RPJMD that nobody filled accuses nobody.
    let said = message(&check);
    assert!(said.contains("N020"), "{said}");
    for rule in ["R030", "R031", "R039", "R040", "R047", "R100"] {
        assert!(!said.contains(rule), "{rule}: {said}");
    }
    let again = renstra(&["init", city, "--opd", "Dinas Kesehatan"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(message(&again).contains("--force"), "{}", message(&again));
    let more = renstra(&["init", city, "--opd", "Dinas Sosial=1.06"]);
    assert_eq!(more.status.code(), Some(0), "{}", message(&more));
    let old = small();
    let moved = renstra(&["init", city, "--from", old]);
    assert_eq!(moved.status.code(), Some(0), "{}", message(&moved));
    let clean = renstra(&["check", &format!("{city}/opd/dinas-contoh.xlsx")]);
    assert_eq!(clean.status.code(), Some(0), "{}", message(&clean));
    // What Bappeda filled is not replaced by a blank, whatever is forced.
    let rpjmd = Path::new(city).join("rpjmd.xlsx");
    std::fs::write(&rpjmd, "terisi").unwrap();
    let forced = renstra(&["init", city, "--opd", "Dinas Kesehatan", "--force"]);
    assert_eq!(forced.status.code(), Some(0), "{}", message(&forced));
    assert_eq!(std::fs::read(&rpjmd).unwrap(), b"terisi");
}

#[test]
fn formats_names_the_rules_that_a_regulation_has_not_decided_about() {
    let folder = tempfile::tempdir().unwrap();
    support::copy(&support::path("templates"), folder.path());
    let list = || {
        message(&renstra(&[
            "formats",
            "--templates",
            folder.path().to_str().unwrap(),
        ]))
    };
    assert!(!list().contains("aturan tanpa dasar"), "{}", list());
    let rules = folder.path().join("inmendagri-2-2025/aturan.toml");
    let text = fs::read_to_string(&rules).unwrap();
    let (before, after) = text.split_once("[R003]\n").unwrap();
    let (_, after) = after.split_once("\n\n").unwrap();
    fs::write(&rules, format!("{before}{after}")).unwrap();
    assert!(list().contains("aturan tanpa dasar: R003\n"), "{}", list());
}
