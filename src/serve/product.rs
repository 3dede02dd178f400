//! Files to take away: the document, the verifier's note, a blank workbook.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::maker::Maker;
use super::message::{Known, Made};
use crate::diagnostic::{Diagnostics, Severity};
use crate::form::{self, Carried, Form};
use crate::model::Periode;
use crate::pipeline::{self, Beside, Inspection, Library};
use crate::typeset::{self, PdfSettings, Standards, Typeset};
use crate::worker::Blob;

const PDF: &str = "application/pdf";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What can be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Product {
    /// The document as a draft, whatever was found.
    Draft,
    /// The document; only without an error.
    Final,
    /// The verifier's note, as `check --report pdf` makes it.
    Note,
    /// A blank workbook, as `init` makes it.
    Blank,
}

impl Product {
    /// As the page's addresses name it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text {
            "rancangan" => Some(Self::Draft),
            "final" => Some(Self::Final),
            "verifikasi" => Some(Self::Note),
            "kosong" => Some(Self::Blank),
            _ => None,
        }
    }

    /// Makes it, of what the files say now.
    pub(super) fn make(
        self,
        maker: &Maker,
        name: Option<&str>,
        path: Option<&Path>,
        known: Option<&Known>,
    ) -> Result<Made, String> {
        let library = &maker.library;
        let stem = name.map(|name| Path::new(name).file_stem().unwrap_or_default());
        let stem = stem.map(|stem| stem.to_string_lossy().into_owned());
        if self == Self::Blank {
            let stem = stem.as_deref().unwrap_or("buku-kerja");
            return Ok(Made {
                name: format!("{stem}-kosong.xlsx"),
                kind: XLSX.to_owned(),
                bytes: Blob(blank(maker, known)?),
            });
        }
        let inspection = pipeline::inspect(library, path.unwrap_or(Path::new("")), &maker.options)
            .map_err(|why| why.to_string())?;
        if !inspection.readable {
            return Err("buku kerja tidak dapat dibaca".to_owned());
        }
        let (suffix, bytes) = match self {
            Self::Note => ("-verifikasi", note(library, &inspection)?),
            Self::Draft => ("-rancangan", document(library, &inspection, true)?),
            Self::Final | Self::Blank => ("", document(library, &inspection, false)?),
        };
        let stem = stem.unwrap_or_default();
        Ok(Made {
            name: format!("{stem}{suffix}.pdf"),
            kind: PDF.to_owned(),
            bytes: Blob(bytes),
        })
    }
}

fn document(library: &Library, inspection: &Inspection, draft: bool) -> Result<Vec<u8>, String> {
    let refusal = |found: &Diagnostics| {
        let count = found.count(Severity::Error);
        format!("dokumen final tidak dicetak: masih ada {count} galat")
    };
    if !draft && inspection.findings.has_error() {
        return Err(refusal(&inspection.findings));
    }
    let typeset = inspection.typeset(library, draft);
    let typeset = typeset.map_err(|why| why.to_string())?;
    let shown = inspection.page_findings(&typeset);
    if !draft && shown.has_error() {
        return Err(refusal(&shown));
    }
    pdf(inspection, &typeset, &shown)
}

fn note(library: &Library, inspection: &Inspection) -> Result<Vec<u8>, String> {
    let typeset = inspection.typeset_verifikasi(library);
    let typeset = typeset.map_err(|why| why.to_string())?;
    pdf(inspection, &typeset, &inspection.layout_findings(&typeset))
}

fn pdf(
    inspection: &Inspection,
    typeset: &Typeset<'_>,
    shown: &Diagnostics,
) -> Result<Vec<u8>, String> {
    let mut settings = PdfSettings::new(inspection.digest());
    settings.standards = Standards::choose(None, false, shown.has_error());
    settings.timestamp = Some(inspection.document_time());
    typeset::pdf(typeset, &settings).map_err(|why| why.to_string())
}

/// For the agency as it was last read; without one, for the city.
fn blank(maker: &Maker, known: Option<&Known>) -> Result<Vec<u8>, String> {
    let library = &maker.library;
    let beside = Beside::read(library, &maker.folder, &maker.options);
    let beside = beside.map_err(|why| why.to_string())?;
    // Without the tables of its own that the agency's regulation also names.
    let own = known.and_then(|known| {
        let mut regulation = library.regulation.iter();
        regulation.find(|regulation| regulation.id == known.peraturan)
    });
    let regulation = own.unwrap_or(beside.regulation);
    let of_known = |known: &Known| {
        let (awal, akhir) = known.periode?;
        format!("{awal}-{akhir}").parse::<Periode>().ok()
    };
    let periode = known.and_then(of_known).or_else(|| beside.periode());
    let periode = periode.or_else(|| form::usual(regulation));
    let periode = periode.ok_or("periode belum ditetapkan dalam renstra.toml")?;
    let opd = known
        .and_then(|known| known.nama.clone())
        .unwrap_or_default();
    let of_city = || beside.config.daerah.nama.clone();
    let daerah = known
        .and_then(|known| known.daerah.clone())
        .or_else(of_city);
    let form = Form {
        regulation,
        opd: &opd,
        bidang: &form::bidang_of(&opd),
        periode,
        daerah: daerah.as_deref(),
        carried: Carried::default(),
    };
    form::blank(&form).map_err(|why| format!("buku kerja kosong tidak dapat dibuat: {why}"))
}
