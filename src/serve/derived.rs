//! What follows on a plan, to take away: Renja, Perjanjian Kinerja, Rencana Aksi, IKU.

use serde::{Deserialize, Serialize};

use crate::model::Tahun;
use crate::pipeline::{
    Inspection, Jenis, Library, Output, Pihak, PipelineError, PrintOptions, Version,
};

/// Which of them, as the page's addresses name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Derived {
    jenis: Kind,
    /// Its year; the IKU sheet is of all years.
    tahun: Option<u16>,
    bentuk: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Renja,
    RenjaSipd,
    /// Of the head of the agency.
    PerjanjianKinerja,
    /// Of the head and of every post that answers for something.
    PerjanjianKinerjaSemua,
    RencanaAksi,
    Iku,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Shape {
    Pdf,
    Xlsx,
}

impl Derived {
    pub(super) fn shape(self) -> Shape {
        self.bentuk
    }

    /// Makes it; of a plan with errors a draft. The suffix of its name comes with it.
    pub(super) fn make(
        self,
        library: &Library,
        inspection: &Inspection,
    ) -> Result<(String, Vec<u8>), String> {
        let jenis = self.jenis()?;
        let draft = inspection.findings.has_error();
        let how = PrintOptions {
            version: Version::of_flag(draft),
            again: true,
            ..PrintOptions::default()
        };
        let pdf = || -> Result<Vec<u8>, PipelineError> {
            let printout = inspection.print(library, Output::Turunan(jenis), &how)??;
            printout.pdf(None)
        };
        let bytes = match self.bentuk {
            Shape::Xlsx => inspection.turunan_workbook(jenis, draft),
            Shape::Pdf => pdf(),
        };
        let bytes = bytes.map_err(|why| why.to_string())?;
        let year = self.tahun.filter(|_| jenis != Jenis::Iku);
        let year = year.map(|year| format!("-{year}")).unwrap_or_default();
        let draft = if draft { "-rancangan" } else { "" };
        let (kind, ending) = (self.slug(), self.bentuk.ending());
        Ok((format!("-{kind}{year}{draft}.{ending}"), bytes))
    }

    fn jenis(self) -> Result<Jenis, String> {
        if self.jenis == Kind::Iku {
            return Ok(Jenis::Iku);
        }
        let tahun = self.tahun.and_then(Tahun::new);
        let tahun = tahun.ok_or("tahunnya belum dipilih")?;
        Ok(match self.jenis {
            Kind::Renja => Jenis::Renja(tahun),
            Kind::RenjaSipd => Jenis::RenjaSipd(tahun),
            Kind::PerjanjianKinerja => Jenis::Perjanjian(tahun, Pihak::Kepala),
            Kind::PerjanjianKinerjaSemua => Jenis::Perjanjian(tahun, Pihak::Semua),
            Kind::RencanaAksi => Jenis::RencanaAksi(tahun),
            Kind::Iku => Jenis::Iku,
        })
    }

    fn slug(self) -> &'static str {
        match self.jenis {
            Kind::Renja => "renja",
            Kind::RenjaSipd => "renja-sipd",
            Kind::PerjanjianKinerja => "perjanjian-kinerja",
            Kind::PerjanjianKinerjaSemua => "perjanjian-kinerja-semua",
            Kind::RencanaAksi => "rencana-aksi",
            Kind::Iku => "iku",
        }
    }
}

impl Shape {
    /// Ending of its file's name.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}
