//! `renstra.toml`, the settings of a city.
//!
//! It is found by walking up from the workbook, as Cargo finds its manifest.
//! Without one, the sheet Identitas must say enough.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Origin, TomlMistake, system_cause};
use crate::model::Tanggal;
use crate::model::tanggal::TanggalError;

/// What the codes of this file mean, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("config.md");

/// A `renstra.toml` that cannot be used.
pub const BAD_CONFIG: Code = Code("W090");
/// A picture that `renstra.toml` names and that is not there or no picture.
pub const NO_LAMBANG: Code = Code("W091");

/// A folder of earlier workbooks that `renstra.toml` names and that is not there.
pub const NO_SEBELUMNYA: Code = Code("W092");

/// A Matriks Perubahan that is asked for without a plan to compare with.
pub const NO_EARLIER_PLAN: Code = Code("W093");

/// Name of the file.
pub const FILE_NAME: &str = "renstra.toml";

/// The settings.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The region.
    pub daerah: Daerah,
    /// The plan's period.
    pub periode: Option<PeriodeConfig>,
    /// How the document looks.
    pub dokumen: Dokumen,
    /// Titles of a city's own for chapters (`"2"`) and subchapters (`"2.1"`).
    pub judul: BTreeMap<String, String>,
    /// Subchapters of choice: `"2.1.5" = false` leaves one out.
    pub subbab: BTreeMap<String, bool>,
    /// When plans are due.
    pub jadwal: Jadwal,
    /// Where sheets of an agency's own are printed, by the name of their tab.
    pub lembar: BTreeMap<String, Lembar>,
    /// Folder of the file; not a setting.
    #[serde(skip)]
    pub folder: Option<PathBuf>,
}

/// The region as the cover and the tables name it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Daerah {
    /// `Kota Pasuruan`.
    pub nama: Option<String>,
    /// `Jawa Timur`.
    pub provinsi: Option<String>,
    /// Where documents are signed.
    pub ibu_kota: Option<String>,
}

/// First and last year of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodeConfig {
    /// First year.
    pub awal: u16,
    /// Last year.
    pub akhir: u16,
}

/// Where a sheet that is no table of the regulation is printed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Lembar {
    /// Subchapter, `"2.1.2"`, or chapter, `"2"`; without one, the title says.
    pub subbab: Option<String>,
    /// Whether the sheet is printed at all.
    pub cetak: bool,
}

impl Default for Lembar {
    fn default() -> Self {
        Self {
            subbab: None,
            cetak: true,
        }
    }
}

/// When plans are due. Nothing is assumed: the sources disagree about the days.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Jadwal {
    /// The day on which the RPJMD was fixed.
    #[serde(deserialize_with = "tanggal")]
    pub rpjmd_ditetapkan: Option<Tanggal>,
    /// Days after it within which a Renstra is to be fixed.
    pub batas_hari: Option<u16>,
}

/// A date, as a text that a worksheet may have too or as TOML's own.
fn tanggal<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Tanggal>, D::Error> {
    let text = match toml::Value::deserialize(from)? {
        toml::Value::String(text) => text,
        toml::Value::Datetime(date) => date.to_string(),
        _ => return Err(D::Error::custom(TanggalError::NotDate)),
    };
    text.parse().map(Some).map_err(D::Error::custom)
}

/// How the document looks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dokumen {
    /// Id of the regulation; inferred if not said.
    pub peraturan: Option<String>,
    /// Paper.
    pub kertas: Kertas,
    /// Colour of the cover, the openings of chapters and the figures.
    pub warna: Warna,
    /// Arms on the cover: SVG or PNG, next to `renstra.toml`.
    pub lambang: Option<String>,
    /// Themes that agencies may name in the sheet Tematik; any if none is listed.
    pub tema: Vec<String>,
    /// Annexes that every plan of the city has besides those of its worksheets, by title.
    pub lampiran: Vec<String>,
    /// Whether this is a changed Renstra (perubahan Renstra).
    pub perubahan: bool,
    /// Folder with the agencies' workbooks as they were before, next to `renstra.toml`.
    pub sebelumnya: Option<String>,
    /// How tables are numbered.
    pub nomor_tabel: NomorTabel,
    /// How T-C.24 states growth.
    pub pertumbuhan: Pertumbuhan,
    /// Name of output files, with `{opd}`, `{kode}`, `{tahap}`.
    pub nama_berkas: Option<String>,
}

/// Paper, portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Kertas {
    /// 210 × 297 mm.
    #[default]
    #[serde(rename = "a4")]
    A4,
    /// 215 × 330 mm, the F4 of Indonesian offices.
    #[serde(rename = "f4-215x330")]
    F4Wide,
    /// 210 × 330 mm, F4 as others cut it.
    #[serde(rename = "f4-210x330")]
    F4,
}

impl Kertas {
    /// Width and height in millimetres, portrait.
    pub fn size(self) -> (u16, u16) {
        match self {
            Self::A4 => (210, 297),
            Self::F4Wide => (215, 330),
            Self::F4 => (210, 330),
        }
    }
}

/// How a document is printed, as the shared templates ask it of every document.
#[derive(Debug, Clone, Serialize)]
pub struct Cetak {
    /// Whether it is marked RANCANGAN.
    pub rancangan: bool,
    /// The city's colour.
    pub warna: Warna,
    /// Its paper.
    pub kertas: Ukuran,
}

/// Paper in millimetres, portrait.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Ukuran {
    /// Width.
    pub lebar: u16,
    /// Height.
    pub tinggi: u16,
}

impl Config {
    /// How a document of this city is printed.
    pub fn cetak(&self, rancangan: bool) -> Cetak {
        let (lebar, tinggi) = self.dokumen.kertas.size();
        Cetak {
            rancangan,
            warna: self.dokumen.warna.clone(),
            kertas: Ukuran { lebar, tinggi },
        }
    }
}

/// A colour, `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warna(String);

impl Default for Warna {
    /// Navy, which prints well in grey too.
    fn default() -> Self {
        Self("#1f3a5f".to_owned())
    }
}

impl<'de> Deserialize<'de> for Warna {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let digit = text.strip_prefix('#').unwrap_or_default();
        if digit.len() == 6 && digit.chars().all(|each| each.is_ascii_hexdigit()) {
            Ok(Self(text))
        } else {
            Err(D::Error::custom(format!("{NOT_COLOUR} {text}")))
        }
    }
}

/// How the parser's error about a colour begins, for [`explain`].
const NOT_COLOUR: &str = "bukan warna:";

/// How tables are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum NomorTabel {
    /// `Tabel 6.1`.
    #[default]
    #[serde(rename = "bab")]
    Bab,
    /// `Tabel 6.1` with the annex's number behind the title.
    #[serde(rename = "bab+kode")]
    BabKode,
}

/// How T-C.24 columns 17 and 18 state the mean growth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pertumbuhan {
    /// (last year − first year) ÷ number of years, rupiah: how Permendagri
    /// 54/2010 T-IV.C.3 says the columns are filled.
    #[default]
    Rupiah,
    /// Mean of the yearly growths in per cent: how many cities print it.
    Persen,
}

impl Config {
    /// The nearest `renstra.toml` from `start` (a file or folder) upwards.
    pub fn locate(start: &Path) -> Option<PathBuf> {
        // Some drives of Windows have no canonical paths, and what they are called with
        // the prefix `\\?\` is for no reader.
        let whole = dunce::canonicalize(start).or_else(|_| std::path::absolute(start));
        let absolute = whole.ok()?;
        absolute
            .ancestors()
            .map(|folder| folder.join(FILE_NAME))
            .find(|path| path.is_file())
    }

    /// Reads a file. What is wrong in it goes into `out`, and the defaults
    /// stand in its place.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub fn load(path: &Path, out: &mut Diagnostics) -> io::Result<Self> {
        let text = decoded(std::fs::read(path)?)?;
        let mut config = Self::parse(&text, out);
        config.folder = path.parent().map(Path::to_owned);
        Ok(config)
    }

    /// Reads the text of a file.
    pub fn parse(text: &str, out: &mut Diagnostics) -> Self {
        match toml::from_str(text) {
            Ok(config) => config,
            Err(why) => {
                out.emit(explain(text, &why));
                Self::default()
            }
        }
    }
}

/// The text of a file: UTF-8, or UTF-16 with its mark, as `>` of PowerShell 5 writes it.
fn decoded(bytes: Vec<u8>) -> io::Result<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => {
            let text = String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData)?;
            return Ok(text.trim_start_matches('\u{feff}').to_owned());
        }
    };
    let (pairs, rest) = bytes[2..].as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
    if !rest.is_empty() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    String::from_utf16(&units).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Why a file or folder cannot be read, in the user's words.
pub fn cause(why: &io::Error) -> String {
    match why.kind() {
        io::ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        io::ErrorKind::PermissionDenied => "tidak ada izin membaca".to_owned(),
        io::ErrorKind::IsADirectory => "itu folder, bukan berkas".to_owned(),
        io::ErrorKind::NotADirectory => "itu berkas, bukan folder".to_owned(),
        io::ErrorKind::InvalidData => {
            "isinya bukan teks UTF-8; di Notepad: Simpan Sebagai, Pengodean UTF-8".to_owned()
        }
        _ => system_cause(why),
    }
}

/// What the parser found, as a finding with its line and a remedy.
fn explain(text: &str, why: &toml::de::Error) -> Diagnostic {
    let mistake = TomlMistake::new(text, why);
    let place = mistake.line.map(|line| format!("baris {line}: "));
    let place = place.unwrap_or_default();
    let finding = |message: &str| {
        Diagnostic::error(
            BAD_CONFIG,
            Origin::file(FILE_NAME),
            format!("{place}{message}"),
        )
    };
    let words = why.message();
    if words.starts_with("tanggal ") {
        return finding("nilainya bukan tanggal")
            .note("keterangan", words)
            .hint("tulis tanggal di antara tanda kutip, misalnya \"2021-08-20\"");
    }
    if words.starts_with(NOT_COLOUR) {
        return finding("nilainya bukan warna")
            .note("keterangan", words)
            .hint("tulis warna sebagai enam angka heksadesimal, misalnya \"#1f3a5f\"");
    }
    let mut finding = finding(&mistake.message);
    if mistake.shows_line {
        let line = mistake.line.and_then(|line| text.lines().nth(line - 1));
        finding = finding.note("baris itu", line.unwrap_or_default().trim());
    }
    if mistake.hint.is_empty() {
        return finding;
    }
    finding.hint(mistake.hint)
}
