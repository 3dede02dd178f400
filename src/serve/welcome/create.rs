//! A new city, as `init` makes it.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::agency;
use crate::batch::name;
use crate::form::{self, Form, Migrated, RpjmdForm};
use crate::model::Periode;
use crate::pipeline::{Library, RPJMD};

/// What the page asks for.
#[derive(Debug, Deserialize)]
pub(super) struct NewCity {
    /// Folder in which the city's folder is made.
    pub di: PathBuf,
    /// `Kota Pasuruan`.
    pub daerah: String,
    /// `2025-2029`.
    pub periode: String,
    /// Id of the regulation.
    pub peraturan: String,
    /// Names of agencies.
    pub opd: Vec<String>,
}

/// Makes its folder and files, and says where; or why it cannot be made.
pub(super) fn create(library: &Library, asked: &NewCity) -> Result<PathBuf, String> {
    let daerah = asked.daerah.trim();
    if daerah.is_empty() {
        return Err("nama daerah belum diisi".to_owned());
    }
    let stem = name::safe(daerah);
    let periode = asked.periode.trim();
    let periode: Periode = periode.parse().map_err(|why| {
        format!("periode \"{periode}\" tidak dapat dibaca: {why}; contoh: 2025-2029")
    })?;
    let mut known = library.regulation.iter();
    let regulation = known.find(|regulation| regulation.id == asked.peraturan);
    let regulation = regulation.ok_or("peraturan itu tidak dikenal")?;
    let folder = asked.di.join(stem);
    if folder.exists() {
        return Err(format!(
            "folder {} sudah ada; buka folder itu, atau pilih tempat lain",
            folder.display()
        ));
    }
    let mut opd: Vec<(String, String)> = Vec::new();
    for line in &asked.opd {
        let nama = agency::clean(line);
        if let Some(file) = name::workbook(&nama)
            && !opd.iter().any(|(_, other)| *other == file)
        {
            opd.push((nama, file));
        }
    }
    let refused =
        |why: &dyn std::fmt::Display| format!("buku kerja kosong tidak dapat dibuat: {why}");
    let names: Vec<&str> = opd.iter().map(|(nama, _)| nama.as_str()).collect();
    let rpjmd = form::blank_rpjmd(&RpjmdForm {
        regulation,
        opd: &names,
        periode,
        daerah: Some(daerah),
        migrated: Migrated::default(),
    });
    let mut file = vec![
        (
            PathBuf::from("renstra.toml"),
            form::settings(Some(daerah), periode, &regulation.id).into_bytes(),
        ),
        (PathBuf::from(RPJMD), rpjmd.map_err(|why| refused(&why))?),
    ];
    for (nama, berkas) in &opd {
        let form = Form {
            regulation,
            opd: nama,
            bidang: &form::bidang_of(nama),
            periode,
            daerah: Some(daerah),
            migrated: Migrated::default(),
        };
        let bytes = form::blank(&form).map_err(|why| refused(&why))?;
        file.push((Path::new("opd").join(berkas), bytes));
    }
    write(&folder, &file)?;
    Ok(folder)
}

/// Writes the files of a city that is not there yet.
pub(super) fn write(folder: &Path, file: &[(PathBuf, Vec<u8>)]) -> Result<(), String> {
    let made = || -> std::io::Result<()> {
        std::fs::create_dir_all(folder.join("opd"))?;
        for (path, bytes) in file {
            let path = folder.join(path);
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(path, bytes)?;
        }
        Ok(())
    };
    made().map_err(|why| {
        format!(
            "folder {} tidak dapat dibuat: {}",
            folder.display(),
            super::super::cause(&why)
        )
    })
}
