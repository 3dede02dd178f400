//! The city's page without a browser: what it answers, and whom.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use renstra::pipeline::{self, Options};
use renstra::serve::{self, Running, Settings};
use serde_json::Value;

use crate::pdf::read_back;
use crate::support::grid::Content;
use crate::support::http::{Answer, ask, get};
use crate::support::{self, save, source, to_xlsx};

const LONG: Duration = Duration::from_mins(2);
const OWN: (&str, &str) = ("X-Renstra", "1");

/// A city of two agencies, one of them with an error, that is being served.
pub struct City {
    pub folder: tempfile::TempDir,
    pub running: Running,
}

impl City {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let opd = folder.path().join("opd");
        fs::create_dir(&opd).unwrap();
        fs::copy(support::small_workbook(), opd.join("dinas bersih.xlsx")).unwrap();
        fs::write(opd.join("dinas-galat.xlsx"), broken()).unwrap();
        fs::write(opd.join("~$dinas-galat.xlsx"), "x").unwrap();
        fs::write(opd.join("catatan.txt"), "rahasia").unwrap();
        fs::write(folder.path().join("rahasia.xlsx"), broken()).unwrap();
        let settings = Settings {
            folder: folder.path().to_owned(),
            program: Some(env!("CARGO_BIN_EXE_renstra").into()),
            ..Settings::default()
        };
        let running = serve::start(settings).unwrap();
        Self { folder, running }
    }

    pub fn address(&self) -> SocketAddr {
        self.running.address
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("opd").join(name)
    }

    pub fn get(&self, path: &str) -> Answer {
        get(self.address(), path)
    }

    /// The agency's state, once it is as wanted.
    pub fn until(&self, name: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let answer = self.get(&format!("/api/opd/{name}"));
            assert_eq!(answer.status, 200, "{}", answer.text());
            let state = answer.json();
            if wanted(&state) {
                return state;
            }
            assert!(start.elapsed() < LONG, "never so: {state}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

/// The small agency with one error.
pub fn broken() -> Vec<u8> {
    let case = support::path("fixtures/cases/r012-pagu-mismatch-kegiatan");
    to_xlsx::xlsx(&source::read(
        &support::path("fixtures/small-opd"),
        Some(&case),
    ))
}

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

pub fn has_pages(state: &Value) -> bool {
    state["sibuk"] == false && !state["halaman"].as_array().unwrap().is_empty()
}

/// Digests of the pages.
fn digests(state: &Value) -> Vec<String> {
    let page = state["halaman"].as_array().unwrap().iter();
    page.map(|page| page["sidik"].as_str().unwrap().to_owned())
        .collect()
}

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
fn nobody_is_answered_who_came_by_another_name_or_wants_out() {
    let city = City::start();
    let address = city.address();
    let port = address.port();
    let local = format!("localhost:{port}");
    let own = format!("http://{local}");
    let with = |header: &[(&str, &str)]| ask(address, "GET", "/api/kota", header, b"").status;
    assert_eq!(with(&[("Host", &local)]), 200);
    assert_eq!(with(&[("Host", &local), ("Origin", &own)]), 200);
    for header in [
        vec![("Host", "renstra.example")],
        vec![("Host", "127.0.0.1")],
        vec![("Host", &local), ("Origin", "http://renstra.example")],
        vec![("Host", &local), ("Origin", "null")],
        vec![("Host", &local), ("Origin", "http://localhost:1")],
        vec![("Host", &local), ("Sec-Fetch-Site", "cross-site")],
    ] {
        assert_eq!(with(&header), 403, "{header:?}");
    }
    let answer = city.get("/");
    assert_eq!(answer.header("access-control-allow-origin"), None);
    assert!(
        answer
            .header("content-security-policy")
            .unwrap()
            .contains("default-src 'none'")
    );
    for path in [
        "/opd/catatan.txt",
        "/../Cargo.toml",
        "/api/opd/catatan.txt",
        "/api/opd/..%2Frahasia.xlsx",
        "/api/opd/rahasia.xlsx",
        "/api/opd/%2Fetc%2Fpasswd",
        "/api/opd/~$dinas-galat.xlsx",
        "/api/opd/dinas-galat.xlsx/unduh/lain",
        "/api/opd/..%2Frahasia.xlsx/unduh/rancangan",
    ] {
        assert_eq!(city.get(path).status, 404, "{path}");
    }
    #[cfg(unix)]
    {
        let outside = tempfile::tempdir().unwrap();
        let secret = outside.path().join("luar.xlsx");
        fs::write(&secret, broken()).unwrap();
        std::os::unix::fs::symlink(&secret, city.path("luar.xlsx")).unwrap();
        std::thread::sleep(Duration::from_secs(2));
        assert_eq!(city.get("/api/opd/luar.xlsx").status, 404);
    }
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
    assert!(refused.text().contains("tidak diganti"));
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

fn names(folder: &Path) -> Vec<String> {
    let entry = fs::read_dir(folder).unwrap();
    entry
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// As the command: it says where it is, takes no port that is taken, and ends with Ctrl+C.
#[cfg(unix)]
#[test]
fn the_command_says_where_it_is_and_ends_cleanly() {
    let city = City::start();
    let folder = city.folder.path().to_str().unwrap();
    let command = |port: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_renstra"));
        command.args(["serve", folder, "--port", port]);
        command
    };
    let taken = command(&city.address().port().to_string())
        .output()
        .unwrap();
    assert_eq!(taken.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&taken.stderr).contains("sedang dipakai"));

    let mut child = command("0").stderr(Stdio::piped()).spawn().unwrap();
    let mut line = BufReader::new(child.stderr.take().unwrap()).lines();
    let said = line.next().unwrap().unwrap();
    let address = said
        .split("http://")
        .nth(1)
        .unwrap()
        .split('/')
        .next()
        .unwrap();
    assert!(address.starts_with("127.0.0.1:"), "{said}");
    assert_eq!(get(address.parse().unwrap(), "/api/kota").status, 200);
    let pid = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(child.wait().unwrap().code(), Some(0));
    city.running.stop();
}
