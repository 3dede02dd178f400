//! Makes the files that can be taken away, of what the workbooks say now.

use std::path::{Path, PathBuf};

use super::derived::Shape;
use super::download::Download;
use super::message::{DownloadFile, Known};
use crate::form::{self, Form, Migrated};
use crate::model::Periode;
use crate::pipeline::{
    self, Inputs, Inspection, Library, Options, Output, PipelineError, PrintOptions, Version,
};
use crate::worker::Blob;

/// What the worker works with.
pub(super) struct Maker {
    pub library: Library,
    pub options: Options,
    /// Folder of the workbooks.
    pub folder: PathBuf,
}

/// Makes it, of what the files say now.
pub(super) fn make(
    product: &Download,
    maker: &Maker,
    name: Option<&str>,
    path: Option<&Path>,
    known: Option<&Known>,
) -> Result<DownloadFile, String> {
    let library = &maker.library;
    let stem = name.map(|name| Path::new(name).file_stem().unwrap_or_default());
    let stem = stem.map(|stem| stem.to_string_lossy().into_owned());
    if *product == Download::Blank {
        let stem = stem.as_deref().unwrap_or("buku-kerja");
        return Ok(DownloadFile {
            name: format!("{stem}-kosong.xlsx"),
            kind: Shape::Xlsx.media_type().to_owned(),
            bytes: Blob(blank(maker, known)?),
        });
    }
    let path = path.unwrap_or(Path::new(""));
    let stem = stem.unwrap_or_default();
    if let Download::Comparison(wanted) = product {
        let (suffix, bytes) = wanted.make(library, &maker.options, path)?;
        return Ok(DownloadFile {
            name: format!("{stem}{suffix}"),
            kind: wanted.bentuk.media_type().to_owned(),
            bytes: Blob(bytes),
        });
    }
    let inspection =
        pipeline::inspect(library, path, &maker.options).map_err(|why| why.to_string())?;
    if !inspection.readable {
        return Err("buku kerja tidak dapat dibaca".to_owned());
    }
    if let Download::Derived(derived) = *product {
        let (suffix, bytes) = derived.make(library, &inspection)?;
        return Ok(DownloadFile {
            name: format!("{stem}{suffix}"),
            kind: derived.shape().media_type().to_owned(),
            bytes: Blob(bytes),
        });
    }
    let (suffix, output, version) = match product {
        Download::Note => ("-verifikasi", Output::Verifikasi, Version::Final),
        Download::Draft => ("-rancangan", Output::Document, Version::Draft),
        Download::Final | Download::Blank | Download::Derived(_) | Download::Comparison(_) => {
            ("", Output::Document, Version::Final)
        }
    };
    let bytes = pdf(library, &inspection, output, version).map_err(|why| why.to_string())?;
    Ok(DownloadFile {
        name: format!("{stem}{suffix}.pdf"),
        kind: Shape::Pdf.media_type().to_owned(),
        bytes: Blob(bytes),
    })
}

fn pdf(
    library: &Library,
    inspection: &Inspection,
    output: Output,
    version: Version,
) -> Result<Vec<u8>, PipelineError> {
    let how = PrintOptions {
        version,
        again: true,
        ..PrintOptions::default()
    };
    inspection.print(library, output, &how)??.pdf(None)
}

/// For the agency as it was last read; without one, for the city.
fn blank(maker: &Maker, known: Option<&Known>) -> Result<Vec<u8>, String> {
    let library = &maker.library;
    let inputs = Inputs::read(library, &maker.folder, &maker.options);
    let inputs = inputs.map_err(|why| why.to_string())?;
    // Without the tables of its own that the agency's regulation also names.
    let own = known.and_then(|known| {
        let mut regulation = library.regulation.iter();
        regulation.find(|regulation| regulation.id == known.peraturan)
    });
    let regulation = own.unwrap_or(inputs.regulation);
    let of_known = |known: &Known| {
        let (awal, akhir) = known.periode?;
        format!("{awal}-{akhir}").parse::<Periode>().ok()
    };
    let periode = known.and_then(of_known).or_else(|| inputs.periode());
    let periode = periode.or_else(|| form::usual(regulation));
    let periode = periode.ok_or("periode belum ditetapkan dalam renstra.toml")?;
    let opd = known
        .and_then(|known| known.nama.clone())
        .unwrap_or_default();
    let of_city = || inputs.config.daerah.nama.clone();
    let daerah = known
        .and_then(|known| known.daerah.clone())
        .or_else(of_city);
    let form = Form {
        regulation,
        opd: &opd,
        bidang: &form::bidang_of(&opd),
        periode,
        daerah: daerah.as_deref(),
        migrated: Migrated::default(),
    };
    form::blank(&form).map_err(|why| format!("buku kerja kosong tidak dapat dibuat: {why}"))
}
