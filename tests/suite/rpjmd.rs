//! The RPJMD workbook: read with the same tolerance as an agency's, found beside
//! `renstra.toml` or named, and never the end of a run.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use renstra::diagnostic::Diagnostics;
use renstra::model::{NamaOpd, Rpjmd};
use renstra::{normalise, sheets, workbook};

use crate::support::{self, source, to_workbook, to_xlsx};

fn read(workbook: &workbook::Workbook) -> (Rpjmd, Diagnostics) {
    let mut out = Diagnostics::new();
    let sheets = sheets::rpjmd::read(workbook, &mut out);
    let berkas = renstra::diagnostic::Origin::file("rpjmd.xlsx");
    (normalise::rpjmd(sheets, berkas, &mut out), out)
}

fn nama(text: &str) -> NamaOpd {
    NamaOpd::new([Some(&text.to_owned())])
}

#[test]
fn the_sample_is_read_whole() {
    let path = support::path("fixtures/kota-pasuruan/rpjmd.xlsx");
    let (rpjmd, out) = read(&workbook::read(&path).unwrap());
    assert!(out.is_empty(), "{}", support::print(&out));
    assert!(
        rpjmd
            .visi
            .as_ref()
            .unwrap()
            .value
            .starts_with("Pasuruan Kota Madinah")
    );
    assert_eq!(rpjmd.misi.len(), 2);
    assert_eq!(rpjmd.periode.value().unwrap().to_string(), "2021–2026");
    let strategi = rpjmd
        .sasaran()
        .filter(|sasaran| !sasaran.strategi.is_empty());
    assert_eq!(strategi.count(), 4);
    let dinas = nama("DINAS KESEHATAN");
    let own: Vec<_> = rpjmd.program_of(&dinas).collect();
    assert_eq!(own.len(), 5);
    assert_eq!(
        own.iter().filter(|program| program.is_prioritas()).count(),
        2
    );
    // A row without kode is a further indicator of the programme above it.
    assert_eq!(own[0].indikator.len(), 2);
    assert_eq!(
        own[0].sasaran.as_ref().unwrap().value,
        "Meningkatnya derajat kesehatan masyarakat kota"
    );
    let indikator = rpjmd.indikator().filter(|i| dinas.is_in(&i.opd));
    assert_eq!(indikator.count(), 1);
    let own = |bidang: &str, name: &str| {
        let (bidang, opd) = ([bidang.to_owned()], nama(name));
        let own = rpjmd.wajib.iter().filter(|w| w.applies(&bidang, &opd));
        own.count()
    };
    assert_eq!(own("1.02", "Dinas Kesehatan"), 7);
    assert_eq!(own("7.01", "Kecamatan Gadingrejo"), 2);
    assert_eq!(own("5.01", "Bappelitbangda"), 1);
}

/// The list of mandatory indicators with these cells: jenis, bidang, agency, wording.
fn wajib(row: &[[&str; 4]]) -> (Rpjmd, Diagnostics) {
    let schema = &sheets::rpjmd::wajib::SCHEMA;
    let key = ["jenis", "bidang", "pelaksana", "indikator"].map(str::to_owned);
    let row = row.iter().map(|cell| {
        let cell = cell.iter().map(|&text| text.to_owned());
        key.iter().cloned().zip(cell).collect()
    });
    let rows = support::grid::Rows {
        key: key.to_vec(),
        row: row.collect(),
    };
    let grid = support::grid::table(schema, &[schema.tab().to_uppercase()], "2021", &rows);
    read(&to_workbook::workbook("rpjmd.xlsx", &[grid]))
}

#[test]
fn mandatory_indicators_are_read_as_offices_write_them() {
    let (rpjmd, out) = wajib(&[
        ["Standar Pelayanan Minimal", "1.02 - Kesehatan", "", "a"],
        ["", "", "", "b"],
        ["", "", "Dinas Lain", "c"],
        ["Ind. Kinerja Kunci (IKK)", "Bidang Sosial; 2,15", "", "d"],
        ["seluruh OPD", "", "Semua Perangkat Daerah", "e"],
    ]);
    assert!(out.is_empty(), "{}", support::print(&out));
    let read: Vec<_> = rpjmd
        .wajib
        .iter()
        .map(|wajib| {
            (
                wajib.jenis.word(),
                wajib.bidang.join(" "),
                wajib.opd.value().is_some(),
            )
        })
        .collect();
    let expected = [
        ("SPM", "1.02", false),
        ("SPM", "1.02", false),
        ("SPM", "1.02", true),
        ("IKK", "1.06 2.15", false),
        ("Semua Perangkat Daerah", "", false),
    ];
    let expected = expected.map(|(jenis, bidang, opd)| (jenis, bidang.to_owned(), opd));
    assert_eq!(read, expected);
    assert!(!rpjmd.is_blank());
}

#[test]
fn what_a_mandatory_indicator_does_not_say_is_named_at_its_cell() {
    let (rpjmd, out) = wajib(&[
        ["", "", "", "tanpa jenis"],
        ["Wajib Daerah", "", "", "jenis lain"],
        ["SPM", "", "", "tanpa bidang"],
        ["SPM", "Bidang Antariksa", "", "bidang lain"],
        ["IKK", "1.99", "Dinas Contoh", "bidang keliru"],
    ]);
    insta::assert_snapshot!("indikator-wajib-unclear", support::print(&out));
    // An agency is named: the row still binds it.
    let left: Vec<_> = rpjmd
        .wajib
        .iter()
        .map(|wajib| &*wajib.uraian.value)
        .collect();
    assert_eq!(left, ["bidang keliru"]);
}

#[test]
fn tabs_agencies_and_codes_are_read_as_offices_write_them() {
    let mut grid = source::read_rpjmd(&support::path("fixtures/small-opd/rpjmd"), None);
    for grid in &mut grid {
        grid.name = match grid.name.as_str() {
            "Tujuan Sasaran RPJMD" => "Visi Misi",
            "Program RPJMD" => "Tabel 7.2 program prioritas",
            other => other,
        }
        .to_owned();
        for content in grid.cell.values_mut() {
            let support::grid::Content::Text(text) = content else {
                continue;
            };
            *text = match text.as_str() {
                "Dinas Contoh" => "Dinas Lain;\nDinco".to_owned(),
                "2.15.01" => "X.XX.01".to_owned(),
                _ => continue,
            };
        }
    }
    let (rpjmd, out) = read(&to_workbook::workbook("rpjmd.xlsx", &grid));
    assert!(out.is_empty(), "{}", support::print(&out));
    for name in ["Dinco", "dinas lain"] {
        assert_eq!(rpjmd.program_of(&nama(name)).count(), 2, "{name}");
    }
    assert_eq!(rpjmd.program_of(&nama("Dinas")).count(), 0);
    assert!(
        rpjmd
            .program
            .iter()
            .all(renstra::model::ProgramRpjmd::is_shared)
    );
    assert!(rpjmd.program[1].has_kode(&"2.15.01".parse().unwrap()));
    assert!(!rpjmd.program[1].has_kode(&"2.15.02".parse().unwrap()));
}

fn check(city: &Path, arg: &[&str]) -> (Output, String) {
    let workbook = city.join("opd/dinas.xlsx");
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(["check", workbook.to_str().unwrap(), "--color", "never"])
        .args(arg)
        .output()
        .unwrap();
    let said = [output.stdout.as_slice(), &output.stderr].concat();
    let message = String::from_utf8(said).unwrap();
    (output, message)
}

#[test]
fn a_city_without_or_with_a_broken_rpjmd_is_still_checked() {
    let folder = tempfile::tempdir().unwrap();
    let city = folder.path();
    fs::create_dir(city.join("opd")).unwrap();
    fs::write(
        city.join("renstra.toml"),
        "[daerah]\nnama = \"Kota Pasuruan\"\n",
    )
    .unwrap();
    fs::copy(support::small_workbook(), city.join("opd/dinas.xlsx")).unwrap();

    let (output, message) = check(city, &[]);
    assert_eq!(output.status.code(), Some(0), "{message}");
    assert!(message.contains("RPJMD: tidak ada"), "{message}");

    let rpjmd = source::read_rpjmd(&support::path("fixtures/small-opd/rpjmd"), None);
    fs::write(city.join("rpjmd.xlsx"), to_xlsx::xlsx(&rpjmd)).unwrap();
    let (output, message) = check(city, &[]);
    assert_eq!(output.status.code(), Some(0), "{message}");
    assert!(
        message.contains("RPJMD: rpjmd.xlsx, 2 program"),
        "{message}"
    );

    fs::write(city.join("rpjmd.xlsx"), "bukan buku kerja").unwrap();
    let (output, message) = check(city, &[]);
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains("rpjmd.xlsx"), "{message}");

    let (output, message) = check(city, &["--rpjmd", "tidak-ada.xlsx"]);
    assert_eq!(output.status.code(), Some(3), "{message}");
    assert!(message.contains("tidak-ada.xlsx"), "{message}");
}
