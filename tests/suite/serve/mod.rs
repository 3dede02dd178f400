//! The city's page without a browser: what it answers, and whom.

mod followed;
mod guarded;
mod shown;

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use renstra::serve::{self, Running, Settings};
use serde_json::Value;

use crate::support::http::{Answer, get};
use crate::support::{self, source, to_xlsx};

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

pub fn has_pages(state: &Value) -> bool {
    state["sibuk"] == false && !state["halaman"].as_array().unwrap().is_empty()
}

/// Digests of the pages.
fn digests(state: &Value) -> Vec<String> {
    let page = state["halaman"].as_array().unwrap().iter();
    page.map(|page| page["sidik"].as_str().unwrap().to_owned())
        .collect()
}

/// Names of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entry = fs::read_dir(folder).unwrap();
    entry
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}
