//! One workbook a unit, and back into one: nothing changes by itself, who changed what is
//! known, and what does not fit is said.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use renstra::comparison::Comparison;
use renstra::diagnostic::Diagnostics;
use renstra::form::{self, Form, ShareForm};
use renstra::model::Worksheet;
use renstra::pipeline::{self, Base, Options};
use renstra::sheets::migrate::{Migrated, ShareRow};
use renstra::units::{self, Merged};
use renstra::workbook::{self, Cell, Value};

use crate::support::{self, source, to_xlsx};

type Rows = BTreeMap<Worksheet, Vec<ShareRow>>;

fn base(path: &Path) -> Base<'static> {
    let mut out = Diagnostics::new();
    let read = pipeline::base(support::library(), path, &Options::default(), &mut out);
    let base = read.unwrap().unwrap();
    assert!(out.is_empty(), "{}", support::print(&out));
    base
}

fn form<'a>(base: &'a Base<'_>, bidang: &'a [String], migrated: Migrated) -> Form<'a> {
    Form {
        regulation: base.regulation,
        opd: base.contents.renstra.identitas.nama.value().unwrap(),
        bidang,
        periode: base.periode.unwrap(),
        daerah: base.daerah.as_deref(),
        migrated,
    }
}

/// Sends the shares of a workbook out, each as `change` leaves it; the files that came back.
fn send(base: &Base<'_>, folder: &Path, change: &dyn Fn(&str, &mut Rows)) -> Vec<PathBuf> {
    let bidang = ["2.15".to_owned()];
    let (shares, _) = units::split(&base.contents);
    let mut files = Vec::new();
    for (nth, mut share) in shares.into_iter().enumerate() {
        change(&share.unit, &mut share.rows);
        let migrated = Migrated {
            whole: true,
            ..base.contents.migrated.clone()
        };
        let bytes = form::share(&ShareForm {
            form: form(base, &bidang, migrated),
            unit: &share.unit,
            rows: &share.rows,
        });
        let path = folder.join(format!("unit-{nth}.xlsx"));
        std::fs::write(&path, bytes.unwrap()).unwrap();
        files.push(path);
    }
    files
}

fn join(base: &Base<'_>, files: &[PathBuf]) -> Merged {
    let mut out = Diagnostics::new();
    let back: Vec<_> = files
        .iter()
        .map(|path| {
            pipeline::returned(path, &Options::default(), &mut out)
                .unwrap()
                .unwrap()
        })
        .collect();
    assert!(out.is_empty(), "{}", support::print(&out));
    units::merge(&base.contents, &back)
}

fn write(base: &Base<'_>, merged: &Merged, path: &Path) {
    let bidang = ["2.15".to_owned()];
    let bytes = form::blank(&form(base, &bidang, merged.migrated.clone())).unwrap();
    std::fs::write(path, bytes).unwrap();
}

fn compare(a: &Path, b: &Path) -> Comparison {
    let mut out = Diagnostics::new();
    let options = Options::default();
    let compared = pipeline::compare(support::library(), [a, b], &options, &mut out);
    compared.unwrap().unwrap()
}

/// The document's data, which has every value and no cell.
fn data(path: &Path) -> serde_json::Value {
    // The same settings for both, wherever they lie.
    let options = Options {
        config: Some(support::path("fixtures/kota-pasuruan/renstra.toml")),
        ..Options::default()
    };
    let inspection = pipeline::inspect(support::library(), path, &options).unwrap();
    serde_json::from_slice(&inspection.document(false).to_json().unwrap()).unwrap()
}

fn text(text: &str) -> Cell {
    Cell {
        value: Value::Text(text.to_owned()),
        format: None,
    }
}

/// The row of a kode.
fn row<'r>(rows: &'r mut Rows, kode: &str) -> &'r mut ShareRow {
    let found = rows
        .get_mut(&Worksheet::Tc27)
        .unwrap()
        .iter_mut()
        .find(|row| {
            row.cells.get(&("kode", None)).map(|cell| &cell.value)
                == Some(&Value::Text(kode.to_owned()))
        });
    found.unwrap_or_else(|| panic!("no row {kode}"))
}

fn codes(merged: &Merged) -> Vec<&'static str> {
    merged
        .findings
        .iter()
        .map(|finding| finding.code.0)
        .collect()
}

#[test]
fn a_round_without_a_change_gives_the_same_plan() {
    let city = support::path("fixtures/kota-pasuruan/opd");
    let mut list = vec![support::small_workbook().clone()];
    list.extend(
        [
            "dinas-kesehatan",
            "kecamatan-gadingrejo",
            "bappelitbangda",
            "dinas-perhubungan-2025",
        ]
        .map(|opd| city.join(format!("{opd}.xlsx"))),
    );
    for path in list {
        let folder = tempfile::tempdir().unwrap();
        let base = base(&path);
        let files = send(&base, folder.path(), &|_, _| {});
        assert!(files.len() > 1, "{}", path.display());
        let merged = join(&base, &files);
        assert!(
            merged.findings.is_empty(),
            "{}",
            support::print(&merged.findings)
        );
        assert!(merged.given.iter().all(|given| given.changed.is_empty()));
        let joined = folder.path().join("gabungan.xlsx");
        write(&base, &merged, &joined);
        // The agency's own pictures lie next to its workbook.
        let pictures = city.join("gambar");
        std::fs::create_dir(folder.path().join("gambar")).unwrap();
        for picture in std::fs::read_dir(&pictures).unwrap() {
            let picture = picture.unwrap();
            let copy = folder.path().join("gambar").join(picture.file_name());
            std::fs::copy(picture.path(), copy).unwrap();
        }
        let comparison = compare(&path, &joined);
        let lines = renstra::comparison::lines(&comparison, false);
        assert_eq!(comparison.perubahan, 0, "{}: {lines:#?}", path.display());
        let (before, after) = (data(&path), data(&joined));
        assert!(
            before == after,
            "{}: the document's data differ",
            path.display()
        );
    }
}

#[test]
fn a_unit_gets_its_rows_and_reads_what_they_stand_under() {
    let base = base(support::small_workbook());
    let (shares, unowned) = units::split(&base.contents);
    let unit: Vec<&str> = shares.iter().map(|share| share.unit.as_str()).collect();
    assert_eq!(unit, ["Sekretariat", "Bidang Angkutan", "UPT Terminal"]);
    assert_eq!(unowned, 0);
    let terminal = &shares[2];
    let kode: Vec<(String, bool)> = terminal.rows[&Worksheet::Tc27]
        .iter()
        .filter_map(|row| {
            let cell = row.cells.get(&("kode", None))?;
            Some((renstra::sheets::shown(cell), row.is_locked))
        })
        .collect();
    let wanted = [
        ("2.15.02".to_owned(), true),
        ("2.15.02.2.03".to_owned(), true),
        ("2.15.02.2.03.01".to_owned(), false),
    ];
    assert_eq!(kode, wanted);
    // Its file is no agency's workbook, wherever it lies.
    let folder = tempfile::tempdir().unwrap();
    let files = send(&base, folder.path(), &|_, _| {});
    assert!(pipeline::is_output(&files[0]));
    let inspection = pipeline::inspect(support::library(), &files[0], &Options::default()).unwrap();
    let code: Vec<&str> = inspection
        .findings
        .iter()
        .map(|finding| finding.code.0)
        .collect();
    assert_eq!(code, ["W114"]);
    // Rows of others are locked in the sheet, and its own are not.
    let book = workbook::read(&files[2]).unwrap();
    assert!(book.sheet.iter().any(|sheet| &*sheet.name == "T-C.27"));
}

#[test]
fn who_changed_what_from_which_file_is_known() {
    let base = base(support::small_workbook());
    let folder = tempfile::tempdir().unwrap();
    let files = send(&base, folder.path(), &|unit, rows| match unit {
        "Bidang Angkutan" => {
            let own = row(rows, "2.15.02.2.09.02");
            let cell = own.cells.get_mut(&("pagu", Some(2023))).unwrap();
            cell.value = Value::Number(205_000_000.into());
        }
        "UPT Terminal" => {
            let mut new = row(rows, "2.15.02.2.03.01").clone();
            new.cells.insert(("kode", None), text("2.15.02.2.03.05"));
            new.cells.insert(
                ("uraian", None),
                text("Rehabilitasi dan Pemeliharaan Terminal"),
            );
            rows.get_mut(&Worksheet::Tc27).unwrap().push(new);
            rows.get_mut(&Worksheet::Konfirmasi).unwrap()[0]
                .cells
                .insert(("nama", None), text("NAMA LAIN"));
        }
        _ => {}
    });
    let merged = join(&base, &files);
    assert!(
        merged.findings.is_empty(),
        "{}",
        support::print(&merged.findings)
    );
    let changed: Vec<(&str, Vec<&str>)> = merged
        .given
        .iter()
        .map(|given| {
            let rows = given
                .changed
                .iter()
                .map(|row| row.label.split(' ').next().unwrap());
            (given.unit.as_str(), rows.collect())
        })
        .collect();
    let wanted = [
        ("Sekretariat", vec![]),
        ("Bidang Angkutan", vec!["2.15.02.2.09.02"]),
        ("UPT Terminal", vec!["2.15.02.2.03.05"]),
    ];
    assert_eq!(changed, wanted);
    let joined = folder.path().join("gabungan.xlsx");
    write(&base, &merged, &joined);
    let after = pipeline::inspect(support::library(), &joined, &Options::default()).unwrap();
    let konfirmasi = after.renstra.konfirmasi_of("UPT Terminal");
    assert_eq!(konfirmasi[0].nama.value().unwrap(), "NAMA LAIN");
    let said = konfirmasi[0].keterangan.value().unwrap();
    assert!(
        said.contains("dari unit-2.xlsx") && said.contains("1 baru"),
        "{said}"
    );
    // The joined workbook lists each row with its file, and that sheet is no table.
    let book = workbook::read(&joined).unwrap();
    let asal = book
        .sheet
        .iter()
        .find(|sheet| &*sheet.name == "Asal Baris")
        .unwrap();
    assert!(
        asal.cell
            .values()
            .any(|cell| cell.value == Value::Text("unit-1.xlsx".to_owned()))
    );
    // The new row stands below what it belongs to, and its sum is looked at.
    let comparison = compare(support::small_workbook(), &joined);
    assert_eq!(comparison.jumlah.baru, 1);
    let bytes = std::fs::read(&joined).unwrap();
    let sums = pipeline::sums(support::library(), "g.xlsx", bytes, &Options::default()).unwrap();
    let code: Vec<&str> = sums.iter().map(|finding| finding.code.0).collect();
    assert!(code.contains(&"R012"), "{}", support::print(&sums));
}

#[test]
fn what_does_not_fit_is_said_and_the_agencys_row_stays() {
    let base = base(support::small_workbook());
    let folder = tempfile::tempdir().unwrap();
    let files = send(&base, folder.path(), &|unit, rows| match unit {
        // A row of another's that was to be read only.
        "UPT Terminal" => {
            row(rows, "2.15.02")
                .cells
                .insert(("uraian", None), text("PROGRAM LAIN"));
            // A row below nothing.
            let mut new = row(rows, "2.15.02.2.03.01").clone();
            new.cells.insert(("kode", None), text("2.15.02.2.04.01"));
            rows.get_mut(&Worksheet::Tc27).unwrap().push(new);
        }
        // A row of its own is gone, with its further indicator.
        "Bidang Angkutan" => {
            let table = rows.get_mut(&Worksheet::Tc27).unwrap();
            let at = table.iter().position(|row| {
                row.cells
                    .get(&("kode", None))
                    .is_some_and(|cell| renstra::sheets::shown(cell) == "2.15.02.2.09.02")
            });
            table.truncate(at.unwrap());
        }
        // A row of another unit.
        _ => {
            let mut other = row(rows, "2.15.01.2.01.01").clone();
            other.cells.insert(("kode", None), text("2.15.02.2.03.01"));
            other.is_locked = false;
            rows.get_mut(&Worksheet::Tc27).unwrap().push(other);
        }
    });
    let merged = join(&base, &files);
    let mut found = codes(&merged);
    found.sort_unstable();
    assert_eq!(
        found,
        ["W121", "W122", "W123", "W124"],
        "{}",
        support::print(&merged.findings)
    );
    for finding in &merged.findings {
        assert!(finding.hint.is_some());
    }
    let joined = folder.path().join("gabungan.xlsx");
    write(&base, &merged, &joined);
    let comparison = compare(support::small_workbook(), &joined);
    let count = &comparison.jumlah;
    assert_eq!((count.berubah, count.dihapus, count.baru), (0, 0, 1));
    // A file that did not come back leaves the agency's rows.
    let merged = join(&base, &files[..2]);
    assert!(codes(&merged).contains(&"W125"));
}

/// What the form has no place for goes to no unit and into no joined workbook, and is named:
/// of the agency's workbook when it is split, of a unit's when it comes back.
#[test]
fn columns_and_notes_that_stay_behind_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut grids = source::read(&support::path("fixtures/small-opd"), None);
    let table = grids.iter_mut().find(|grid| grid.name == "T-C.27").unwrap();
    let (last_row, last_col) = *table.cell.keys().max().unwrap();
    let (top, _) = table.heading;
    table.text(top, last_col + 1, "Sumber Dana");
    table.text(last_row, last_col + 1, "PAD");
    table.text(
        last_row + 2,
        0,
        "Catatan: pagu bersifat indikatif dan dapat berubah.",
    );
    table.text(last_row + 3, 0, "Sumber: Bidang Keuangan, 2021");
    let path = folder.path().join("dinas.xlsx");
    std::fs::write(&path, to_xlsx::xlsx(&grids)).unwrap();
    let base = base(&path);
    let said = |findings: &Diagnostics| -> Vec<String> {
        let line = findings.iter().map(|finding| {
            let note: Vec<&str> = finding.note.iter().map(|(_, text)| text.as_str()).collect();
            format!("{} {} {}", finding.code.0, finding.message, note.join(" "))
        });
        line.collect()
    };
    let left = said(&units::left(&base.contents));
    for wanted in [
        "W126 kolom Sumber Dana",
        "Catatan: pagu",
        "Sumber: Bidang Keuangan",
    ] {
        assert!(
            left.iter().any(|line| line.contains(wanted)),
            "{wanted}: {left:#?}"
        );
    }
    assert_eq!(left.len(), 3, "{left:#?}");
    // A unit adds a column and a note of its own.
    let files = send(&base, folder.path(), &|_, _| {});
    let back = Options::default();
    let mut returned: Vec<_> = files
        .iter()
        .map(|path| {
            pipeline::returned(path, &back, &mut Diagnostics::new())
                .unwrap()
                .unwrap()
        })
        .collect();
    let merged = units::merge(&base.contents, &returned);
    assert_eq!(
        said(&merged.findings).len(),
        3,
        "{}",
        support::print(&merged.findings)
    );
    let own = &mut returned[1].contents;
    let cell = own.renstra.pendanaan.baris.iter_mut().next().unwrap();
    cell.kolom_lain.push(renstra::model::KolomLain {
        judul: "Lokus Stunting".into(),
        isi: renstra::model::Located::new(
            "ya".to_owned(),
            renstra::diagnostic::Origin::file("unit-1.xlsx"),
        ),
    });
    let merged = units::merge(&base.contents, &returned);
    let merged = said(&merged.findings);
    assert!(
        merged
            .iter()
            .any(|line| line.contains("kolom Lokus Stunting")),
        "{merged:#?}"
    );
}

fn run(arg: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(arg)
        .output()
        .unwrap()
}

#[test]
fn the_commands_write_a_file_for_each_unit_and_join_them() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = folder.path().join("dinas-contoh.xlsx");
    std::fs::copy(support::small_workbook(), &workbook).unwrap();
    let out = folder.path().join("unit");
    let (workbook, out) = (workbook.to_str().unwrap(), out.to_str().unwrap());
    let output = run(&["pecah", workbook, "-o", out]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for name in [
        "bidang-angkutan",
        "upt-terminal",
        "sekretariat",
        "dinas-contoh",
    ] {
        assert!(
            Path::new(out).join(format!("{name}.xlsx")).is_file(),
            "{name}"
        );
    }
    let again = run(&["split", workbook, "-o", out]);
    assert_eq!(again.status.code(), Some(2));
    let joined = folder.path().join("gabungan.xlsx");
    let output = run(&["gabung", out, "-o", joined.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("tidak ada yang berubah"), "{said}");
    assert_eq!(compare(Path::new(workbook), &joined).perubahan, 0);
    let none = run(&["merge", folder.path().to_str().unwrap(), "-o", "x.xlsx"]);
    assert_eq!(none.status.code(), Some(2));
}
