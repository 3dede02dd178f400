//! The computer around the program: a full disk, a folder that can only be read, the user's
//! language, zone of time and mask of new files.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use crate::support;
use crate::support::disk::Disk;

fn render(output: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_renstra"))
        .arg("render")
        .arg(support::small_workbook())
        .arg("-o")
        .arg(output)
        .output()
        .unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    entries.map(|entry| name(entry.unwrap())).collect()
}

#[test]
fn a_full_or_locked_disk_is_said_and_keeps_the_last_good_file() {
    let Some(disk) = Disk::new(64) else {
        return;
    };
    let output = disk.path.join("renstra.pdf");
    fs::write(&output, "yang lama").unwrap();
    let refused = |words: &str| {
        let done = render(&output);
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(3), "{said}");
        assert!(said.contains(words), "{said}");
        assert_eq!(fs::read_to_string(&output).unwrap(), "yang lama");
        assert_eq!(
            names(&disk.path),
            ["renstra.pdf"],
            "something is left behind"
        );
    };
    refused("ruang penyimpanan penuh");
    disk.read_only();
    refused("folder hanya dapat dibaca");
}

#[test]
fn language_zone_and_mask_of_the_user_change_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let plain = folder.path().join("biasa.pdf");
    assert!(render(&plain).status.success());
    for (mask, mode) in [("022", 0o644), ("027", 0o640), ("077", 0o600)] {
        let output = folder.path().join(format!("{mask}.pdf"));
        let command = format!("umask {mask}; exec \"$0\" \"$@\"");
        let done = Command::new("sh")
            .args(["-c", &command, env!("CARGO_BIN_EXE_renstra"), "render"])
            .arg(support::small_workbook())
            .arg("-o")
            .arg(&output)
            .envs([
                ("LC_ALL", "tr_TR.UTF-8"),
                ("LANG", "ar_EG"),
                ("TZ", "Pacific/Kiritimati"),
            ])
            .status();
        assert!(done.unwrap().success());
        assert!(
            fs::read(&output).unwrap() == fs::read(&plain).unwrap(),
            "{mask}: other bytes"
        );
        let found = fs::metadata(&output).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{mask}: {found:o}");
    }
}

/// A computer's clock may stand at its first day or far ahead, and so may the times of files.
#[test]
fn the_clock_and_the_times_of_files_change_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let city = folder.path().join("kota");
    fs::create_dir_all(city.join("opd")).unwrap();
    let workbook = city.join("opd/dinas.xlsx");
    fs::copy(support::small_workbook(), &workbook).unwrap();
    let dated = |seconds: u64| {
        let file = fs::File::options().write(true).open(&workbook).unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        file.set_modified(time).unwrap();
    };
    let batch = || {
        let done = Command::new(env!("CARGO_BIN_EXE_renstra"))
            .args(["batch", "-j1", "--draft"])
            .arg(&city)
            .output()
            .unwrap();
        String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap()
    };
    dated(0);
    let first = batch();
    let printed = |folder: &Path| -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.clone(), fs::read(path).unwrap()))
            .collect();
        files.sort();
        files
    };
    let output = city.join("rancangan");
    let before = printed(&output);
    assert!(!before.is_empty(), "{first}");
    // 2106, behind what 32 bits of seconds can say.
    dated(4_300_000_000);
    let second = batch();
    assert!(printed(&output) == before, "other bytes: {second}");
}
