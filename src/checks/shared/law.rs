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
    use super::{identity, superseded};
    use crate::model::text;

    #[test]
    fn the_list_is_whole() {
        assert!(superseded().len() > 20);
        assert!(superseded().iter().all(|law| !law.sumber.is_empty()));
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
