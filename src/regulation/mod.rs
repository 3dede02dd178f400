//! A regulation as its folder says: chapters, tables, wording, levels of rules.
//!
//! Adding or reordering chapters, retitling, switching rules takes no Rust: it
//! is all in `templates/<id>/format.toml` (what is printed), `aturan.toml` (what
//! is asked of a plan) and the typst files next to them.

mod aturan;
mod dasar_hukum;
mod error;
mod gambar;
mod kolom;
mod lampiran;
mod muatan;
mod part;
mod perubahan;
mod slot;
mod tabel;
mod vocabulary;

pub use aturan::{ATURAN, Aturan, Tingkat};
pub use dasar_hukum::DasarHukum;
pub use error::{Mistake, RegulationError};
pub use kolom::{Kolom, Rata};
pub use lampiran::Lampiran;
pub use muatan::Muatan;
pub use part::Part;
pub use perubahan::{Perubahan, SubbabPerubahan};
pub use slot::{KATA_PENGANTAR, Slot};
pub use tabel::{Gambar, Tabel};
pub use vocabulary::{Columns, Vocabulary};

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::diagnostic::TomlMistake;
use crate::model::Worksheet;

/// Name of the file in a regulation's folder that says what is printed.
pub const FORMAT: &str = "format.toml";

/// Name of the template that is printed, in the same folder.
pub const MAIN: &str = "main.typ";

/// A regulation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    /// Id, the name of its folder.
    pub id: String,
    /// Its short official name.
    pub nama: String,
    /// Its full official name.
    pub nama_lengkap: String,
    /// First and last year of the plans written under it.
    pub berlaku: (u16, u16),
    /// Years behind the period that tables may have: the footing of the next plan.
    #[serde(default)]
    pub tahun_transisi: u16,
    /// Title of the document on the cover.
    pub judul: String,
    /// How the document speaks of itself, in headers and sentences.
    #[serde(default = "renstra")]
    pub sebutan: String,
    /// What differs in a changed plan.
    pub perubahan: Perubahan,
    /// Chapters in order.
    pub bab: Vec<Bab>,
    /// Tables by id.
    pub tabel: BTreeMap<String, Tabel>,
    /// Figures by id.
    pub gambar: BTreeMap<String, Gambar>,
    /// Annexes, in order.
    #[serde(default)]
    pub lampiran: Vec<Lampiran>,
    /// Laws that the legal basis of a plan names.
    #[serde(default)]
    pub dasar_hukum: Vec<DasarHukum>,
    /// Laws that verifiers ask for besides.
    #[serde(default)]
    pub dasar_hukum_lazim: Vec<DasarHukum>,
    /// Laws that are no longer in force.
    #[serde(default)]
    pub dasar_hukum_dicabut: Vec<DasarHukum>,
    /// Level and basis of rules, by code, from `aturan.toml`. A rule that is not
    /// named keeps its own level and has no basis to show.
    #[serde(skip)]
    pub aturan: BTreeMap<String, Aturan>,
}

/// A chapter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bab {
    /// Its number.
    pub nomor: u16,
    /// Its title, in capitals as printed.
    pub judul: String,
    /// What it is about, for the outline in subchapter 1.4.
    #[serde(default)]
    pub memuat: Option<String>,
    /// What stands directly under its heading.
    #[serde(default)]
    pub isi: Vec<Part>,
    /// What its own text is asked to speak of.
    #[serde(default)]
    pub memuat_wajib: Vec<Muatan>,
    /// Its subchapters.
    #[serde(default)]
    pub subbab: Vec<Subbab>,
    /// Slot of the text directly under its heading: its number as text.
    #[serde(skip)]
    pub slot: String,
}

/// A subchapter, perhaps with further ones below it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subbab {
    /// Its number, `2.1`; also the slot of its text in the sheet Narasi.
    pub nomor: String,
    /// Its title.
    pub judul: String,
    /// What stands in it, in order.
    #[serde(default)]
    pub isi: Vec<Part>,
    /// Whether a city may leave it out.
    #[serde(default)]
    pub pilihan: bool,
    /// What its text is asked to speak of.
    #[serde(default)]
    pub memuat_wajib: Vec<Muatan>,
    /// Subchapters below it.
    #[serde(default)]
    pub subbab: Vec<Subbab>,
    /// Words in the caption of an agency's own table that put it here.
    #[serde(default)]
    pub tambahan: Vec<String>,
}

/// Reads a file of a regulation's folder.
fn read_toml<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, Mistake> {
    toml::from_str(text).map_err(|why| {
        let mistake = TomlMistake::new(text, &why);
        let hint = match mistake.hint.as_str() {
            "" => String::new(),
            hint => format!(" ({hint})"),
        };
        Mistake {
            file,
            line: mistake.line,
            what: format!("{}{hint}", mistake.message),
        }
    })
}

fn renstra() -> String {
    "Renstra".to_owned()
}

impl Regulation {
    /// Reads a `format.toml` and the `aturan.toml` next to it.
    ///
    /// # Errors
    /// If one is not the expected TOML, or names what the program does not know.
    pub fn parse(
        id: &str,
        format: &str,
        aturan: &str,
        vocabulary: &Vocabulary,
    ) -> Result<Self, RegulationError> {
        let mut mistakes = vocabulary::check_format(id, format, vocabulary);
        mistakes.extend(vocabulary::check_aturan(aturan, vocabulary));
        // What is no list of parts is reported above, with the same line.
        let known: Vec<_> = mistakes.iter().map(|m| (m.file, m.line)).collect();
        let mut add = |mistake: Mistake| {
            if !known.contains(&(mistake.file, mistake.line)) {
                mistakes.push(mistake);
            }
        };
        let regulation = read_toml::<Self>(FORMAT, format).map_err(&mut add);
        let aturan = read_toml(ATURAN, aturan).map_err(&mut add);
        match (regulation, aturan) {
            (Ok(mut regulation), Ok(aturan)) if mistakes.is_empty() => {
                regulation.aturan = aturan;
                for bab in &mut regulation.bab {
                    bab.slot = bab.nomor.to_string();
                }
                Ok(regulation)
            }
            _ => Err(RegulationError::Mistakes {
                id: id.to_owned(),
                mistakes,
            }),
        }
    }

    /// The tables of which the rows come from a worksheet, with their ids.
    pub fn tables_of(&self, lembar: Worksheet) -> impl Iterator<Item = (&str, &Tabel)> {
        let tables = self.tabel.iter().map(|(id, tabel)| (id.as_str(), tabel));
        tables.filter(move |(id, tabel)| tabel.source(id) == lembar.id())
    }

    /// The regulation with the agency's own tables in the subchapters that their
    /// captions speak of, else at the end of the chapters that their numbers name.
    #[must_use]
    pub fn with_tambahan(&self, list: &[Own]) -> Self {
        let mut regulation = self.clone();
        for own in list {
            let tabel = Tabel {
                judul: own.judul.clone(),
                ..Tabel::default()
            };
            regulation.tabel.insert(own.id.clone(), tabel);
            let part = Part::Tabel(own.id.clone());
            let title = own.judul.to_lowercase();
            let set = own.subbab.as_deref();
            if let Some(place) = set.and_then(|set| regulation.subbab_mut(set)) {
                place.push(part);
                continue;
            }
            // Nothing follows the signature, with which the last chapter ends.
            let inner = regulation.bab.len().saturating_sub(1);
            let body = || regulation.bab.iter().take(inner.max(1));
            let numbered = body().position(|bab| bab.nomor == own.bab);
            let speaks = || {
                let mut bab = body();
                bab.position(|bab| Subbab::find(&bab.subbab, &title).is_some())
            };
            // A title that speaks of nothing is of the agency itself: the first chapter
            // that has a place for such tables.
            let holds = || {
                regulation
                    .bab
                    .iter()
                    .position(|bab| holds_tambahan(&bab.subbab))
            };
            let at = numbered.or_else(speaks).or_else(|| match own.bab {
                0 => holds(),
                _ => inner.checked_sub(1),
            });
            if let Some(bab) = regulation.bab.get_mut(at.unwrap_or(0)) {
                bab.place(part, &own.judul);
            }
        }
        regulation
    }

    /// The parts of the subchapter, or of the chapter, with this number.
    fn subbab_mut(&mut self, nomor: &str) -> Option<&mut Vec<Part>> {
        fn find<'s>(list: &'s mut [Subbab], nomor: &str) -> Option<&'s mut Vec<Part>> {
            list.iter_mut().find_map(|subbab| {
                if subbab.nomor == nomor {
                    return Some(&mut subbab.isi);
                }
                find(&mut subbab.subbab, nomor)
            })
        }
        self.bab.iter_mut().find_map(|bab| {
            if bab.nomor.to_string() == nomor {
                return Some(&mut bab.isi);
            }
            find(&mut bab.subbab, nomor)
        })
    }

    /// Whether the regulation has a chapter or subchapter with this number.
    pub fn has_place(&self, nomor: &str) -> bool {
        self.clone().subbab_mut(nomor).is_some()
    }

    /// All parts of all chapters, in the order of the document.
    pub fn part(&self) -> impl Iterator<Item = &Part> {
        self.bab.iter().flat_map(Bab::part)
    }

    /// Titles of a table or figure with its placeholders filled.
    pub fn fill_title(title: &str, value: &BTreeMap<&str, String>) -> String {
        value.iter().fold(title.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
    }
}

impl Bab {
    /// All parts of the chapter, in order.
    pub fn part(&self) -> impl Iterator<Item = &Part> {
        self.isi
            .iter()
            .chain(self.subbab.iter().flat_map(Subbab::part))
    }
}

/// A table of the agency's own, and where it belongs.
#[derive(Debug, Clone)]
pub struct Own {
    /// Its id, `tambahan-1`.
    pub id: String,
    /// Chapter of its caption; 0 if it has only a title.
    pub bab: u16,
    /// Subchapter that the settings name.
    pub subbab: Option<String>,
    /// Its title.
    pub judul: String,
}

/// Whether one of the subchapters takes tables of the agency's own.
fn holds_tambahan(list: &[Subbab]) -> bool {
    list.iter()
        .any(|subbab| !subbab.tambahan.is_empty() || holds_tambahan(&subbab.subbab))
}

impl Bab {
    fn place(&mut self, part: Part, judul: &str) {
        let title = judul.to_lowercase();
        let mut own = &mut self.isi;
        if !self.subbab.is_empty() {
            let at = Subbab::find(&self.subbab, &title);
            let mut list = &mut self.subbab;
            let path = at.unwrap_or_else(|| vec![list.len() - 1]);
            let (own_step, above) = path.split_last().map_or((0, &[][..]), |(l, a)| (*l, a));
            for step in above {
                list = &mut list[*step].subbab;
            }
            own = &mut list[own_step].isi;
        }
        own.push(part);
    }
}

impl Subbab {
    /// The way to the first subchapter, deepest first, of whose words the title
    /// has one.
    fn find(list: &[Self], title: &str) -> Option<Vec<usize>> {
        list.iter().enumerate().find_map(|(at, subbab)| {
            if let Some(below) = Self::find(&subbab.subbab, title) {
                return Some([vec![at], below].concat());
            }
            subbab
                .tambahan
                .iter()
                .any(|word| title.contains(word.as_str()))
                .then(|| vec![at])
        })
    }

    /// All parts of the subchapter and those below it, in order.
    pub fn part(&self) -> Box<dyn Iterator<Item = &Part> + '_> {
        Box::new(
            self.isi
                .iter()
                .chain(self.subbab.iter().flat_map(Self::part)),
        )
    }
}

/// A chapter's number in Roman numerals.
pub fn roman(number: u16) -> String {
    const SIGN: [(u16, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGN {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}
