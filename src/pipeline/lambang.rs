//! The city's arms for the cover, from the file that `renstra.toml` names.

use super::svg;
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::typeset::{Picture, picture_fault};

/// A picture larger than this is no coat of arms.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// The arms as typst gets them.
pub(super) struct Lambang {
    /// The path under which templates read it.
    pub(super) virtual_path: &'static str,
    /// The file's bytes.
    pub(super) bytes: Vec<u8>,
}

/// Reads the picture; what is wrong with it is a finding, and the cover is
/// printed without it.
pub(super) fn load(config: &Config, out: &mut Diagnostics) -> Option<Lambang> {
    let name = config.dokumen.lambang.as_deref()?;
    let mut report = |message: String, hint: &str| {
        let origin = Origin::file(config::FILE_NAME);
        out.emit(Diagnostic::warning(config::NO_LAMBANG, origin, message).hint(hint));
    };
    let path = config.folder.as_deref()?.join(name);
    let size = std::fs::metadata(&path).map(|meta| meta.len());
    if size.as_ref().is_ok_and(|size| *size > MAX_BYTES) {
        report(
            format!("lambang \"{name}\" lebih besar dari 8 MiB"),
            "pakai gambar yang lebih kecil",
        );
        return None;
    }
    let Ok(bytes) = std::fs::read(&path) else {
        report(
            format!("lambang \"{name}\" tidak dapat dibaca"),
            "letakkan gambarnya di samping renstra.toml, atau perbaiki namanya",
        );
        return None;
    };
    let (virtual_path, fault) = match bytes.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => ("/lambang.png", picture_fault(&bytes, Picture::Png)),
        bytes if svg::is_drawing(bytes) => {
            let fault = svg::fault(&String::from_utf8_lossy(bytes));
            (
                "/lambang.svg",
                fault.or_else(|| picture_fault(bytes, Picture::Svg)),
            )
        }
        _ => {
            report(
                format!("lambang \"{name}\" bukan gambar SVG atau PNG"),
                "simpan lambang sebagai SVG atau PNG",
            );
            return None;
        }
    };
    if let Some(fault) = fault {
        report(
            format!("lambang \"{name}\" tidak dipakai: {fault}"),
            "simpan ulang lambang sebagai PNG, atau sebagai SVG tanpa tautan",
        );
        return None;
    }
    Some(Lambang {
        virtual_path,
        bytes,
    })
}
