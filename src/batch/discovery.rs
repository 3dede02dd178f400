//! The workbooks of a city's folder, and what lies between them.

use std::io;
use std::path::{Path, PathBuf};

use crate::pipeline;

/// Endings of workbooks.
const ENDING: [&str; 5] = ["xlsx", "xlsm", "xls", "xlsb", "ods"];

/// Folder of the workbooks in a city's folder.
pub(super) const OPD: &str = "opd";

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Found {
    /// Workbooks, in the order of their names.
    pub workbook: Vec<PathBuf>,
    /// Everything else, in the order of its names.
    pub skipped: Vec<Skipped>,
}

/// Something that is no workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its name.
    pub name: String,
    /// Why it is passed over, in Indonesian.
    pub reason: &'static str,
}

/// Where a city's workbooks are: its folder `opd`, or the folder itself.
pub fn folder(city: &Path) -> PathBuf {
    let opd = city.join(OPD);
    if opd.is_dir() { opd } else { city.to_owned() }
}

/// Looks through a folder, without its subfolders.
///
/// # Errors
/// If it cannot be read.
pub fn discover(folder: &Path) -> io::Result<Found> {
    let mut entry = Vec::new();
    for item in std::fs::read_dir(folder)? {
        entry.push(item?.path());
    }
    entry.sort();
    let mut found = Found::default();
    for path in entry {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let reason = reason(&name, path.is_dir());
        let reason = reason.or_else(|| {
            pipeline::is_output(&path).then_some("hasil program ini, bukan buku kerja")
        });
        match reason {
            Some(reason) => found.skipped.push(Skipped { name, reason }),
            None => found.workbook.push(path),
        }
    }
    Ok(found)
}

/// Whether a name is that of a workbook, and not of a hidden file or of the lock
/// that a spreadsheet program leaves while it has one open.
pub fn is_workbook(name: &str) -> bool {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    !name.starts_with("~$")
        && !name.starts_with('.')
        && ending.is_some_and(|ending| ENDING.contains(&ending.as_str()))
}

/// Why a file is no workbook to be printed; `None` if it is one.
fn reason(name: &str, is_folder: bool) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map(|(_, ending)| ending);
    if is_folder {
        Some("folder")
    } else if name.starts_with("~$") || name.starts_with(".~lock.") {
        Some("penanda bahwa buku kerjanya sedang dibuka")
    } else if name.starts_with('.') {
        Some("berkas tersembunyi")
    } else if matches!(ending, Some("tmp" | "bak" | "crdownload" | "part")) {
        Some("berkas sementara")
    } else if lower == pipeline::RPJMD {
        Some("RPJMD, bukan Renstra")
    } else if lower == super::recap::WORKBOOK {
        Some("rekapitulasi, bukan Renstra")
    } else if is_workbook(name) {
        None
    } else {
        Some("bukan buku kerja")
    }
}
