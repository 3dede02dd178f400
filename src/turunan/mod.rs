//! What follows on a plan without typing it again: the Renja table of a year, Perjanjian
//! Kinerja of the head and of every unit, the plan of action of a year, the IKU sheet.
//! Plain tables, printed by one template and written as one kind of workbook.
//!
//! Columns that the plan does not fill (sumber dana, catatan, triwulan) stay blank.

mod columns;
mod iku;
mod jenjang;
mod lampiran;
mod perjanjian;
mod pihak;
mod rencana_aksi;
mod renja;
mod renja_sipd;
mod tabel;
mod tambahan_renja;
mod unit;
mod workbook;

use serde::Serialize;

use crate::config::{self, Config};
use crate::measure::{Faces, Paper};
use crate::model::{Renstra, Tahun};

use columns::TableLayout;
pub use pihak::Pejabat;
pub use tabel::{Gaya, Kepala, Kolom, Rata, Row, Sel, Tabel};
pub use unit::answers;
pub use workbook::{WorkbookError, workbook};

/// Which document follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// The Renja table of a year, T-C.33.
    Renja(Tahun),
    /// The Renja table of a year in the 17 columns that SIPD exports.
    RenjaSipd(Tahun),
    /// Perjanjian Kinerja of a year.
    Perjanjian(Tahun, Pihak),
    /// What is done in a year, by quarter.
    RencanaAksi(Tahun),
    /// The IKU sheet.
    Iku,
}

/// Whose Perjanjian Kinerja.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pihak {
    /// That of the head of the agency.
    Kepala,
    /// That of a post, by its place in Struktur.
    Jabatan(usize),
    /// That of the head and of every post that answers for something.
    Semua,
}

/// A document that follows on a plan.
#[derive(Debug, Serialize)]
pub struct Turunan {
    cetak: Cetak,
    judul: String,
    opd: Option<String>,
    lambang: Option<&'static str>,
    bagian: Vec<Bagian>,
    tempat: Option<String>,
}

/// A part with titles and signatures of its own.
#[derive(Debug, Serialize)]
struct Bagian {
    /// Whose it is, for the names of sheets.
    nama: Option<String>,
    /// What its two sides promise, on a page before the tables.
    pernyataan: Option<Pernyataan>,
    judul: Vec<String>,
    tabel: Vec<Tabel>,
    /// How each table is set; none where no page is printed.
    tampak: Vec<TableLayout>,
    tanda_tangan: Vec<TandaTangan>,
}

/// The first page of a Perjanjian Kinerja; its words are those of the form
/// (PermenPAN-RB 53/2014), and stand in the template.
#[derive(Debug, Serialize)]
struct Pernyataan {
    judul: Vec<String>,
    pertama: Pejabat,
    kedua: Pejabat,
}

/// How it is printed.
#[derive(Debug, Serialize)]
struct Cetak {
    #[serde(flatten)]
    umum: config::Cetak,
    rebah: bool,
    tepi: Tepi,
}

/// Millimetres between the paper's edges and what is printed.
#[derive(Debug, Clone, Copy, Serialize)]
struct Tepi {
    kiri: u16,
    kanan: u16,
    atas: u16,
    bawah: u16,
}

/// Margins of upright pages: the bound edge stays wide.
const TEGAK: Tepi = Tepi {
    kiri: 25,
    kanan: 18,
    atas: 20,
    bawah: 18,
};

/// Margins of turned pages.
const REBAH: Tepi = Tepi {
    kiri: 15,
    kanan: 15,
    atas: 20,
    bawah: 16,
};

/// Who signs; a name that the workbook does not hold is left open.
#[derive(Debug, Serialize)]
struct TandaTangan {
    peran: Option<&'static str>,
    #[serde(flatten)]
    pejabat: Pejabat,
}

/// The plan and what its titles need.
pub struct Sumber<'a> {
    /// The plan.
    pub renstra: &'a Renstra,
    /// The city's settings.
    pub config: &'a Config,
    /// The region.
    pub daerah: Option<String>,
    /// The plan's period, as printed.
    pub periode: Option<String>,
    /// Whether it is a draft.
    pub rancangan: bool,
    /// Virtual path of the arms, if there are any.
    pub lambang: Option<&'static str>,
}

impl Turunan {
    /// Builds it.
    pub fn build(jenis: Jenis, sumber: &Sumber<'_>) -> Self {
        let identitas = &sumber.renstra.identitas;
        let renstra = sumber.renstra;
        let bagian = match jenis {
            Jenis::Renja(tahun) => vec![plain(sumber, renja::build(renstra, tahun))],
            Jenis::RenjaSipd(tahun) => vec![plain(sumber, renja_sipd::build(renstra, tahun))],
            Jenis::RencanaAksi(tahun) => vec![plain(sumber, rencana_aksi::build(renstra, tahun))],
            Jenis::Iku => vec![plain(
                sumber,
                iku::build(renstra, sumber.periode.as_deref()),
            )],
            Jenis::Perjanjian(tahun, pihak) => perjanjian::build(sumber, tahun, pihak),
        };
        let judul = bagian.first().map(|bagian| bagian.judul.join(" "));
        let rebah = !matches!(jenis, Jenis::Perjanjian(..));
        Self {
            cetak: Cetak {
                umum: sumber.config.cetak(sumber.rancangan),
                rebah,
                tepi: if rebah { REBAH } else { TEGAK },
            },
            judul: judul.unwrap_or_default(),
            opd: identitas.nama.value().cloned(),
            lambang: sumber.lambang,
            bagian,
            tempat: identitas
                .tempat
                .value()
                .cloned()
                .or(sumber.config.daerah.ibu_kota.clone()),
        }
    }

    /// Measures its tables for the pages that it is printed on.
    pub fn measure(&mut self, faces: &Faces, config: &Config) {
        let (lebar, tinggi) = config.dokumen.kertas.size();
        let Tepi {
            kiri,
            kanan,
            atas,
            bawah,
        } = self.cetak.tepi;
        let (width, height) = if self.cetak.rebah {
            (tinggi, lebar)
        } else {
            (lebar, tinggi)
        };
        let paper = Paper {
            width: hundredths(width.saturating_sub(kiri + kanan)),
            height: hundredths(height.saturating_sub(atas + bawah)),
        };
        for bagian in &mut self.bagian {
            let tabel = bagian.tabel.iter_mut();
            bagian.tampak = tabel
                .map(|tabel| columns::set(tabel, faces, paper))
                .collect();
        }
    }

    /// The document as the template reads it.
    ///
    /// # Errors
    /// If it cannot be written as JSON.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }
}

/// Millimetres in hundredths of a point.
fn hundredths(millimetres: u16) -> u32 {
    u32::from(millimetres) * 7200 * 10 / 254
}

/// Tables that the head of the agency signs.
fn plain(sumber: &Sumber<'_>, (mut judul, tabel): (Vec<String>, Vec<Tabel>)) -> Bagian {
    judul.extend(sumber.owner());
    Bagian {
        nama: None,
        pernyataan: None,
        judul,
        tabel,
        tampak: Vec::new(),
        tanda_tangan: vec![TandaTangan {
            peran: None,
            pejabat: pihak::kepala(&sumber.renstra.identitas),
        }],
    }
}

impl Sumber<'_> {
    /// The lines of a title that name agency and region.
    fn owner(&self) -> impl Iterator<Item = String> {
        let nama = self.renstra.identitas.nama.value();
        nama.into_iter()
            .chain(&self.daerah)
            .map(|line| line.to_uppercase())
    }
}
