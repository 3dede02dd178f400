//! The city's page in the face of strangers: workbooks that cost the worker, and uploads of
//! every kind.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::serve::broken;
use crate::support;
use crate::support::http::{Answer, ask, get};

/// The command, ended with the test.
struct Served {
    child: Child,
    address: SocketAddr,
}

impl Served {
    fn start(city: &Path, fault: &str) -> Self {
        Self::run(Command::new(env!("CARGO_BIN_EXE_renstra")), city, fault)
    }

    fn run(mut command: Command, city: &Path, fault: &str) -> Self {
        let mut child = command
            .args(["serve", "--port", "0", &city.display().to_string()])
            .env("RENSTRA_FAULT", fault)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = BufReader::new(child.stderr.take().unwrap()).lines();
        let said = line.next().unwrap().unwrap();
        let address = said.split("http://").nth(1).unwrap();
        let address = address.split('/').next().unwrap().parse().unwrap();
        Self { child, address }
    }

    /// The same below a user's mask for the permissions of new files.
    #[cfg(unix)]
    fn start_with_mask(city: &Path, mask: &str) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("umask {mask}; exec \"$0\" \"$@\"")]);
        command.arg(env!("CARGO_BIN_EXE_renstra"));
        Self::run(command, city, "")
    }

    fn put(&self, name: &str, body: &[u8]) -> Answer {
        let path = format!("/api/unggah/{name}");
        ask(self.address, "PUT", &path, &[("X-Renstra", "1")], body)
    }

    fn until(&self, name: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let state = get(self.address, &format!("/api/opd/{name}")).json();
            if wanted(&state) {
                return state;
            }
            assert!(
                start.elapsed() < Duration::from_mins(3),
                "never so: {state}"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn city() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("opd")).unwrap();
    fs::copy(support::small_workbook(), folder.path().join("opd/a.xlsx")).unwrap();
    fs::copy(support::small_workbook(), folder.path().join("opd/b.xlsx")).unwrap();
    folder
}

#[test]
fn a_workbook_that_costs_the_worker_costs_nobody_else() {
    let folder = city();
    let served = Served::start(folder.path(), "abort:b.xlsx");
    let lost = served.until("b.xlsx", |state| state["kendala"] != Value::Null);
    assert_eq!(lost["temuan"][0]["kode"], "W104", "{lost}");
    let well = served.until("a.xlsx", |state| {
        state["sibuk"] == false && !state["halaman"].as_array().unwrap().is_empty()
    });
    assert_eq!(well["kendala"], Value::Null);
    let page = get(served.address, "/api/opd/a.xlsx/halaman/1");
    assert!(page.status == 200 || page.status == 503, "{}", page.text());
}

#[test]
fn uploads_lose_nothing_and_leave_nothing() {
    let folder = city();
    let served = Served::start(folder.path(), "");
    let opd = folder.path().join("opd");
    // Two contents under one name from four threads: each is there afterwards, and once.
    let clean = fs::read(support::small_workbook()).unwrap();
    let bodies = [clean.clone(), broken()];
    std::thread::scope(|scope| {
        for turn in 0..4 {
            let (served, bodies) = (&served, &bodies);
            scope.spawn(move || assert_eq!(served.put("a.xlsx", &bodies[turn % 2]).status, 200));
        }
    });
    let digests = |folder: &Path| -> Vec<blake3::Hash> {
        let entry = fs::read_dir(folder).into_iter().flatten().flatten();
        entry
            .map(|entry| blake3::hash(&fs::read(entry.path()).unwrap()))
            .collect()
    };
    let kept = digests(&folder.path().join("cadangan"));
    let there: BTreeSet<[u8; 32]> = kept
        .iter()
        .chain([&blake3::hash(&fs::read(opd.join("a.xlsx")).unwrap())])
        .map(|digest| *digest.as_bytes())
        .collect();
    assert_eq!(there.len(), 2, "a version is lost");
    assert!(kept.len() <= 2, "a content is kept twice");

    // Another case is the same workbook; names that some system does not take are none.
    assert_eq!(served.put("A.XLSX", &clean).json()["berkas"], "a.xlsx");
    for name in [
        "CON.xlsx",
        "nul.xlsx",
        "titik..xlsx",
        "a%E2%80%AExslx.xlsx",
        ".xlsx",
    ] {
        assert_eq!(served.put(name, &clean).status, 422, "{name}");
    }
    assert_eq!(served.put("rusak.xlsx", &clean[..2_000]).status, 422);
    #[cfg(unix)]
    {
        let secret = folder.path().join("rahasia.txt");
        fs::write(&secret, "rahasia").unwrap();
        std::os::unix::fs::symlink(&secret, opd.join("tautan.xlsx")).unwrap();
        assert_eq!(served.put("tautan.xlsx?cara=tambah", &clean).status, 409);
        assert_eq!(fs::read(&secret).unwrap(), b"rahasia");
    }
    let mut left: Vec<String> = fs::read_dir(&opd)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != "tautan.xlsx")
        .collect();
    left.sort();
    assert_eq!(left, ["a.xlsx", "b.xlsx"]);
    let listed = get(served.address, "/api/kota").text();
    assert!(!listed.contains("rusak.xlsx"), "{listed}");
}

/// A disk that fills while a file comes in, or when the old one is kept, or that is locked.
#[cfg(unix)]
#[test]
fn an_upload_that_finds_no_room_changes_nothing() {
    let Some(disk) = support::disk::Disk::new(256) else {
        return;
    };
    let opd = disk.path.join("opd");
    fs::create_dir(&opd).unwrap();
    let old = fs::read(support::small_workbook()).unwrap();
    fs::write(opd.join("a.xlsx"), &old).unwrap();
    let served = Served::start(&disk.path, "");
    served.until("a.xlsx", |state| state["sibuk"] == false);
    let refused = |body: &[u8], words: &str| {
        let answer = served.put("a.xlsx", body);
        assert_eq!(answer.status, 500, "{}", answer.text());
        assert!(answer.text().contains(words), "{}", answer.text());
        assert!(fs::read(opd.join("a.xlsx")).unwrap() == old);
        let names: Vec<_> = fs::read_dir(&opd)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names, ["a.xlsx"], "something is left behind");
        let kept = fs::read_dir(disk.path.join("cadangan"));
        assert_eq!(kept.into_iter().flatten().count(), 0);
    };
    refused(&vec![0; 1 << 20], "ruang penyimpanan penuh");
    // The new file has room, the copy of the old one does not.
    let new = broken();
    let pages = |bytes: &[u8]| bytes.len().div_ceil(4_096);
    let room = 64 - 2 * pages(&old) - pages(&new) + 1;
    fs::write(disk.path.join("isi"), vec![0; room * 4_096]).unwrap();
    refused(&new, "ruang penyimpanan penuh");
    fs::remove_file(disk.path.join("isi")).unwrap();
    disk.read_only();
    refused(&new, "folder hanya dapat dibaca");
}

/// A page whose worker was lost since is laid out once more: until then it is said that it
/// comes, and whoever asks again gets it.
#[cfg(target_os = "linux")]
#[test]
fn a_page_that_is_laid_out_again_is_there_for_who_asks_again() {
    let folder = city();
    fs::remove_file(folder.path().join("opd/b.xlsx")).unwrap();
    let served = Served::start(folder.path(), "");
    served.until("a.xlsx", |state| {
        state["sibuk"] == false && !state["halaman"].as_array().unwrap().is_empty()
    });
    let page = || get(served.address, "/api/opd/a.xlsx/halaman/2");
    let before = page();
    assert_eq!(before.status, 200);
    for worker in children(served.child.id()) {
        let killed = Command::new("kill").args(["-KILL", &worker]).status();
        assert!(killed.unwrap().success());
    }
    let start = Instant::now();
    let mut waited = false;
    loop {
        let answer = page();
        if answer.status == 200 {
            assert!(answer.body == before.body, "another page");
            break;
        }
        assert_eq!(answer.status, 503, "{}", answer.text());
        assert!(
            answer.text().contains("halaman sedang disusun ulang"),
            "{}",
            answer.text()
        );
        waited = true;
        assert!(start.elapsed() < Duration::from_mins(2), "it never comes");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(waited, "the worker was not lost");
}

/// The processes that a process started, by their ids.
#[cfg(target_os = "linux")]
fn children(of: u32) -> Vec<String> {
    let entry = fs::read_dir("/proc").unwrap();
    let is_child = |name: &String| {
        let stat = fs::read_to_string(format!("/proc/{name}/stat")).unwrap_or_default();
        // `pid (name) state parent …`
        let parent = stat
            .rsplit(") ")
            .next()
            .and_then(|rest| rest.split(' ').nth(1));
        parent == Some(of.to_string().as_str())
    };
    entry
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
        .filter(is_child)
        .collect()
}

/// A workbook that was sent is as readable for others as any that the user saves.
#[cfg(unix)]
#[test]
fn a_workbook_that_was_sent_has_the_permissions_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    for (mask, mode) in [("022", 0o644), ("027", 0o640), ("077", 0o600)] {
        let folder = city();
        let served = Served::start_with_mask(folder.path(), mask);
        assert_eq!(served.put("a.xlsx", &broken()).status, 200);
        let sent = folder.path().join("opd/a.xlsx");
        let kept = folder.path().join("cadangan/a-001.xlsx");
        for path in [sent, kept] {
            let found = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(found, mode, "{mask}: {} {found:o}", path.display());
        }
    }
}
