//! What a template may read: the plan, chaptered, numbered, every figure
//! computed, rounded and printed. It is served to typst as `/data.json`, and
//! `renstra data` writes the very same file.
//!
//! Knows the model and the regulation; neither findings nor typst.

mod bab;
mod cascading;
pub mod derived;
pub mod facts;
mod gambar;
mod hyphens;
pub mod identitas;
pub mod kolofon;
pub mod lampiran;
mod numbering;
mod page;
mod pohon;
mod tabel;
pub mod tambahan;
pub mod vocabulary;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::{self, Config, NomorTabel};
use crate::measure::Faces;
use crate::model::{Konfirmasi, Renstra, traced};
use crate::prose::Blok;
use crate::regulation::{KATA_PENGANTAR, Regulation};
pub use hyphens::Hyphens;
pub use numbering::Numbering;

/// Version of the JSON's shape.
const SCHEMA: u8 = 1;

/// The agency's texts, turned into blocks, by slot.
pub type Naskah = BTreeMap<String, Vec<Blok>>;

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    schema: u8,
    cetak: Cetak,
    peraturan: Peraturan<'a>,
    judul: &'a str,
    /// How the document speaks of itself.
    sebutan: &'a str,
    judul_pendek: String,
    opd: identitas::Opd<'a>,
    daerah: identitas::DaerahData,
    periode: identitas::PeriodeData,
    tahap: Option<String>,
    perubahan: bool,
    tanda_tangan: identitas::TandaTangan<'a>,
    dasar_hukum: Vec<String>,
    tugas_fungsi: Vec<bab::TugasFungsiData<'a>>,
    /// Kept next to the plan, and not printed in it.
    konfirmasi: &'a [Konfirmasi],
    kata_pengantar: bab::KataPengantar<'a>,
    bab: Vec<bab::BabData<'a>>,
    lampiran: Vec<bab::BabData<'a>>,
    tabel: BTreeMap<&'a str, tabel::Tabel<'a>>,
    gambar: BTreeMap<&'a str, gambar::Gambar<'a>>,
    /// What a changed plan changes, as the template of a comparison reads it.
    matriks_perubahan: Option<&'a serde_json::Value>,
    kolofon: Option<kolofon::Kolofon>,
}

/// How the document is printed.
#[derive(Debug, Serialize)]
struct Cetak {
    #[serde(flatten)]
    umum: config::Cetak,
    tepi: page::Margins,
    nomor_tabel: &'static str,
    lambang: Option<&'static str>,
    bahasa: &'static str,
}

impl Cetak {
    fn new(config: &Config, rancangan: bool, lambang: Option<&'static str>) -> Self {
        Self {
            umum: config.cetak(rancangan),
            tepi: page::MARGINS,
            nomor_tabel: match config.dokumen.nomor_tabel {
                NomorTabel::Bab => "bab",
                NomorTabel::BabKode => "bab+kode",
            },
            lambang,
            bahasa: "id",
        }
    }
}

#[derive(Debug, Serialize)]
struct Peraturan<'a> {
    id: &'a str,
    nama: &'a str,
}

/// What the document is built from besides the plan.
pub struct Context<'a> {
    /// The regulation.
    pub regulation: &'a Regulation,
    /// The city's settings.
    pub config: &'a Config,
    /// The agency's texts.
    pub naskah: &'a Naskah,
    /// Numbers of tables and figures.
    pub numbering: &'a Numbering,
    /// Whether this is a draft.
    pub rancangan: bool,
    /// Virtual path of the arms, if there are any.
    pub lambang: Option<&'static str>,
    /// What it changes of the plan before, for the annex that shows it.
    pub matriks_perubahan: Option<&'a serde_json::Value>,
    /// What was read and found, for the last page of a draft.
    pub kolofon: Option<kolofon::Kolofon>,
    /// Widths of the letters that tables are set in.
    pub faces: &'a Faces,
    /// Whether all tables are measured; else those alone whose rows depend on it, for who
    /// wants the values.
    pub is_measured: bool,
}

/// A title as it stands at its table or figure, and in a list, where the agency and the
/// region go without saying.
fn titles(title: &str, value: &BTreeMap<&str, String>) -> [String; 2] {
    let mut short = value.clone();
    short.extend([("opd", String::new()), ("daerah", String::new())]);
    let short = Regulation::fill_title(title, &short);
    let words: Vec<&str> = short.split_whitespace().collect();
    [Regulation::fill_title(title, value), words.join(" ")]
}

/// The figures that the document shows, by id.
fn figures<'a>(
    renstra: &'a Renstra,
    regulation: &'a Regulation,
    numbering: &Numbering,
    title: &BTreeMap<&str, String>,
) -> BTreeMap<&'a str, gambar::Gambar<'a>> {
    // The table that has all the indicators of which the charts show some.
    let mut sources = regulation.tables_of(gambar::SOURCE);
    let whole = sources.find_map(|(id, _)| numbering.tabel(id));
    let figure = |(id, info): (&'a String, &crate::regulation::Gambar)| {
        let nomor = numbering.gambar(id)?.to_owned();
        let (tahun, isi) = gambar::build(id, renstra)?;
        let mut value = title.clone();
        value.extend(tabel::title_years(&tahun));
        let judul = if id.starts_with(gambar::SENDIRI) {
            // What the agency typed stands as typed.
            [info.judul.clone(), info.judul.clone()]
        } else {
            titles(&info.judul, &value)
        };
        let catatan = gambar::note(id, &isi, renstra, whole);
        Some((&**id, gambar::Gambar::new(nomor, judul, catatan, isi)))
    };
    regulation.gambar.iter().filter_map(figure).collect()
}

impl<'a> Document<'a> {
    /// Builds the document.
    pub fn build(renstra: &'a Renstra, context: Context<'a>) -> Self {
        let Context {
            regulation,
            config,
            naskah,
            numbering,
            rancangan,
            lambang,
            matriks_perubahan,
            kolofon,
            faces,
            is_measured,
        } = context;
        let chapters = bab::Chapters {
            regulation,
            config,
            naskah,
            numbering,
            has_changes: matriks_perubahan.is_some(),
        };
        let setting = page::Setting::new(config, faces, is_measured);
        let hyphens = Hyphens::new(&renstra.identitas);
        let daerah = identitas::DaerahData::new(&renstra.identitas, config);
        let periode = identitas::PeriodeData::new(&renstra.identitas, config);
        let opd = identitas::Opd::new(&renstra.identitas);
        let title = identitas::title_values(&renstra.identitas, config);
        Self {
            schema: SCHEMA,
            cetak: Cetak::new(config, rancangan, lambang),
            peraturan: Peraturan {
                id: &regulation.id,
                nama: &regulation.nama,
            },
            judul: &regulation.judul,
            sebutan: &regulation.sebutan,
            judul_pendek: identitas::short_title(&regulation.sebutan, &renstra.identitas, config),
            opd,
            daerah,
            periode,
            tahap: identitas::stage(&renstra.identitas),
            perubahan: tambahan::is_changed(renstra, config),
            tanda_tangan: identitas::TandaTangan::new(&renstra.identitas, config),
            dasar_hukum: renstra
                .identitas
                .dasar_hukum
                .iter()
                .map(|law| hyphens.text(&law.value))
                .collect(),
            tugas_fungsi: bab::tugas_fungsi(renstra, &hyphens),
            konfirmasi: &renstra.konfirmasi,
            kata_pengantar: bab::KataPengantar::new(naskah.get(KATA_PENGANTAR)),
            bab: chapters.build(),
            lampiran: chapters.annexes(),
            tabel: regulation
                .tabel
                .iter()
                .filter_map(|(id, info)| {
                    let nomor = numbering.tabel(id)?.to_owned();
                    let annex = lampiran::is_all_of_one(id, regulation, renstra, config);
                    let setting = if annex { setting.of_annex() } else { setting };
                    let (tahun, kosong, matriks) =
                        tabel::build(id, info, renstra, config, Some(&setting))?;
                    let mut value = title.clone();
                    value.extend(tabel::title_years(&tahun));
                    let [judul, judul_daftar] = titles(&tabel::title(&info.judul, &tahun), &value);
                    let kode = info.kode.as_deref();
                    let lembar = info.worksheet(id);
                    Some((
                        &**id,
                        tabel::Tabel {
                            nomor,
                            lembar: info.source(id),
                            sumber: lembar.and_then(|lembar| renstra.sumber.get(&lembar)),
                            kode,
                            judul,
                            judul_daftar,
                            tahun,
                            kosong,
                            matriks,
                        },
                    ))
                })
                .collect(),
            gambar: figures(renstra, regulation, numbering, &title),
            matriks_perubahan,
            kolofon,
        }
    }

    /// The bytes of `/data.json`.
    ///
    /// # Errors
    /// Only if a value cannot be written as JSON, which no value of the model can cause.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// The same with the cell next to each value that has one, for the account of
    /// cells: see [`crate::model::trace`].
    ///
    /// # Errors
    /// As [`Document::to_json`].
    pub fn to_traced(&self) -> Result<serde_json::Value, serde_json::Error> {
        traced(|| serde_json::to_value(self))
    }

    /// The same for people, indented.
    ///
    /// # Errors
    /// As [`Document::to_json`].
    pub fn to_json_pretty(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec_pretty(self)
    }
}
