//! How office programs save a file that is open: not simply by writing it.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// A way of saving.
pub type Save = fn(&Path, &[u8]);

/// All ways, by the program that saves so.
pub const ALL: [(&str, Save); 4] = [
    ("Excel: temporary file, renamed over", by_rename),
    ("WPS: deleted, then renamed", by_delete_and_rename),
    ("in place, slowly", in_place_slowly),
    ("in a burst", in_a_burst),
];

pub fn lock_file(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap().to_str().unwrap();
    path.with_file_name(format!("~${name}"))
}

pub fn by_rename(path: &Path, bytes: &[u8]) {
    let temporary = path.with_file_name("9F3A2B10");
    fs::write(&temporary, bytes).unwrap();
    fs::rename(temporary, path).unwrap();
}

fn by_delete_and_rename(path: &Path, bytes: &[u8]) {
    let temporary = path.with_extension("xlsx.tmp");
    fs::write(&temporary, bytes).unwrap();
    fs::remove_file(path).unwrap();
    sleep(Duration::from_millis(200));
    fs::rename(temporary, path).unwrap();
}

/// In thirds, with pauses longer than the watch's own.
fn in_place_slowly(path: &Path, bytes: &[u8]) {
    let mut file = File::create(path).unwrap();
    for part in bytes.chunks(bytes.len() / 3 + 1) {
        file.write_all(part).unwrap();
        file.sync_all().unwrap();
        sleep(Duration::from_millis(400));
    }
}

/// The same save again and again, as synchronised folders do.
fn in_a_burst(path: &Path, bytes: &[u8]) {
    for _ in 0..5 {
        by_rename(path, bytes);
        sleep(Duration::from_millis(20));
    }
}

/// Written without a change.
pub fn touch(path: &Path) {
    let bytes = fs::read(path).unwrap();
    fs::write(path, bytes).unwrap();
}
