//! A start without a command: by a double-click, or by what was dropped on the icon.

use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use renstra::serve::{self, End, Greeting};
use serde_json::{Value, json};

use crate::support::{self, http};

const OWN: [(&str, &str); 2] = [("X-Renstra", "1"), ("Content-Type", "application/json")];

/// A program that was started, and what it says.
struct Started {
    child: Child,
    line: Lines<BufReader<ChildStderr>>,
    state: tempfile::TempDir,
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Started {
    /// Without a browser: none is found in an empty `PATH`.
    fn new(folder: &Path, argument: &[&str]) -> Self {
        let state = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_renstra"))
            .args(argument)
            .current_dir(folder)
            .env("PATH", "")
            .env("XDG_STATE_HOME", state.path())
            .env("HOME", state.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let line = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, line, state }
    }

    /// The address that it says, with what stands behind it.
    fn url(&mut self) -> String {
        let line = self.line.by_ref().map_while(Result::ok);
        let mut said = line.filter_map(|line| {
            let (_, url) = line.split_once("http://")?;
            Some(url.split([' ', ';']).next()?.to_owned())
        });
        said.next().expect("no address was said")
    }
}

fn address(url: &str) -> std::net::SocketAddr {
    url.split('/').next().unwrap().parse().unwrap()
}

fn post(url: &str, path: &str, body: &Value) -> http::Answer {
    let body = body.to_string();
    http::ask(address(url), "POST", path, &OWN, body.as_bytes())
}

fn who(url: &str) -> Value {
    http::get(address(url), "/api/siapa").json()
}

fn city() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    support::copy(&support::path("fixtures/kota-pasuruan"), folder.path());
    folder
}

/// Whether a path that is told is this folder.
fn is(told: &Value, folder: &Path) -> bool {
    Path::new(told.as_str().unwrap_or_default()) == folder.canonicalize().unwrap()
}

#[cfg(unix)]
#[test]
fn a_folder_or_a_workbook_alone_opens_the_page_of_its_city() {
    let city = city();
    let opd = city.path().join("opd");
    // A folder within the city; the browser that is not there is told.
    let mut started = Started::new(city.path(), &["opd", "--port", "0"]);
    let url = started.url();
    assert!(is(&who(&url)["kota"], city.path()));
    let said = started.line.next().unwrap().unwrap();
    assert!(said.contains("peramban tidak dapat dibuka"), "{said}");
    let known = std::fs::read_to_string(started.state.path().join("renstra/kota.txt")).unwrap();
    assert!(is(&json!(known), city.path()), "{known}");

    // A workbook of a city, and one that stands alone: its neighbours are not listed.
    let mut started = Started::new(&opd, &["dinas-kesehatan.xlsx", "--port", "0"]);
    let url = started.url();
    assert!(url.ends_with("#opd=dinas-kesehatan.xlsx"), "{url}");
    assert!(is(&who(&url)["kota"], city.path()));
    let alone = tempfile::tempdir().unwrap();
    for name in ["dinas-kesehatan.xlsx", "bappelitbangda.xlsx"] {
        std::fs::copy(opd.join(name), alone.path().join(name)).unwrap();
    }
    let mut started = Started::new(alone.path(), &["dinas-kesehatan.xlsx", "--port", "0"]);
    let url = started.url();
    let listed = http::get(address(&url), "/api/kota").json();
    assert_eq!(listed["opd"].as_array().unwrap().len(), 1, "{listed}");

    // What can only be a path is not called an unknown command.
    let output = Command::new(env!("CARGO_BIN_EXE_renstra"))
        .args(["tidak-ada.xlsx", "--port", "0"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("tidak ditemukan"), "{said}");
}

/// Nothing around: the page on which a city is chosen, then the city at the same address, then
/// back. The page ends the program.
#[cfg(unix)]
#[test]
fn a_start_without_anything_leads_to_a_city_and_the_page_ends_it() {
    let empty = tempfile::tempdir().unwrap();
    let mut started = Started::new(empty.path(), &["serve", "--port", "0"]);
    let url = started.url();
    assert_eq!(who(&url)["kota"], Value::Null);
    let refused = post(&url, "/api/buka", &json!({ "di": empty.path() }));
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("tidak memuat renstra.toml"));

    let asked = json!({
        "di": empty.path(), "daerah": "Kota Baru", "periode": "2025-2029", "peraturan": "inmendagri-2-2025",
        "opd": ["1. Dinas Kesehatan", "Kecamatan Timur", "dinas  kesehatan", ""],
    });
    let made = post(&url, "/api/baru", &asked);
    assert_eq!(made.status, 200, "{}", made.text());
    // Between two pages nobody answers.
    let until = |wanted: Option<&Path>| {
        let wanted = wanted.map(|folder| folder.canonicalize().unwrap());
        let start = Instant::now();
        while serve::other(address(&url).port()).is_none_or(|other| other.city != wanted) {
            assert!(start.elapsed() < Duration::from_mins(1), "never so");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    let folder = empty.path().join("Kota Baru");
    until(Some(&folder));
    let mut name: Vec<_> = std::fs::read_dir(folder.join("opd"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    name.sort();
    assert_eq!(name, ["dinas-kesehatan.xlsx", "kecamatan-timur.xlsx"]);
    let settings = std::fs::read_to_string(folder.join("renstra.toml")).unwrap();
    assert!(settings.contains("Kota Baru"), "{settings}");

    assert_eq!(post(&url, "/api/lain", &json!({})).status, 204);
    until(None);
    let again = http::get(address(&url), "/api/awal").json();
    assert!(is(&again["terakhir"][0], &folder), "{again}");
    let twice = post(&url, "/api/baru", &asked);
    assert_eq!(twice.status, 409, "{}", twice.text());
    assert_eq!(post(&url, "/api/tutup", &json!({})).status, 204);
    assert_eq!(started.child.wait().unwrap().code(), Some(0));
}

#[test]
fn agencies_of_a_pasted_list_are_recognised_and_the_sample_is_whole() {
    let home = tempfile::tempdir().unwrap();
    let welcome = serve::welcome(Greeting {
        home: home.path().to_owned(),
        ..Greeting::default()
    })
    .unwrap();
    let url = welcome.url();
    let url = url.trim_start_matches("http://");
    let list = json!([
        "2) Dinas Lingkungan Hdup",
        "Dinas Kesehatan",
        "DINAS KESEHATAN",
        "Dinas Xyz",
        "…"
    ]);
    let known = post(url, "/api/kenali", &list).json();
    assert_eq!(known[0]["nama"], "Dinas Lingkungan Hdup");
    assert_eq!(known[0]["mirip"], "Dinas Lingkungan Hidup");
    assert!(known[1]["bidang"][0].as_str().unwrap().starts_with("1.02 "));
    assert_eq!(known[2]["ganda"], true);
    assert_eq!(known[3]["bidang"], json!([]));
    assert_eq!(known[3]["mirip"], Value::Null);
    assert_eq!(known[4]["berkas"], Value::Null);

    // Somebody else's page cannot make anything.
    let strange = http::ask(address(url), "POST", "/api/contoh", &[], b"{}");
    assert_eq!(strange.status, 403);
    assert_eq!(post(url, "/api/contoh", &json!({})).status, 200);
    let sample = home.path().join("Contoh Renstra");
    assert_eq!(welcome.wait().unwrap(), End::City(sample.clone()));
    for file in ["renstra.toml", "rpjmd.xlsx", "opd/dinas-kesehatan.xlsx"] {
        let own = support::path("fixtures/kota-pasuruan").join(file);
        assert!(std::fs::read(sample.join(file)).unwrap() == std::fs::read(own).unwrap());
    }
    welcome.stop();
}

/// A second start finds the page that is served; what is no page of ours is none.
#[test]
fn another_start_finds_the_page_that_is_there() {
    let city = crate::serve::City::start();
    let other = serve::other(city.address().port()).unwrap();
    assert_eq!(other.url, city.running.url());
    assert_eq!(other.city, Some(city.folder.path().canonicalize().unwrap()));
    city.running.stop();
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    assert_eq!(serve::other(silent.local_addr().unwrap().port()), None);
}
