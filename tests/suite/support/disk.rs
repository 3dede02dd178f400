//! A small disk in memory, to be filled or locked.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A disk of a few hundred kilobytes in memory, gone with the test.
pub struct Disk {
    pub path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Disk {
    /// `None` where this user may not mount one.
    pub fn new(kilobytes: u32) -> Option<Self> {
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

    pub fn read_only(&self) {
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
