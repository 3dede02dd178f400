//! The computer around the program: a full disk, a folder that can only be read, the user's
//! language, zone of time and mask of new files.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support;

/// A disk of a few hundred kilobytes in memory, gone with the test.
struct Disk {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Disk {
    /// `None` where this user may not mount one.
    fn new(kilobytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("disk");
        fs::create_dir(&path).unwrap();
        let size = format!("size={kilobytes}k");
        let mount = ["-t", "tmpfs", "-o", &size, "tmpfs"];
        let done = Command::new("mount").args(mount).arg(&path).output().ok()?;
        let disk = Self {
            path,
            _folder: folder,
        };
        done.status.success().then_some(disk)
    }

    fn read_only(&self) {
        let mount = Command::new("mount")
            .args(["-o", "remount,ro"])
            .arg(&self.path)
            .status();
        assert!(mount.unwrap().success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount")
            .arg(&self.path)
            .stderr(std::process::Stdio::null())
            .status();
    }
}

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
