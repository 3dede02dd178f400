//! The region and the agencies that a text names.

use super::sentence::Sentence;
use crate::checks::rule::Subject;
use crate::model::text;

/// Words with which the name of an agency begins.
pub const AGENCY: [&str; 4] = ["dinas", "badan", "kecamatan", "inspektorat"];

/// Second words of agencies that begin with `Badan`; others are of the state, of
/// companies, or of the ministry (Badan Pusat Statistik, Badan Layanan Umum Daerah).
const BADAN: [&str; 10] = [
    "perencanaan",
    "kepegawaian",
    "keuangan",
    "pendapatan",
    "pengelola",
    "pengelolaan",
    "penanggulangan",
    "kesatuan",
    "riset",
    "penelitian",
];

/// Words that end a name although they are in capitals.
pub const ENDS: [&str; 9] = [
    "kota",
    "kabupaten",
    "kab",
    "provinsi",
    "tahun",
    "nomor",
    "periode",
    "renstra",
    "tentang",
];

/// Words of a sentence that looks beyond the own region or agency on purpose.
pub const COMPARES: [&str; 21] = [
    "berbatasan",
    "perbatasan",
    "batas",
    "kerja sama",
    "kerjasama",
    "bekerja sama",
    "dibandingkan",
    "dibanding",
    "perbandingan",
    "tetangga",
    "sekitar",
    "studi",
    "antar",
    "antara",
    "regional",
    "koordinasi",
    "berkoordinasi",
    "kolaborasi",
    "sinergi",
    "lintas",
    "terkait",
];

/// A region: `Kota Pasuruan`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Whether it is a kota; else a kabupaten.
    pub is_kota: bool,
    /// Its name without that word, in the form in which names are compared.
    pub name: String,
}

impl Region {
    /// Reads `Kota Pasuruan`, `KABUPATEN BANYUWANGI`, `Pemerintah Kota Pasuruan`.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain = text::plain(typed);
        let bare = plain.strip_prefix("pemerintah ").unwrap_or(&plain);
        let (kind, name) = bare.split_once(' ')?;
        let is_kota = match kind {
            "kota" => true,
            "kabupaten" | "kab" => false,
            _ => return None,
        };
        Some(Self {
            is_kota,
            name: name.to_owned(),
        })
    }
}

/// The plan's region: of the settings, else of the RPJMD, else of its own sheet.
pub fn own(subject: &Subject<'_>) -> Option<Region> {
    let rpjmd = subject.rpjmd.and_then(|rpjmd| rpjmd.daerah.value());
    let name = subject.config.daerah.nama.as_ref();
    let name = name.or(rpjmd);
    let name = name.or_else(|| subject.renstra.identitas.daerah.value());
    Region::parse(name?)
}

/// Regions that a sentence names, with the place of the word `Kota` or `Kabupaten`.
pub fn regions(sentence: &Sentence<'_>) -> Vec<(usize, Region)> {
    let words = sentence.words.iter().enumerate();
    words
        .filter_map(|(at, word)| {
            let is_kota = match word.plain.as_str() {
                "kota" => true,
                "kabupaten" | "kab" => false,
                _ => return None,
            };
            // `Kabupaten/Kota` names none.
            if !word.is_capital() || word.is_last_of_phrase {
                return None;
            }
            let name = sentence.name(at + 1, &AGENCY, &ENDS);
            (!name.is_empty()).then(|| {
                let name = name.join(" ");
                (at, Region { is_kota, name })
            })
        })
        .collect()
}

/// Agencies that a sentence names, with the place and the number of their words.
/// Bodies of the state and of a province are none.
pub fn agencies(sentence: &Sentence<'_>) -> Vec<(usize, usize, String)> {
    let words = sentence.words.iter().enumerate();
    words
        .filter_map(|(at, word)| {
            let begins = ["dinas", "badan", "kecamatan"].contains(&word.plain.as_str());
            if !begins || !word.is_capital() || word.is_last_of_phrase {
                return None;
            }
            let name = sentence.name(at, &AGENCY, &ENDS);
            // "Kecamatan dan Kelurahan" names none.
            let second = name.get(1).filter(|second| **second != "dan")?;
            if name[0] == "badan" && !BADAN.contains(second) {
                return None;
            }
            let behind = sentence.from(at + name.len(), 1);
            let of_others = behind.first().is_some_and(|word| *word == "provinsi")
                || name.contains(&"nasional")
                || name.contains(&"provinsi")
                || name.contains(&"indonesia");
            (!of_others).then(|| (at, name.len(), name.join(" ")))
        })
        .collect()
}

/// Agencies of a list that a sentence names, with the place and the number of their
/// words: names that begin with no common word (`Satpol PP`) are known only so.
pub fn listed(sentence: &Sentence<'_>, names: &[String]) -> Vec<(usize, usize, String)> {
    let words = &sentence.words;
    let mut list = Vec::new();
    for name in names {
        let sought: Vec<&str> = name.split(' ').collect();
        for at in 0..words.len() {
            let Some(own) = words.get(at..at + sought.len()) else {
                break;
            };
            let is_same = own
                .iter()
                .zip(&sought)
                .all(|(own, word)| own.plain == **word);
            if is_same && own[0].is_capital() {
                list.push((at, sought.len(), name.clone()));
            }
        }
    }
    list
}

/// Whether the words before a name make it a partner: `bersama Dinas Sosial`.
pub fn is_partner(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = sentence.before(at, 3);
    before.contains(&"bersama") || before.contains(&"dengan")
}

/// Whether a name in a text is one of the agency's own names, perhaps with more
/// words behind it, or the beginning of one.
pub fn is_same_agency(named: &str, own: &str) -> bool {
    let begins = |long: &str, short: &str| long == short || long.starts_with(&format!("{short} "));
    begins(named, own) || begins(own, named)
}
