//! Who, where, when: what the cover, the titles and the signature block show.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::Config;
use crate::model::{Entry, Identitas, Nip, Periode, Tahap, Tahun};

/// The agency.
#[derive(Debug, Serialize)]
pub struct Opd<'a> {
    nama: &'a Entry<String>,
    kode: &'a Entry<String>,
    singkatan: &'a Entry<String>,
    bidang_urusan: Vec<&'a str>,
}

impl<'a> Opd<'a> {
    pub(super) fn new(identitas: &'a Identitas) -> Self {
        Self {
            nama: &identitas.nama,
            kode: &identitas.kode,
            singkatan: &identitas.singkatan,
            bidang_urusan: identitas
                .bidang_urusan
                .iter()
                .map(|urusan| &*urusan.value)
                .collect(),
        }
    }
}

/// Kode and name of the agency, as a table's first row names it; `None` if the workbook
/// says neither.
pub(super) fn owner(identitas: &Identitas) -> Option<String> {
    let parts = [&identitas.kode, &identitas.nama].into_iter();
    let parts: Vec<&str> = parts
        .filter_map(|part| Some(part.value()?.as_str()))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" - "))
}

/// The region. The workbook's own words stand before the city's settings.
#[derive(Debug, Serialize)]
pub struct DaerahData {
    nama: Option<String>,
    pemerintah: Option<String>,
    provinsi: Option<String>,
    ibu_kota: Option<String>,
}

impl DaerahData {
    pub(super) fn new(identitas: &Identitas, config: &Config) -> Self {
        let nama = daerah(identitas, config);
        Self {
            pemerintah: nama.as_ref().map(|nama| format!("Pemerintah {nama}")),
            nama,
            provinsi: identitas
                .provinsi
                .value()
                .cloned()
                .or(config.daerah.provinsi.clone()),
            ibu_kota: config.daerah.ibu_kota.clone(),
        }
    }
}

/// The plan's period.
#[derive(Debug, Serialize)]
pub struct PeriodeData {
    awal: Option<Tahun>,
    akhir: Option<Tahun>,
    teks: Option<String>,
}

impl PeriodeData {
    pub(super) fn new(identitas: &Identitas, config: &Config) -> Self {
        let periode = periode(identitas, config);
        Self {
            awal: periode.map(|p| p.awal),
            akhir: periode.map(|p| p.akhir),
            teks: periode.map(|p| p.to_string()),
        }
    }
}

/// The signature block.
#[derive(Debug, Serialize)]
pub struct TandaTangan<'a> {
    tempat_tanggal: Option<String>,
    jabatan: &'a Entry<String>,
    daerah: Option<String>,
    nama: &'a Entry<String>,
    pangkat: &'a Entry<String>,
    nip: &'a Entry<Nip>,
}

impl<'a> TandaTangan<'a> {
    pub(super) fn new(identitas: &'a Identitas, config: &Config) -> Self {
        let place = identitas
            .tempat
            .value()
            .cloned()
            .or(config.daerah.ibu_kota.clone());
        let date = identitas.tanggal.value().map(ToString::to_string);
        Self {
            tempat_tanggal: match (place, date) {
                (Some(place), Some(date)) => Some(format!("{place}, {date}")),
                (Some(place), None) => Some(format!("{place}, …")),
                (None, date) => date,
            },
            jabatan: &identitas.kepala.jabatan,
            daerah: daerah(identitas, config),
            nama: &identitas.kepala.nama,
            pangkat: &identitas.kepala.pangkat,
            nip: &identitas.kepala.nip,
        }
    }
}

/// The region's name.
pub fn daerah(identitas: &Identitas, config: &Config) -> Option<String> {
    identitas
        .daerah
        .value()
        .cloned()
        .or(config.daerah.nama.clone())
}

/// The plan's period.
pub fn periode(identitas: &Identitas, config: &Config) -> Option<Periode> {
    identitas.periode.value().copied().or_else(|| {
        let set = config.periode?;
        Periode::new(Tahun::new(set.awal)?, Tahun::new(set.akhir)?)
    })
}

/// The stage as printed; `None` for a final document.
pub(super) fn stage(identitas: &Identitas) -> Option<String> {
    identitas
        .tahap
        .value()
        .filter(|tahap| **tahap != Tahap::Final)
        .map(ToString::to_string)
}

/// `Renstra Dinas Kesehatan Kota Pasuruan Tahun 2021–2026`, where `sebutan` is
/// how the document speaks of itself.
pub fn short_title(sebutan: &str, identitas: &Identitas, config: &Config) -> String {
    let mut word = vec![sebutan.to_owned()];
    word.extend(identitas.nama.value().cloned());
    word.extend(daerah(identitas, config));
    word.extend(periode(identitas, config).map(|periode| format!("Tahun {periode}")));
    word.join(" ")
}

/// Placeholders of titles that speak of the agency and the plan.
pub(super) fn title_values(
    identitas: &Identitas,
    config: &Config,
) -> BTreeMap<&'static str, String> {
    let periode = periode(identitas, config);
    BTreeMap::from([
        (
            "opd",
            identitas
                .nama
                .value()
                .cloned()
                .unwrap_or_else(|| "Perangkat Daerah".to_owned()),
        ),
        ("daerah", daerah(identitas, config).unwrap_or_default()),
        (
            "awal",
            periode.map(|p| p.awal.to_string()).unwrap_or_default(),
        ),
        (
            "akhir",
            periode.map(|p| p.akhir.to_string()).unwrap_or_default(),
        ),
    ])
}
