//! Options of `batch`: each means what it means to `render`, and is a reason to print again.

use std::fs;
use std::path::Path;
use std::process::Command;

use renstra::pipeline::{Library, Options};

use super::command::{batch, message};
use super::{city_of, opd, request, results, run};
use crate::support::{self, source, to_xlsx};

const SETTINGS: &str = "[daerah]\nnama = \"Kota Pasuruan\"\n[periode]\nawal = 2021\nakhir = 2026\n\
    [dokumen]\nkertas = \"f4-215x330\"\n";

/// The bytes that `render` gives a workbook with these options.
fn rendered(workbook: &Path, option: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sendiri.pdf");
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .env_remove("SOURCE_DATE_EPOCH")
        .arg("render")
        .arg(workbook)
        .arg("-o")
        .arg(&path)
        .args(option)
        .output()
        .unwrap();
    fs::read(path).unwrap_or_else(|_| panic!("{}", message(&output)))
}

#[test]
fn a_draft_with_every_option_is_the_one_of_render() {
    let city = city_of(&[1]);
    let elsewhere = tempfile::tempdir().unwrap();
    let settings = elsewhere.path().join("lain.toml");
    fs::write(&settings, SETTINGS).unwrap();
    // The city's RPJMD knows no "Dinas Contoh": errors, which a draft does not mind.
    let rpjmd = support::path("fixtures/kota-pasuruan/rpjmd.xlsx");
    let (templates, fonts) = (support::path("templates"), support::path("templates/fonts"));
    let option = [
        "--draft",
        "--config",
        settings.to_str().unwrap(),
        "--rpjmd",
        rpjmd.to_str().unwrap(),
        "--peraturan",
        "permendagri-86-2017",
        "--templates",
        templates.to_str().unwrap(),
        "--font-path",
        fonts.to_str().unwrap(),
        "--pdf-standard",
        "1.7",
        "--creation-timestamp",
        "1700000000",
    ];
    let output = batch(city.path(), &option);
    let said = message(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("1 dari 1 rancangan tercetak, 1 perlu diperbaiki"),
        "{said}"
    );
    assert!(
        !city.path().join("hasil").exists(),
        "a draft takes no final document's place"
    );
    let file = results(&city.path().join("rancangan"));
    let pdf = &file["Dinas Contoh 001.pdf"];
    assert!(*pdf == rendered(&opd(city.path(), 1), &option), "{said}");
    let page = &crate::pdf::read_back(pdf).page[0];
    assert!(page.text.contains("RANCANGAN"), "{}", page.text);
    let findings = String::from_utf8(file["Dinas Contoh 001.temuan.txt"].clone()).unwrap();
    assert!(!findings.contains("pencetakan terdahulu"), "{findings}");

    let again = batch(city.path(), &option);
    assert!(
        message(&again).contains("1 tidak berubah"),
        "{}",
        message(&again)
    );
    let output = batch(city.path(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", message(&output));
    let last = results(&city.path().join("hasil"))["Dinas Contoh 001.pdf"].clone();
    assert!(last != *pdf, "the final one has none of the options");
}

/// A city whose only workbook is broken: looked at, but never laid out.
fn broken_city() -> tempfile::TempDir {
    let city = city_of(&[]);
    fs::write(city.path().join("opd/rusak.xlsx"), "bukan buku kerja").unwrap();
    city
}

#[test]
fn what_options_name_is_a_reason_to_print_again() {
    let city = broken_city();
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("renstra.toml"), SETTINGS).unwrap();
    fs::create_dir(at("fon")).unwrap();
    let font = |name: &str| fs::read(support::path("templates/fonts").join(name)).unwrap();
    fs::write(at("fon/a.ttf"), font("LiberationSans-Bold.ttf")).unwrap();
    let unchanged = |change: &dyn Fn(&mut renstra::batch::Request<'_>)| {
        let library = Library::new(None, &[at("fon")]).unwrap();
        let mut request = request(city.path());
        request.library = &library;
        request.options = Options {
            config: Some(at("renstra.toml")),
            ..Options::default()
        };
        change(&mut request);
        run(&request).unchanged == 1
    };
    let as_before = || unchanged(&|_| {});
    assert!(!as_before());
    assert!(as_before());
    // Beside the settings, which do not lie in the city's folder.
    let rpjmd = support::path("fixtures/small-opd/rpjmd");
    fs::write(
        at("rpjmd.xlsx"),
        to_xlsx::xlsx(&source::read_rpjmd(&rpjmd, None)),
    )
    .unwrap();
    assert!(!as_before(), "the RPJMD beside the settings");
    assert!(as_before());
    fs::write(at("fon/a.ttf"), font("LiberationSans-Italic.ttf")).unwrap();
    assert!(!as_before(), "the fonts");
    assert!(as_before());
    assert!(!unchanged(&|request| request.draft = true), "--draft");
    assert!(!as_before());
    assert!(
        !unchanged(&|request| request.standards = Some("1.7".parse().unwrap())),
        "--pdf-standard"
    );
    assert!(!as_before());
    assert!(
        !unchanged(&|request| request.timestamp = Some(0)),
        "--creation-timestamp"
    );
}
