//! What is dropped on the page is looked at before anything is written.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::serve::{City, broken};
use crate::support::{self, http, save};

const OWN: [(&str, &str); 2] = [("X-Renstra", "1"), ("Content-Type", "application/json")];

fn send(city: &City, name: &str, body: &[u8]) -> http::Answer {
    let path = format!("/api/unggah/{name}");
    http::ask(city.address(), "PUT", &path, &OWN[..1], body)
}

fn post(city: &City, path: &str, body: &Value) -> http::Answer {
    let body = body.to_string();
    http::ask(city.address(), "POST", path, &OWN, body.as_bytes())
}

/// The city's table, once it is as wanted.
fn until(city: &City, wanted: impl Fn(&Value) -> bool) -> Value {
    let start = Instant::now();
    loop {
        let state = http::get(city.address(), "/api/kota").json();
        if wanted(&state) {
            return state;
        }
        assert!(
            start.elapsed() < Duration::from_mins(2),
            "never so: {state}"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn names(state: &Value) -> Vec<&str> {
    let opd = state["opd"].as_array().unwrap().iter();
    opd.map(|opd| opd["berkas"].as_str().unwrap()).collect()
}

fn choices(answer: &Value) -> Vec<&str> {
    let choice = answer["tanya"]["pilihan"].as_array().unwrap().iter();
    choice
        .map(|choice| choice["cara"].as_str().unwrap())
        .collect()
}

/// A workbook of another program.
pub fn foreign(path: &Path) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Satuan Import - Tabel").unwrap();
    for (row, text) in (0..).zip(["Kode", "S01", "S02"]) {
        sheet.write(row, 0, text).unwrap();
        sheet.write(row, 1, "Orang").unwrap();
    }
    book.save(path).unwrap();
}

fn renstra(argument: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(argument)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn what_is_no_plan_is_asked_and_what_is_one_twice_as_well() {
    let city = City::start();
    until(&city, |state| state["opd"][1]["lengkap"] != Value::Null);
    let clean = fs::read(support::small_workbook()).unwrap();

    // The same agency under another name: nothing is written until it is said which.
    let asked = send(&city, "Dinas%20REVISI%20(1).xlsx", &clean).json();
    assert_eq!(choices(&asked), ["ganti", "tambah"]);
    let target = asked["tanya"]["pilihan"][0]["sebagai"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(target, "dinas bersih.xlsx");
    assert!(!city.path("Dinas REVISI (1).xlsx").exists());
    assert!(!city.folder.path().join("cadangan").exists());
    let done = send(
        &city,
        "Dinas%20REVISI%20(1).xlsx?cara=ganti&sebagai=dinas%20bersih.xlsx",
        &broken(),
    );
    assert_eq!(done.json()["cadangan"], "dinas bersih-001.xlsx");
    assert!(fs::read(city.path("dinas bersih.xlsx")).unwrap() == broken());

    // The RPJMD goes where the RPJMD is, and is no agency.
    let rpjmd = fs::read(support::path("fixtures/kota-pasuruan/rpjmd.xlsx")).unwrap();
    let asked = send(&city, "RPJMD%20final.xlsx", &rpjmd).json();
    assert_eq!(choices(&asked), ["rpjmd"]);
    assert!(
        asked["tanya"]["pesan"]
            .as_str()
            .unwrap()
            .contains("adalah RPJMD")
    );
    let done = send(&city, "RPJMD%20final.xlsx?cara=rpjmd", &rpjmd).json();
    assert_eq!(done["berkas"], "rpjmd.xlsx");
    assert!(fs::read(city.folder.path().join("rpjmd.xlsx")).unwrap() == rpjmd);
    let lie = send(&city, "dinas-lain.xlsx?cara=rpjmd", &clean);
    assert_eq!(lie.status, 422, "{}", lie.text());

    // A list of units.
    let other = city.folder.path().join("satuan.xlsx");
    foreign(&other);
    let asked = send(&city, "satuan.xlsx", &fs::read(&other).unwrap()).json();
    assert_eq!(choices(&asked), ["tambah"]);
    assert!(
        asked["tanya"]["rincian"]
            .as_str()
            .unwrap()
            .contains("Satuan Import")
    );

    // What the program wrote.
    let note = city.folder.path().join("catatan.xlsx");
    let own = city.path("dinas-galat.xlsx");
    renstra(&[
        "check",
        own.to_str().unwrap(),
        "--report",
        "xlsx",
        "-o",
        note.to_str().unwrap(),
    ]);
    let refused = send(&city, "catatan.xlsx", &fs::read(&note).unwrap());
    assert_eq!(refused.status, 422);
    assert!(
        refused.text().contains("hasil program ini"),
        "{}",
        refused.text()
    );
    let state = http::get(city.address(), "/api/kota").json();
    assert_eq!(names(&state), ["dinas bersih.xlsx", "dinas-galat.xlsx"]);
    city.running.stop();
}

#[test]
fn a_workbook_is_taken_out_and_comes_back() {
    let city = City::start();
    until(&city, |state| state["opd"][1]["lengkap"] != Value::Null);
    let gone = post(&city, "/api/opd/dinas-galat.xlsx/keluar", &json!({}));
    assert_eq!(gone.json()["cadangan"], "dinas-galat-001.xlsx");
    assert!(!city.path("dinas-galat.xlsx").exists());
    let state = until(&city, |state| state["opd"].as_array().unwrap().len() == 1);
    assert_eq!(names(&state), ["dinas bersih.xlsx"]);
    let kept = http::get(city.address(), "/api/cadangan").json();
    assert_eq!(kept[0]["berkas"], "dinas-galat.xlsx");
    assert_eq!(
        post(&city, "/api/cadangan/..%2Frahasia.xlsx/pulih", &json!({})).status,
        404
    );
    let back = post(
        &city,
        "/api/cadangan/dinas-galat-001.xlsx/pulih",
        &json!({}),
    );
    assert_eq!(back.json()["berkas"], "dinas-galat.xlsx");
    assert!(fs::read(city.path("dinas-galat.xlsx")).unwrap() == broken());
    until(&city, |state| state["opd"].as_array().unwrap().len() == 2);

    // A new agency gets a blank workbook, never in the place of another.
    let added = post(
        &city,
        "/api/opd-baru",
        &json!({ "nama": "Kecamatan Timur" }),
    );
    assert_eq!(added.json()["berkas"], "kecamatan-timur.xlsx");
    assert_eq!(
        post(
            &city,
            "/api/opd-baru",
            &json!({ "nama": "KECAMATAN TIMUR" })
        )
        .status,
        409
    );
    let state = until(&city, |state| state["opd"][2]["keadaan"] != "membaca");
    assert_eq!(
        state["opd"][2]["keadaan"], "belum diisi",
        "{}",
        state["opd"][2]
    );
    city.running.stop();
}

/// Two workbooks of one agency are told of the city, all are printed with one wish, and what
/// was printed can be taken from the page.
#[test]
fn the_city_is_held_together_and_printed_from_the_page() {
    let city = City::start();
    let state = until(&city, |state| {
        !state["temuan"].as_array().unwrap().is_empty()
    });
    let told = state["temuan"].as_array().unwrap().iter();
    assert_eq!(
        told.filter(|finding| finding["kode"] == "W101").count(),
        2,
        "{state}"
    );
    assert!(state["opd"][0]["pagu"].as_str().unwrap().contains('.'));
    assert!(state["opd"][0]["lengkap"][0].as_u64().unwrap() > 0);

    // What the program wrote among the workbooks is no agency, for nobody.
    renstra(&[
        "check",
        city.path("dinas-galat.xlsx").to_str().unwrap(),
        "--report",
        "xlsx",
    ]);
    assert!(city.path("dinas-galat-verifikasi.xlsx").exists());

    // Two of one agency are printed neither of them; the table says so before.
    assert_eq!(state["opd"][0]["keadaan"], "ada galat", "{state}");
    let run = print_all(&city);
    let said = run["pesan"].as_str().unwrap();
    assert!(said.starts_with("0 dari 2 dokumen final"), "{run}");
    post(&city, "/api/opd/dinas-galat.xlsx/keluar", &json!({}));
    until(&city, |state| state["opd"][0]["keadaan"] == "siap");
    let run = print_all(&city);
    let said = run["pesan"].as_str().unwrap();
    assert!(said.starts_with("1 dari 1 dokumen final"), "{run}");
    let made = run["baris"][0]["hasil"]
        .as_str()
        .unwrap()
        .replace(' ', "%20");
    let pdf = http::get(city.address(), &format!("/api/hasil/{made}"));
    assert!(pdf.body.starts_with(b"%PDF"));
    let recap = http::get(city.address(), "/api/hasil/rekap.xlsx");
    assert_eq!(recap.status, 200, "{run}");
    assert_eq!(
        http::get(city.address(), "/api/hasil/..%2Frenstra.toml").status,
        404
    );
    let state = http::get(city.address(), "/api/kota").json();
    assert_eq!(names(&state), ["dinas bersih.xlsx"]);
    city.running.stop();
}

/// Prints the city, and waits until it is done.
fn print_all(city: &City) -> Value {
    let asked = json!({ "jenis": "final" });
    assert_eq!(post(city, "/api/cetak", &asked).status, 204);
    assert_eq!(post(city, "/api/cetak", &asked).status, 409);
    let start = Instant::now();
    loop {
        let run = http::get(city.address(), "/api/cetak").json();
        if run["berjalan"] == false {
            assert_eq!(run["gagal"], false, "{run}");
            assert_eq!(run["selesai"], run["jumlah"], "{run}");
            return run;
        }
        assert!(
            start.elapsed() < Duration::from_mins(3),
            "never done: {run}"
        );
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// One true sentence: a file none of whose sheets is known is one error, in every command.
#[test]
fn a_foreign_file_is_one_error_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("satuan-pasangkayu.xlsx");
    foreign(&path);
    let file = path.to_str().unwrap();
    for command in [
        &["check", file][..],
        &["render", file],
        &["render", file, "--draft"],
        &["turunan", "iku", file],
        &["data", file],
    ] {
        let (code, said) = renstra(command);
        assert_eq!(code, Some(1), "{command:?}: {said}");
        assert_eq!(said.matches("galat[").count(), 1, "{command:?}: {said}");
        assert!(
            said.contains("tidak satu pun dari 1 lembarnya dikenal"),
            "{said}"
        );
        assert!(said.contains("Satuan Import - Tabel"), "{said}");
    }
    let rpjmd = support::path("fixtures/kota-pasuruan/rpjmd.xlsx");
    save::by_rename(&path, &fs::read(rpjmd).unwrap());
    let (_, said) = renstra(&["check", file]);
    assert!(said.contains("galat[W111]"), "{said}");
    assert_eq!(said.matches("galat[").count(), 1, "{said}");
}
