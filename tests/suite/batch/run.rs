//! Isolation, sameness of bytes, what is printed again.

use std::fs;
use std::path::Path;

use renstra::batch::Event;
use renstra::batch::record::Status;
use renstra::batch::{self};
use renstra::pipeline::{self, Options, Version};
use serde_json::Value;

use super::command::{command, message};
use super::{city_of, opd, record, request, results, run, workbook};
use crate::support::{self, source, to_xlsx};

/// The document of a workbook as `render` makes it, alone.
fn alone(path: &Path) -> Vec<u8> {
    let library = support::library();
    let inspection = pipeline::inspect(library, path, &Options::default()).unwrap();
    support::document(&inspection, Version::Final)
}

/// A workbook with one broken rule.
pub(super) fn broken() -> Vec<u8> {
    let case = support::path("fixtures/cases/r012-pagu-mismatch-kegiatan");
    let small = support::path("fixtures/small-opd");
    to_xlsx::xlsx(&source::read(&small, Some(&case)))
}

#[test]
fn bad_workbooks_harm_no_other_and_bytes_are_those_of_a_single_run() {
    let city = city_of(&[1, 2, 3, 5]);
    let folder = city.path().join("opd");
    fs::write(folder.join("ada-galat.xlsx"), broken()).unwrap();
    fs::write(folder.join("terkunci.xls"), locked()).unwrap();
    fs::write(folder.join("terpotong.xlsx"), &workbook(4)[..4_000]).unwrap();
    fs::write(folder.join("kosong.ods"), "").unwrap();
    // Two workbooks over which a worker is lost: one panics, one takes all memory.
    let faulty = |arg: &[&str]| {
        let output = command(city.path(), arg)
            .env("RENSTRA_FAULT", "panic:opd-2.xlsx,abort:opd-5.xlsx")
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", message(&output));
        message(&output)
    };
    let one = city.path().join("satu");
    let said = faulty(&["-j1", "-o", &one.display().to_string()]);
    for english in ["panicked", "thread", "abort"] {
        assert!(!said.contains(english), "{said}");
    }
    let file = results(&one);
    let recap: Value = serde_json::from_slice(&file["rekap.json"]).unwrap();
    let status = |source: &str| {
        let mut opd = recap["opd"].as_array().unwrap().iter();
        opd.find(|opd| opd["source"] == source).unwrap()["status"].clone()
    };
    for (source, wanted) in [
        ("opd-1.xlsx", "delivered"),
        ("opd-2.xlsx", "failed"),
        ("opd-3.xlsx", "delivered"),
        ("opd-5.xlsx", "failed"),
        ("ada-galat.xlsx", "refused"),
        ("terkunci.xls", "unreadable"),
        ("terpotong.xlsx", "unreadable"),
        ("kosong.ods", "unreadable"),
    ] {
        assert_eq!(status(source), wanted, "{source}");
    }
    assert_eq!(recap["opd"][0]["status"], "failed", "the worst first");

    let text = |name: &str| String::from_utf8(file[name].clone()).unwrap();
    assert!(
        text("Dinas Contoh 002.temuan.txt")
            .contains("kesalahan program pada src/worker/injected_fault.rs")
    );
    assert!(text("Dinas Contoh 005.temuan.txt").contains("prosesnya berhenti mendadak"));
    assert!(text("terkunci.temuan.txt").contains("kata sandi"));
    assert!(text("Dinas Contoh.temuan.txt").contains("galat[R012]"));
    for seed in [1, 3] {
        let name = format!("Dinas Contoh {seed:03}.pdf");
        assert!(file[&name] == alone(&opd(city.path(), seed)), "{name}");
    }
    let documents = file
        .values()
        .filter(|bytes| bytes.starts_with(b"%PDF-"))
        .count();
    assert_eq!(
        documents,
        3,
        "two documents and the recap: {:?}",
        file.keys()
    );

    // Two workers, and again two after a run that failed on some: the same bytes.
    let mut two = request(city.path());
    two.output = city.path().join("dua");
    faulty(&["-j2", "-o", &two.output.display().to_string()]);
    assert!(results(&two.output) == file, "-j1 and -j2 differ");
    let again = run(&two);
    assert_eq!(record(&again, "opd-2.xlsx").status, Status::Delivered);
    assert_eq!(again.unchanged, 6, "only what failed is worked on again");
    let mut fresh = request(city.path());
    fresh.output = city.path().join("tiga");
    run(&fresh);
    assert!(results(&two.output) == results(&fresh.output));
}

/// A compound file as a locked workbook is one.
fn locked() -> Vec<u8> {
    crate::workbook::compound("EncryptedPackage", vec![1; 5_000])
}

#[test]
fn only_what_changed_is_printed_again() {
    let city = city_of(&[1, 2, 3]);
    let request = request(city.path());
    let started = |request: &batch::Request<'_>| {
        let list = std::sync::Mutex::new(Vec::new());
        batch::run(request, &|event| {
            if let Event::Start { source } = event {
                list.lock().unwrap().push(source.to_owned());
            }
        })
        .unwrap();
        let mut list = list.into_inner().unwrap();
        list.sort();
        list
    };
    assert_eq!(started(&request).len(), 3);
    let first = results(&request.output);
    assert!(started(&request).is_empty());
    assert!(results(&request.output) == first);

    fs::write(
        opd(city.path(), 2),
        to_xlsx::xlsx(&support::city::opd(2, 20)),
    )
    .unwrap();
    assert_eq!(started(&request), ["opd-2.xlsx"]);
    assert!(results(&request.output)["Dinas Contoh 002.pdf"] != first["Dinas Contoh 002.pdf"]);

    // What is nobody's is told, and left alone.
    fs::write(request.output.join("Dinas Lama.pdf"), "%PDF-").unwrap();
    assert_eq!(run(&request).stale, ["Dinas Lama.pdf"]);

    // What was lost or cut is made anew.
    fs::remove_file(request.output.join("Dinas Contoh 001.pdf")).unwrap();
    fs::write(request.output.join("Dinas Contoh 003.pdf"), "%PDF-").unwrap();
    assert_eq!(started(&request), ["opd-1.xlsx", "opd-3.xlsx"]);
    for name in ["Dinas Contoh 001.pdf", "Dinas Contoh 003.pdf"] {
        assert!(results(&request.output)[name] == first[name], "{name}");
    }

    let toml = city.path().join("renstra.toml");
    let text = fs::read_to_string(&toml).unwrap();
    let city_seat = text.replace("[periode]", "ibu_kota = \"Pasuruan\"\n[periode]");
    fs::write(&toml, city_seat).unwrap();
    assert_eq!(started(&request).len(), 3, "the settings are everyone's");
}

#[test]
fn shares_make_the_whole() {
    let city = city_of(&[1, 2, 3]);
    let mut request = request(city.path());
    run(&request);
    let whole = results(&request.output);

    request.output = city.path().join("bagian");
    request.shard = "1/2".parse().unwrap();
    let half = run(&request);
    assert_eq!(half.count(Status::Pending), 1);
    request.shard = "2/2".parse().unwrap();
    let other = run(&request);
    assert_eq!(other.count(Status::Pending), 0);
    assert!(results(&request.output) == whole);
    for wrong in ["0/2", "3/2", "1", "a/b", "1/0"] {
        assert!(wrong.parse::<batch::Shard>().is_err(), "{wrong}");
    }

    // The recap alone, from records.
    fs::remove_file(request.output.join("rekap.json")).unwrap();
    request.recap_only = true;
    run(&request);
    assert!(results(&request.output) == whole);
}

#[test]
fn a_result_that_cannot_be_written_is_a_finding_of_its_own() {
    let city = city_of(&[1, 2]);
    let request = request(city.path());
    // A folder in the document's place: what a viewer's lock is on Windows.
    fs::create_dir_all(request.output.join("Dinas Contoh 001.pdf")).unwrap();
    let summary = run(&request);
    assert_eq!(record(&summary, "opd-1.xlsx").status, Status::Failed);
    assert_eq!(record(&summary, "opd-2.xlsx").status, Status::Delivered);
    let text = results(&request.output)["Dinas Contoh 001.temuan.txt"].clone();
    assert!(String::from_utf8(text).unwrap().contains("W105"));
    fs::remove_dir(request.output.join("Dinas Contoh 001.pdf")).unwrap();
    let summary = run(&request);
    assert_eq!(summary.count(Status::Delivered), 2);
    let left = results(&request.output);
    let text = left.get("Dinas Contoh 001.temuan.txt").cloned();
    assert_eq!(text.map(|bytes| String::from_utf8(bytes).unwrap()), None);
}

#[test]
fn the_recap_adds_up() {
    let city = city_of(&[1, 2]);
    fs::write(city.path().join("opd/salinan.xlsx"), workbook(2)).unwrap();
    let request = request(city.path());
    let summary = run(&request);
    assert_eq!(summary.count(Status::Copy), 1);
    assert!(summary.stale.is_empty());
    let file = results(&request.output);
    let recap: Value = serde_json::from_slice(&file["rekap.json"]).unwrap();
    assert_eq!(recap["total"]["workbooks"], 3);
    assert_eq!(recap["total"]["delivered"], 2);
    let pagu = |value: &Value| -> i64 {
        value["pagu"]["2023"]
            .as_str()
            .map_or(0, |text| text.parse().unwrap())
    };
    let sum: i64 = recap["opd"].as_array().unwrap().iter().map(pagu).sum();
    assert!(sum > 0 && sum == pagu(&recap["total"]));

    // The workbook says the same, by the program's own reader.
    let sheets = renstra::workbook::read(&request.output.join("rekap.xlsx")).unwrap();
    let money = sheets
        .sheet
        .iter()
        .find(|sheet| &*sheet.name == "Pagu")
        .unwrap();
    let column = (0..8).find(|col| {
        matches!(money.get(0, *col).map(|cell| &cell.value),
            Some(renstra::workbook::Value::Text(text)) if text.starts_with("2023"))
    });
    let total = money.get(4, column.unwrap()).unwrap();
    assert!(format!("{:?}", total.value).contains(&sum.to_string()));
    let text = &crate::pdf::read_back(&file["rekap.pdf"]).page[0].text;
    assert!(
        text.contains("Dinas Contoh 001") && text.contains("Kota Pasuruan"),
        "{text}"
    );
}

/// Two workbooks of one agency: nobody knows which is to be counted.
#[test]
fn an_agency_with_two_workbooks_is_in_no_sum() {
    let city = city_of(&[1, 2]);
    let bytes = to_xlsx::xlsx(&support::city::opd(2, 24));
    fs::write(city.path().join("opd/kedua.xlsx"), bytes).unwrap();
    let request = request(city.path());
    run(&request);
    let file = results(&request.output);
    let recap: Value = serde_json::from_slice(&file["rekap.json"]).unwrap();
    assert_eq!(
        recap["total"]["doubled"],
        serde_json::json!(["Dinas Contoh 002"])
    );
    let rows = recap["opd"].as_array().unwrap();
    let first = rows.iter().find(|row| row["opd"] == "Dinas Contoh 001");
    assert_eq!(recap["total"]["pagu"], first.unwrap()["pagu"]);
    let text = &crate::pdf::read_back(&file["rekap.pdf"]).page[0].text;
    assert!(text.contains("lebih dari satu buku kerja"), "{text}");
}

/// Forgetting through another version than typst's would do nothing, in silence.
#[test]
fn there_is_one_comemo() {
    let lock = fs::read_to_string(support::path("Cargo.lock")).unwrap();
    assert_eq!(lock.matches("name = \"comemo\"\n").count(), 1);
}
