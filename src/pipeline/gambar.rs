//! Pictures of the agency's own, from files next to the workbook or in a folder `gambar`
//! next to it.

use std::path::{Component, Path, PathBuf};

use super::svg;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{GambarSendiri, Located, Renstra, TempatGambar};
use crate::regulation::Regulation;
use crate::sheets::worksheets::narasi;
use crate::typeset::{Picture, picture_fault};

/// What the codes of this file mean, for `renstra rule`.
pub(super) const EXPLANATION: &str = include_str!("gambar.md");
/// A picture that cannot be used.
const UNUSABLE: Code = Code("W115");

/// A larger file is no picture for a page.
const MAX_BYTES: u64 = 8 * 1024 * 1024;
/// Folder next to the workbook in which pictures may lie.
const FOLDER: &str = "gambar";

/// Paths under which templates read pictures, as many as a plan may have. They are
/// shared by all documents, since typst keeps every path.
const PLACE: [&str; 40] = [
    "/gambar/1",
    "/gambar/2",
    "/gambar/3",
    "/gambar/4",
    "/gambar/5",
    "/gambar/6",
    "/gambar/7",
    "/gambar/8",
    "/gambar/9",
    "/gambar/10",
    "/gambar/11",
    "/gambar/12",
    "/gambar/13",
    "/gambar/14",
    "/gambar/15",
    "/gambar/16",
    "/gambar/17",
    "/gambar/18",
    "/gambar/19",
    "/gambar/20",
    "/gambar/21",
    "/gambar/22",
    "/gambar/23",
    "/gambar/24",
    "/gambar/25",
    "/gambar/26",
    "/gambar/27",
    "/gambar/28",
    "/gambar/29",
    "/gambar/30",
    "/gambar/31",
    "/gambar/32",
    "/gambar/33",
    "/gambar/34",
    "/gambar/35",
    "/gambar/36",
    "/gambar/37",
    "/gambar/38",
    "/gambar/39",
    "/gambar/40",
];

/// A picture as typst gets it.
pub(super) struct Berkas {
    /// The path under which templates read it.
    pub(super) virtual_path: &'static str,
    /// The file's bytes.
    pub(super) bytes: Vec<u8>,
}

/// Files that may be pictures of a workbook in `folder`, sorted.
pub fn pictures(folder: &Path) -> Vec<PathBuf> {
    let mut list: Vec<PathBuf> = [folder.to_owned(), folder.join(FOLDER)]
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let ending = path
                .extension()
                .map(|ending| ending.to_string_lossy().to_lowercase());
            ending.is_some_and(|ending| ["png", "jpg", "jpeg", "svg"].contains(&ending.as_str()))
        })
        .collect();
    list.sort();
    list
}

/// Reads the pictures that the plan names; what is wrong with one is a finding at its
/// cell, and the document is without it. `folder` is that of the workbook, where it has one.
pub(super) fn load(
    renstra: &mut Renstra,
    regulation: &Regulation,
    folder: Option<&Path>,
    out: &mut Diagnostics,
) -> Vec<Berkas> {
    let mut list = Vec::new();
    for own in &mut renstra.gambar {
        let place = PLACE.get(list.len()).copied();
        let found = subbab(own, regulation).and_then(|nomor| match place {
            Some(place) => Ok((nomor, place, read(&own.berkas, folder)?)),
            None => Err(fault(
                &own.berkas,
                &format!("lebih dari {} gambar", PLACE.len()),
                "kurangi gambarnya, atau gabungkan beberapa menjadi satu",
            )),
        });
        match found {
            Ok((nomor, virtual_path, bytes)) => {
                own.tempat = Some(TempatGambar {
                    nomor,
                    berkas: virtual_path,
                });
                list.push(Berkas {
                    virtual_path,
                    bytes,
                });
            }
            Err(finding) => out.emit(*finding),
        }
    }
    list
}

/// The number of its subchapter, if it has a title and the regulation has the number.
fn subbab(own: &GambarSendiri, regulation: &Regulation) -> Result<String, Box<Diagnostic>> {
    let name = &own.berkas.value;
    if own.judul.value().is_none() {
        return Err(fault(
            &own.berkas,
            &format!("gambar \"{name}\" belum mempunyai judul"),
            "isi kolom Judul Gambar pada baris ini",
        ));
    }
    let Some(typed) = own.subbab.located() else {
        return Err(fault(
            &own.berkas,
            &format!("gambar \"{name}\" belum menyebut subbabnya"),
            "isi kolom Subbab pada baris ini, misalnya 2.1.2",
        ));
    };
    let nomor = narasi::slot(&typed.value);
    if regulation.has_place(&nomor) {
        return Ok(nomor);
    }
    Err(fault(
        typed,
        &format!(
            "subbab \"{}\" untuk gambar \"{name}\" tidak ada pada peraturan ini",
            typed.value
        ),
        "tulis nomor subbab, misalnya 2.1.2, atau nomor bab, misalnya 2",
    ))
}

fn fault(at: &Located<String>, message: &str, hint: &str) -> Box<Diagnostic> {
    let finding = Diagnostic::error(UNUSABLE, at.origin.clone(), message.to_owned());
    Box::new(finding.hint(hint.to_owned()))
}

/// The bytes of a picture that is good.
fn read(name: &Located<String>, folder: Option<&Path>) -> Result<Vec<u8>, Box<Diagnostic>> {
    let typed = name.value.trim();
    let path = Path::new(typed);
    let is_beside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    // On another system a backslash or a drive would be part of a name.
    if !is_beside || typed.contains(['\\', ':']) {
        return Err(fault(
            name,
            &format!("gambar \"{typed}\" tidak berada di samping buku kerja"),
            "letakkan gambarnya di samping buku kerja, dan tulis namanya saja",
        ));
    }
    let place = |folder: &Path| [folder.join(path), folder.join(FOLDER).join(path)];
    let found = folder
        .map(place)
        .into_iter()
        .flatten()
        .find(|path| path.is_file());
    let Some(found) = found else {
        return Err(fault(
            name,
            &format!("gambar \"{typed}\" tidak ada"),
            "letakkan gambarnya di samping buku kerja atau di folder gambar di sampingnya, atau perbaiki namanya",
        ));
    };
    if std::fs::metadata(&found).is_ok_and(|meta| meta.len() > MAX_BYTES) {
        return Err(fault(
            name,
            &format!("gambar \"{typed}\" lebih besar dari 8 MiB"),
            "simpan ulang gambarnya dengan ukuran yang lebih kecil",
        ));
    }
    let bytes = std::fs::read(&found).map_err(|_| {
        fault(
            name,
            &format!("gambar \"{typed}\" tidak dapat dibaca"),
            "tutup program lain yang membukanya, atau simpan ulang gambarnya",
        )
    })?;
    match wrong(&bytes) {
        None => Ok(bytes),
        Some(why) => Err(fault(
            name,
            &format!("gambar \"{typed}\" tidak dipakai: {why}"),
            "simpan ulang gambarnya sebagai PNG, JPG, atau SVG tanpa tautan",
        )),
    }
}

/// Why a file is no picture for a page, by what it holds and not by its name.
fn wrong(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => picture_fault(bytes, Picture::Png),
        [0xff, 0xd8, 0xff, ..] => picture_fault(bytes, Picture::Jpeg),
        bytes if svg::is_drawing(bytes) => svg::fault(&String::from_utf8_lossy(bytes))
            .or_else(|| picture_fault(bytes, Picture::Svg)),
        _ => Some("isinya bukan PNG, JPG, atau SVG"),
    }
}
