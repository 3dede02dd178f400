//! The sample city, embedded: for trying the program out.

use std::path::{Path, PathBuf};

use super::create;

macro_rules! sample {
    ($($file:literal),* $(,)?) => {
        [$(($file, include_bytes!(concat!("../../../fixtures/kota-pasuruan/", $file)).as_slice())),*]
    };
}

const FILE: [(&str, &[u8]); 9] = sample![
    "renstra.toml",
    "lambang.svg",
    "rpjmd.xlsx",
    "opd/bappelitbangda.xlsx",
    "opd/dinas-kesehatan.xlsx",
    "opd/dinas-perhubungan-2025.xlsx",
    "opd/kecamatan-gadingrejo.xlsx",
    "opd/gambar/alur-perencanaan.svg",
    "opd/gambar/jaringan-trayek.svg",
];

/// Name of its folder.
const FOLDER: &str = "Contoh Renstra";

/// Writes it below a folder, unless it is there already, and says where it is.
pub(super) fn unpack(below: &Path) -> Result<PathBuf, String> {
    let folder = below.join(FOLDER);
    if !super::folder::is_city(&folder) {
        let file = FILE.map(|(path, bytes)| (PathBuf::from(path), bytes.to_vec()));
        create::write(&folder, &file)?;
    }
    Ok(folder)
}
