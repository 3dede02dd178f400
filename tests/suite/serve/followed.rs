//! Files that change while the city is served.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use renstra::pipeline::{self, Options};
use renstra::serve::{self, Settings};
use serde_json::Value;

use super::{City, LONG, OWN, broken, digests, has_pages, names};
use crate::support::grid::Content;
use crate::support::http::ask;
use crate::support::{self, save, source, to_xlsx};

/// The small agency with one text of its funding table changed.
fn reworded() -> Vec<u8> {
    let mut list = source::read(&support::path("fixtures/small-opd"), None);
    let table = list.iter_mut().find(|grid| grid.name == "T-C.27").unwrap();
    let text = Content::Text("Penyusunan Rencana Pembangunan Terminal Penumpang Tipe C".to_owned());
    let cell = table.cell.values_mut().find(|content| **content == text);
    *cell.unwrap() =
        Content::Text("Penyusunan Rencana Pembangunan Terminal Penumpang Tipe B".to_owned());
    to_xlsx::xlsx(&list)
}

#[test]
fn a_save_changes_only_the_pages_it_touches_and_is_told() {
    let city = City::start();
    let before = city.until("dinas%20bersih.xlsx", has_pages);

    let mut stream = TcpStream::connect(city.address()).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    let host = city.address();
    write!(
        stream,
        "GET /api/peristiwa HTTP/1.1\r\nHost: {host}\r\n\r\n"
    )
    .unwrap();
    let mut line = BufReader::new(stream).lines().map_while(Result::ok);
    assert!(line.any(|line| line.contains("text/event-stream")));

    // One text of one table: one page looks otherwise, and nothing behind it.
    save::by_rename(&city.path("dinas bersih.xlsx"), &reworded());
    let reworded = city.until("dinas%20bersih.xlsx", |state| {
        has_pages(state) && digests(state) != digests(&before)
    });
    let (old, new) = (digests(&before), digests(&reworded));
    assert_eq!(old.len(), new.len());
    let changed = old.iter().zip(&new).filter(|(old, new)| old != new);
    assert_eq!(changed.count(), 1);
    assert_eq!(reworded["berubah"].as_array().unwrap().len(), 1);

    save::by_rename(&city.path("dinas bersih.xlsx"), &broken());
    assert!(
        line.any(|line| line == "data: dinas bersih.xlsx"),
        "the save was not told"
    );
    let after = city.until("dinas%20bersih.xlsx", |state| {
        state["galat"] == 1 && has_pages(state)
    });
    assert!(
        after["berubah"]
            .as_array()
            .unwrap()
            .iter()
            .all(|cell| { cell.as_str().unwrap().starts_with("'T-C.27'!") }),
        "{}",
        after["berubah"]
    );
    // What cannot be read leaves the last pages, and says why.
    fs::write(city.path("dinas bersih.xlsx"), "bukan buku kerja").unwrap();
    let torn = city.until("dinas%20bersih.xlsx", |state| {
        state["kendala"] != Value::Null
    });
    assert_eq!(digests(&torn), digests(&after));
    assert!(torn["alasan"] != Value::Null);
    // Back to what it was: the same pages, the very same digests.
    save::by_rename(
        &city.path("dinas bersih.xlsx"),
        &fs::read(support::small_workbook()).unwrap(),
    );
    let again = city.until("dinas%20bersih.xlsx", |state| {
        state["kendala"] == Value::Null && has_pages(state) && state["galat"] == 0
    });
    assert_eq!(digests(&again), digests(&before));

    fs::remove_file(city.path("dinas-galat.xlsx")).unwrap();
    let start = Instant::now();
    while city.get("/api/kota").json()["opd"]
        .as_array()
        .unwrap()
        .len()
        > 1
    {
        assert!(start.elapsed() < LONG, "a deleted workbook is still listed");
        std::thread::sleep(Duration::from_millis(50));
    }
    // The events end with the program, not with the browser.
    city.running.stop();
    assert_eq!(line.find(|line| line.contains("selalu")), None);
}

/// Kodes of an agency's findings.
fn kode(state: &Value) -> Vec<&str> {
    let finding = state["temuan"].as_array().unwrap().iter();
    finding
        .map(|finding| finding["kode"].as_str().unwrap())
        .collect()
}

/// The RPJMD of the small agency's city, with less money for a programme if told so.
fn rpjmd(less: bool) -> Vec<u8> {
    let case = support::path("fixtures/cases/r037-pagu-above-rpjmd/rpjmd");
    let base = support::path("fixtures/small-opd/rpjmd");
    to_xlsx::xlsx(&source::read_rpjmd(&base, less.then_some(&*case)))
}

#[test]
fn options_hold_and_what_lies_beside_the_workbooks_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("opd")).unwrap();
    fs::copy(support::small_workbook(), at("opd/dinas.xlsx")).unwrap();
    // Named, and in other places than those looked into by default.
    fs::write(at("opd/rpjmd kota.xlsx"), rpjmd(false)).unwrap();
    fs::create_dir(at("lain")).unwrap();
    fs::write(at("lain/setelan.toml"), "[dokumen]\nkertas = \"a4\"\n").unwrap();
    support::copy(&support::path("templates"), &at("templat"));
    let settings = || Settings {
        folder: folder.path().to_owned(),
        options: Options {
            config: Some(at("lain/setelan.toml")),
            peraturan: Some("permendagri-86-2017".to_owned()),
            rpjmd: Some(at("opd/rpjmd kota.xlsx")),
            ..Options::default()
        },
        templates: Some(at("templat")),
        program: Some(env!("CARGO_BIN_EXE_renstra").into()),
        ..Settings::default()
    };
    for wrong in ["peraturan", "rpjmd", "config", "templates"] {
        let mut settings = settings();
        match wrong {
            "peraturan" => settings.options.peraturan = Some("perda".to_owned()),
            "rpjmd" => settings.options.rpjmd = Some(at("tidak ada.xlsx")),
            "config" => settings.options.config = Some(at("tidak ada.toml")),
            _ => settings.templates = Some(at("tidak ada")),
        }
        assert!(serve::start(settings).is_err(), "{wrong}");
    }
    let options = settings().options;
    let running = serve::start(settings()).unwrap();
    let city = City { folder, running };
    let at = |name: &str| city.folder.path().join(name);
    let until = |wanted: &dyn Fn(&Value) -> bool| {
        city.until("dinas.xlsx", |state| {
            state["sibuk"] == false && wanted(state)
        })
    };
    let height = |state: &Value| state["halaman"][0]["tinggi"].as_f64().unwrap();
    let first = until(&has_pages);
    let list = city.get("/api/kota").json();
    assert_eq!(list["opd"].as_array().unwrap().len(), 1, "{list}");
    let inspection = pipeline::inspect(support::library(), &city.path("dinas.xlsx"), &options);
    let expected = inspection.unwrap().findings;
    let expected: Vec<&str> = expected.iter().map(|finding| finding.code.0).collect();
    assert_eq!(kode(&first), expected);

    // The RPJMD.
    save::by_rename(&at("opd/rpjmd kota.xlsx"), &rpjmd(true));
    until(&|state| kode(state).contains(&"R037"));
    save::by_rename(&at("opd/rpjmd kota.xlsx"), &rpjmd(false));
    until(&|state| kode(state) == kode(&first));

    // The settings.
    fs::write(
        at("lain/setelan.toml"),
        "[dokumen]\nkertas = \"f4-215x330\"\n",
    )
    .unwrap();
    until(&|state| height(state) > height(&first) + 90.0);
    fs::write(at("lain/setelan.toml"), "[dokumen]\nkertas = \"a4\"\n").unwrap();
    let again = until(&|state| height(state) < height(&first) + 1.0);
    assert_eq!(digests(&again), digests(&first));

    // A template, and what a regulation says; one that is broken leaves the last pages.
    let main = at("templat/permendagri-86-2017/main.typ");
    let text = fs::read_to_string(&main).unwrap();
    fs::write(&main, format!("{text}\n#pagebreak()\nTambahan\n")).unwrap();
    let longer = until(&|state| digests(state).len() == digests(&first).len() + 1);
    let format = at("templat/permendagri-86-2017/format.toml");
    let rule = fs::read_to_string(&format).unwrap();
    fs::write(&format, "bukan toml").unwrap();
    let broken = until(&|state| state["kendala"] != Value::Null);
    let why = broken["kendala"].as_str().unwrap();
    assert!(why.contains("templat tidak dapat dipakai"), "{why}");
    assert_eq!(digests(&broken), digests(&longer));
    fs::write(&format, rule).unwrap();
    fs::write(&main, text).unwrap();
    let healed = until(&|state| state["kendala"] == Value::Null);
    assert!(!digests(&healed).is_empty());
    until(&|state| digests(state) == digests(&first));
    city.running.stop();
}

#[test]
fn the_rpjmd_beside_the_settings_is_taken_by_itself_and_followed() {
    let folder = tempfile::tempdir().unwrap();
    let opd = folder.path().join("opd");
    fs::create_dir(&opd).unwrap();
    fs::copy(support::small_workbook(), opd.join("dinas.xlsx")).unwrap();
    let settings = Settings {
        folder: folder.path().to_owned(),
        program: Some(env!("CARGO_BIN_EXE_renstra").into()),
        ..Settings::default()
    };
    let running = serve::start(settings).unwrap();
    let city = City { folder, running };
    let first = city.until("dinas.xlsx", has_pages);
    assert!(!kode(&first).contains(&"R037"));
    // The settings come while it is served, and make the folder a city's.
    let at = |name: &str| city.folder.path().join(name);
    fs::write(at("rpjmd.xlsx"), rpjmd(true)).unwrap();
    fs::write(at("renstra.toml"), "[daerah]\nnama = \"Kota Pasuruan\"\n").unwrap();
    city.until("dinas.xlsx", |state| kode(state).contains(&"R037"));
    fs::remove_file(at("rpjmd.xlsx")).unwrap();
    city.until("dinas.xlsx", |state| kode(state) == kode(&first));
    city.running.stop();
}

#[test]
fn a_workbook_that_is_sent_is_kept_and_the_old_one_aside() {
    let city = City::start();
    let address = city.address();
    let send =
        |name: &str, body: &[u8]| ask(address, "PUT", &format!("/api/unggah/{name}"), &[OWN], body);
    let clean = fs::read(support::small_workbook()).unwrap();
    let answer = send("dinas-galat.xlsx", &clean);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["cadangan"], "dinas-galat-001.xlsx");
    let kept = city.folder.path().join("cadangan/dinas-galat-001.xlsx");
    assert!(fs::read(kept).unwrap() == broken());
    assert!(fs::read(city.path("dinas-galat.xlsx")).unwrap() == clean);
    city.until("dinas-galat.xlsx", |state| {
        state["galat"] == 0 && has_pages(state)
    });

    let added = send("dinas-baru.xlsx?cara=tambah", &clean).json();
    assert_eq!(added["cadangan"], Value::Null);
    for name in [
        "..%2Fluar.xlsx",
        "%2Ftmp%2Fluar.xlsx",
        "a%5Cb.xlsx",
        "c%3Ab.xlsx",
        "~$x.xlsx",
        ".x.xlsx",
        "x.exe",
        "renstra.toml",
        "x.xlsx%00",
    ] {
        assert_eq!(send(name, &clean).status, 422, "{name}");
    }
    let refused = send("dinas-galat.xlsx", b"bukan buku kerja");
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .text()
            .contains("tidak ada yang ditambahkan atau diganti")
    );
    assert!(fs::read(city.path("dinas-galat.xlsx")).unwrap() == clean);

    let large = [OWN, ("Content-Length", "60000000")];
    let answer = ask(address, "PUT", "/api/unggah/besar.xlsx", &large, b"x");
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("lebih besar dari 48 MiB"));
    // A form of another page cannot set the header.
    let answer = ask(address, "PUT", "/api/unggah/x.xlsx", &[], &clean);
    assert_eq!(answer.status, 403);
    let left = names(&city.folder.path().join("opd"));
    assert!(
        left.iter().all(|name| !name.starts_with(".renstra-")),
        "{left:?}"
    );
    city.running.stop();
}
