//! Laws that a plan may no longer rest on: a list with its sources.

use std::sync::OnceLock;

use serde::Deserialize;

/// The list; its head says how it was made.
const LIST: &str = include_str!("laws.toml");

/// A law and the last year in which a plan may rest on it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Its name for findings.
    pub nama: String,
    /// Its kind, in small letters and without punctuation; each entry is another
    /// way to write it.
    pub jenis: Vec<String>,
    /// Its number.
    pub nomor: String,
    /// Its year.
    pub tahun: String,
    /// Last year in which a plan may be fixed on it.
    pub sampai: u16,
    /// What took its place.
    pub pengganti: String,
    /// Where that is said.
    pub sumber: String,
    /// Whether the source was read, not only known of.
    #[serde(default)]
    pub terbaca: bool,
}

impl Law {
    /// Whether a plain text (small letters, no punctuation) names it.
    pub fn is_in(&self, plain: &str) -> bool {
        let padded = format!(" {plain} ");
        let (nomor, tahun) = (&self.nomor, &self.tahun);
        let forms = [
            format!(" {nomor} tahun {tahun} "),
            format!(" {nomor} {tahun} "),
        ];
        let Some(at) = forms.iter().find_map(|form| padded.find(form)) else {
            return false;
        };
        self.jenis
            .iter()
            .any(|jenis| padded[..=at].contains(&format!(" {jenis} ")))
    }
}

#[derive(Deserialize)]
struct File {
    hukum: Vec<Law>,
}

/// All laws of the list.
pub fn superseded() -> &'static [Law] {
    static LAWS: OnceLock<Vec<Law>> = OnceLock::new();
    // The list is part of the program; a test reads it.
    LAWS.get_or_init(|| toml::from_str::<File>(LIST).map_or_else(|_| Vec::new(), |file| file.hukum))
}

/// Kinds of laws in the order in which a legal basis lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The constitution.
    Dasar,
    /// Laws.
    UndangUndang,
    /// Government regulations.
    Pemerintah,
    /// Regulations, decrees and instructions of the president.
    Presiden,
    /// Regulations of ministers and heads of national bodies.
    Menteri,
    /// Their decrees and instructions.
    KeputusanMenteri,
    /// Regional regulations.
    Daerah,
    /// Regulations and decrees of a head of region.
    KepalaDaerah,
}

/// Beginnings of names, of which the first that fits counts.
const RANKS: [(&str, Rank); 30] = [
    ("undang undang dasar", Rank::Dasar),
    ("uud", Rank::Dasar),
    ("undang undang", Rank::UndangUndang),
    ("uu ", Rank::UndangUndang),
    ("peraturan pemerintah pengganti", Rank::UndangUndang),
    ("perppu", Rank::UndangUndang),
    ("peraturan pemerintah", Rank::Pemerintah),
    ("pp ", Rank::Pemerintah),
    ("peraturan presiden", Rank::Presiden),
    ("perpres", Rank::Presiden),
    ("keputusan presiden", Rank::Presiden),
    ("instruksi presiden", Rank::Presiden),
    ("inpres", Rank::Presiden),
    ("keppres", Rank::Presiden),
    ("peraturan menteri", Rank::Menteri),
    ("permen", Rank::Menteri),
    ("peraturan badan", Rank::Menteri),
    ("peraturan kepala", Rank::Menteri),
    ("keputusan menteri", Rank::KeputusanMenteri),
    ("kepmen", Rank::KeputusanMenteri),
    ("instruksi menteri", Rank::KeputusanMenteri),
    ("inmen", Rank::KeputusanMenteri),
    ("peraturan daerah", Rank::Daerah),
    ("perda", Rank::Daerah),
    ("peraturan wali", Rank::KepalaDaerah),
    ("peraturan bupati", Rank::KepalaDaerah),
    ("peraturan gubernur", Rank::KepalaDaerah),
    ("perwal", Rank::KepalaDaerah),
    ("perbup", Rank::KepalaDaerah),
    ("pergub", Rank::KepalaDaerah),
];

/// Kind and year of a law of the legal basis; `None` where one of them cannot be
/// read. A regional regulation may lack its year while it is not fixed yet.
pub fn rank(plain: &str) -> Option<(Rank, u16)> {
    let bare = plain
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
        .trim_start();
    let (_, rank) = RANKS.iter().find(|(begin, _)| bare.starts_with(begin))?;
    let year = identity(bare).and_then(|(.., year)| year.parse().ok());
    match rank {
        // Of a region and its province, and of heads, the year says little.
        Rank::Daerah | Rank::KepalaDaerah | Rank::Dasar => Some((*rank, 0)),
        _ => Some((*rank, year?)),
    }
}

/// A law of the legal basis by what no two laws share: kind, number, year.
pub fn identity(plain: &str) -> Option<(String, String, String)> {
    let words: Vec<&str> = plain.split(' ').collect();
    let at = words
        .iter()
        .position(|word| matches!(*word, "nomor" | "no"))?;
    let tahun = words[at..].iter().position(|word| *word == "tahun")? + at;
    let number = words.get(at + 1..tahun)?.join(" ");
    let year = words.get(tahun + 1)?;
    let kind = short_kind(&words[..at].join(" "));
    (!number.is_empty() && year.len() == 4).then(|| (kind, number, (*year).to_owned()))
}

/// Kinds in one of the ways in which they are written.
fn short_kind(kind: &str) -> String {
    const SHORT: [(&str, &str); 7] = [
        ("undang undang", "uu"),
        ("peraturan pemerintah", "pp"),
        ("peraturan presiden", "perpres"),
        ("peraturan menteri dalam negeri", "permendagri"),
        ("keputusan menteri dalam negeri", "kepmendagri"),
        ("peraturan daerah", "perda"),
        ("peraturan wali kota", "perwali"),
    ];
    let kind = kind.trim_start_matches("republik indonesia").trim();
    let found = SHORT.iter().find(|(long, _)| kind.starts_with(long));
    found.map_or_else(
        || kind.to_owned(),
        |(long, short)| format!("{short}{}", kind.strip_prefix(long).unwrap_or_default()),
    )
}

#[cfg(test)]
mod tests {
    use super::{Rank, identity, rank, superseded};
    use crate::model::text;

    #[test]
    fn the_list_is_whole() {
        assert!(superseded().len() > 20);
        assert!(superseded().iter().all(|law| !law.sumber.is_empty()));
    }

    #[test]
    fn kinds_are_known_however_they_are_written() {
        let of = |typed: &str| rank(&text::plain(typed));
        let uu = Some((Rank::UndangUndang, 2004));
        assert_eq!(of("Undang-Undang Nomor 25 Tahun 2004 tentang Sistem"), uu);
        assert_eq!(of("1. UU No. 25 Tahun 2004"), uu);
        let menteri = Some((Rank::Menteri, 2017));
        assert_eq!(of("Permendagri No. 86 Tahun 2017"), menteri);
        assert!(of("Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021") > menteri);
        assert_eq!(of("Surat Edaran Bersama"), None);
    }

    #[test]
    fn one_law_has_one_identity_however_it_is_written() {
        let of = |typed: &str| identity(&text::plain(typed));
        let long = of("Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan");
        assert_eq!(long, of("UU No. 25 Tahun 2004"));
        assert!(long.is_some());
        assert_ne!(long, of("Peraturan Pemerintah Nomor 25 Tahun 2004"));
        assert_eq!(of("Peraturan Daerah Kota Pasuruan tentang RPJMD"), None);
    }
}
