//! What follows on a plan without typing it again: the Renja table of a year,
//! the annex of the Perjanjian Kinerja, the IKU sheet. Plain tables, printed by
//! one template and written as one kind of workbook.
//!
//! Columns that the plan does not fill (sumber dana, catatan) stay blank.

mod iku;
mod perjanjian;
mod renja;
mod tabel;
mod workbook;

use serde::Serialize;

use crate::config::{Config, Warna};
use crate::model::{Renstra, Tahun};

pub use tabel::{Baris, Gaya, Kepala, Kolom, Rata, Sel, Tabel};
pub use workbook::{WorkbookError, workbook};

/// Which document follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// The Renja table of a year, T-C.33.
    Renja(Tahun),
    /// The annex of the Perjanjian Kinerja of a year.
    Perjanjian(Tahun),
    /// The IKU sheet.
    Iku,
}

/// A document that follows on a plan.
#[derive(Debug, Serialize)]
pub struct Turunan {
    cetak: Cetak,
    judul: Vec<String>,
    opd: Option<String>,
    tabel: Vec<Tabel>,
    tanda_tangan: Vec<TandaTangan>,
    tempat: Option<String>,
}

/// Paper, as the shared templates ask.
#[derive(Debug, Serialize)]
struct Cetak {
    rancangan: bool,
    warna: Warna,
    kertas: Kertas,
    rebah: bool,
}

#[derive(Debug, Serialize)]
struct Kertas {
    lebar: u16,
    tinggi: u16,
}

/// Who signs; a name that the workbook does not hold is left open.
#[derive(Debug, Default, Serialize)]
struct TandaTangan {
    peran: Option<String>,
    jabatan: String,
    nama: Option<String>,
    pangkat: Option<String>,
    nip: Option<String>,
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
}

impl Turunan {
    /// Builds it.
    pub fn build(jenis: Jenis, sumber: &Sumber<'_>) -> Self {
        let it = &sumber.renstra.identitas;
        let (lebar, tinggi) = sumber.config.dokumen.kertas.size();
        let (mut judul, tabel) = match jenis {
            Jenis::Renja(tahun) => renja::build(sumber.renstra, tahun),
            Jenis::Perjanjian(tahun) => perjanjian::build(sumber.renstra, tahun),
            Jenis::Iku => iku::build(sumber.renstra, sumber.periode.as_deref()),
        };
        judul.extend(it.nama.value().map(|nama| nama.to_uppercase()));
        judul.extend(sumber.daerah.as_ref().map(|daerah| daerah.to_uppercase()));
        let kepala = TandaTangan {
            jabatan: it
                .kepala
                .jabatan
                .value()
                .cloned()
                .unwrap_or_else(|| "Kepala Perangkat Daerah".to_owned()),
            nama: it.kepala.nama.value().cloned(),
            pangkat: it.kepala.pangkat.value().cloned(),
            nip: it.kepala.nip.value().map(ToString::to_string),
            peran: None,
        };
        let tanda_tangan = match jenis {
            Jenis::Perjanjian(_) => vec![
                TandaTangan {
                    peran: Some("Pihak Kedua".to_owned()),
                    jabatan: leader(sumber.daerah.as_deref()),
                    ..TandaTangan::default()
                },
                TandaTangan {
                    peran: Some("Pihak Pertama".to_owned()),
                    ..kepala
                },
            ],
            Jenis::Renja(_) | Jenis::Iku => vec![kepala],
        };
        Self {
            cetak: Cetak {
                rancangan: false,
                warna: sumber.config.dokumen.warna.clone(),
                kertas: Kertas { lebar, tinggi },
                rebah: !matches!(jenis, Jenis::Perjanjian(_)),
            },
            judul,
            opd: it.nama.value().cloned(),
            tabel,
            tanda_tangan,
            tempat: it
                .tempat
                .value()
                .cloned()
                .or(sumber.config.daerah.ibu_kota.clone()),
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

/// The head of a region by the region's name.
fn leader(daerah: Option<&str>) -> String {
    let Some(daerah) = daerah else {
        return "Kepala Daerah".to_owned();
    };
    match daerah.split_once(' ') {
        Some(("Kota", nama)) => format!("Wali Kota {nama}"),
        Some(("Kabupaten", nama)) => format!("Bupati {nama}"),
        Some(("Provinsi", nama)) => format!("Gubernur {nama}"),
        _ => format!("Kepala Daerah {daerah}"),
    }
}
