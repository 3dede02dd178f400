//! What is shown of a city and its agencies, and what can be taken away.

use std::fs;
use std::process::Command;

use renstra::pipeline::{self, Options};
use serde_json::Value;

use super::{City, digests, has_pages, names};
use crate::pdf::read_back;
use crate::support;

#[test]
fn a_city_is_shown_with_its_pages_findings_and_pdfs() {
    let city = City::start();
    let state = city.until("dinas-galat.xlsx", has_pages);
    let list = city.get("/api/kota").json();
    let name: Vec<&str> = list["opd"]
        .as_array()
        .unwrap()
        .iter()
        .map(|opd| opd["berkas"].as_str().unwrap())
        .collect();
    assert_eq!(name, ["dinas bersih.xlsx", "dinas-galat.xlsx"]);

    // The finding leads to a page that shows the amount it is about.
    assert_eq!(state["rancangan"], true);
    let finding = &state["temuan"][0];
    assert_eq!(finding["kode"], "R012");
    let address = finding["alamat"].as_str().unwrap();
    assert!(address.starts_with("'T-C.27'!"), "{address}");
    let page = finding["halaman"].as_u64().unwrap();
    let chapter = state["bab"]
        .as_array()
        .unwrap()
        .iter()
        .find(|bab| bab["judul"].as_str().unwrap().starts_with("BAB VI "))
        .unwrap();
    let range = chapter["awal"].as_u64().unwrap()..=chapter["akhir"].as_u64().unwrap();
    assert!(range.contains(&page), "page {page} is not in {range:?}");

    let digest = &digests(&state)[0];
    let svg = city.get(&format!("/api/opd/dinas-galat.xlsx/halaman/1?s={digest}"));
    assert_eq!(svg.header("content-type"), Some("image/svg+xml"));
    assert!(svg.header("cache-control").unwrap().contains("immutable"));
    assert!(svg.text().starts_with("<svg"));
    let other = city.get("/api/opd/dinas-galat.xlsx/halaman/1?s=0");
    assert_eq!(other.header("cache-control"), Some("no-store"));
    assert_eq!(
        city.get("/api/opd/dinas-galat.xlsx/halaman/999").status,
        404
    );

    let refused = city.get("/api/opd/dinas-galat.xlsx/unduh/final");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("masih ada 1 galat"));
    assert_eq!(state["alasan"], "masih ada 1 galat");
    let draft = city.get("/api/opd/dinas-galat.xlsx/unduh/rancangan");
    assert!(
        draft
            .header("content-disposition")
            .unwrap()
            .contains("dinas-galat-rancangan.pdf")
    );
    let pages = digests(&state).len();
    assert_eq!(read_back(&draft.body).page.len(), pages);

    let clean = city.until("dinas%20bersih.xlsx", has_pages);
    assert_eq!(clean["alasan"], Value::Null);
    let fin = city.get("/api/opd/dinas%20bersih.xlsx/unduh/final");
    assert_eq!(read_back(&fin.body).page.len(), digests(&clean).len());
    city.running.stop();
}

/// Runs the program and wants it to end well.
fn renstra(arg: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(arg)
        .output();
    let output = output.unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
}

#[test]
fn what_can_be_taken_away_is_what_the_commands_make() {
    let city = City::start();
    city.until("dinas%20bersih.xlsx", has_pages);
    let take = |name: &str, kind: &str| {
        let answer = city.get(&format!("/api/opd/{name}/unduh/{kind}"));
        assert_eq!(answer.status, 200, "{}", answer.text());
        let disposition = answer.header("content-disposition").unwrap().to_owned();
        (disposition, answer.body)
    };
    let folder = tempfile::tempdir().unwrap();
    let workbook = city.path("dinas bersih.xlsx");
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let note = path("catatan.pdf");
    let book = workbook.to_str().unwrap();
    renstra(&["check", book, "--report", "pdf", "-o", &note, "-q"]);
    let (name, pdf) = take("dinas%20bersih.xlsx", "verifikasi");
    assert!(name.ends_with("dinas%20bersih-verifikasi.pdf"), "{name}");
    assert!(pdf == fs::read(&note).unwrap(), "another note");

    // A blank one for the agency in hand, in its regulation and period.
    let inspection = pipeline::inspect(support::library(), &workbook, &Options::default()).unwrap();
    let opd = inspection.renstra.identitas.nama.value().unwrap().clone();
    let periode = inspection.periode().unwrap();
    let periode = format!("{}-{}", periode.awal, periode.akhir);
    let daerah = inspection.daerah().unwrap();
    renstra(&[
        "init",
        &path("kota"),
        "--opd",
        &opd,
        "--periode",
        &periode,
        "--daerah",
        &daerah,
        "--peraturan",
        &inspection.regulation.id,
        "-q",
    ]);
    let made = names(&folder.path().join("kota/opd")).remove(0);
    let (name, blank) = take("dinas%20bersih.xlsx", "kosong");
    assert!(name.ends_with("dinas%20bersih-kosong.xlsx"), "{name}");
    let of_init = fs::read(folder.path().join("kota/opd").join(made)).unwrap();
    assert!(blank == of_init, "another blank workbook");

    // Of a file that cannot be read: no note, but still a blank workbook.
    fs::write(city.path("dinas-galat.xlsx"), "bukan buku kerja").unwrap();
    let torn = city.until("dinas-galat.xlsx", |state| state["kendala"] != Value::Null);
    assert_eq!(torn["terbaca"], false);
    let refused = city.get("/api/opd/dinas-galat.xlsx/unduh/verifikasi");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("tidak dapat dibaca"));
    take("dinas-galat.xlsx", "kosong");
    // And one for a city that has none yet.
    let answer = city.get("/api/kosong");
    let name = answer.header("content-disposition").unwrap();
    assert!(name.ends_with("buku-kerja-kosong.xlsx"), "{name}");
    let blank = folder.path().join("kosong.xlsx");
    fs::write(&blank, &answer.body).unwrap();
    assert!(
        pipeline::identify(&blank)
            .unwrap()
            .periode
            .value()
            .is_some()
    );
    city.running.stop();
}
