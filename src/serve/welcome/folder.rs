//! Folders of this computer, for choosing one: names only.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::batch::discovery;

/// Folders that are listed; more cannot be chosen from.
const MOST: usize = 500;
/// The settings of a city.
const SETTINGS: &str = "renstra.toml";

/// A folder and those in it.
#[derive(Debug, Serialize)]
pub(super) struct Listing {
    di: String,
    atas: Option<String>,
    kota: bool,
    isi: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    nama: String,
    di: String,
    kota: bool,
}

/// What is below a folder; or why it cannot be looked into.
pub(super) fn list(folder: &Path) -> Result<Listing, String> {
    let read = std::fs::read_dir(folder).map_err(|why| {
        format!(
            "folder {} tidak dapat dibuka: {}",
            folder.display(),
            super::super::cause(&why)
        )
    })?;
    let mut isi: Vec<Entry> = read
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| {
            let nama = entry.file_name().into_string().ok()?;
            let hidden = nama.starts_with(['.', '$']);
            let path = entry.path();
            (!hidden).then(|| Entry {
                kota: is_city(&path),
                di: path.to_string_lossy().into_owned(),
                nama,
            })
        })
        .collect();
    // Cities first, then by name.
    isi.sort_by_key(|entry| (!entry.kota, entry.nama.to_lowercase()));
    isi.truncate(MOST);
    Ok(Listing {
        di: folder.to_string_lossy().into_owned(),
        atas: folder.parent().map(|up| up.to_string_lossy().into_owned()),
        kota: is_city(folder),
        isi,
    })
}

/// Whether a folder says that it is a city's.
pub(super) fn is_city(folder: &Path) -> bool {
    folder.join(SETTINGS).is_file()
}

/// The folder of a city that is to be opened, or why there is none.
pub(super) fn city(folder: &Path) -> Result<PathBuf, String> {
    let found = discovery::discover(&discovery::folder(folder)).map_err(|why| {
        format!(
            "folder {} tidak dapat dibuka: {}",
            folder.display(),
            super::super::cause(&why)
        )
    })?;
    if is_city(folder) || !found.workbook.is_empty() {
        return Ok(folder.to_owned());
    }
    Err(format!(
        "folder {} tidak memuat renstra.toml ataupun buku kerja; pilih folder kota, atau buat kota baru",
        folder.display()
    ))
}
