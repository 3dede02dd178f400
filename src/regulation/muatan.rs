//! What a subchapter is asked to speak of.

use serde::Deserialize;

/// A matter that a text has to speak of. Only its words are looked for: whether it is
/// said well, or in other words, is for people.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Muatan {
    /// The matter, as a finding names it: `kaidah pelaksanaan`.
    pub butir: String,
    /// Beginnings of words or phrases in small letters and without punctuation; one
    /// of them in the text is enough.
    pub kata: Vec<String>,
    /// Bidang urusan (`1.02`) of whose agencies it is asked; of all where none is named.
    #[serde(default)]
    pub bidang: Vec<String>,
    /// Bidang urusan of whose agencies it is not asked.
    #[serde(default)]
    pub kecuali_bidang: Vec<String>,
}

impl Muatan {
    /// Whether a plain text (small letters, no punctuation) speaks of it.
    pub fn is_in(&self, plain: &str) -> bool {
        let padded = format!(" {plain}");
        let mut words = self.kata.iter();
        words.any(|word| padded.contains(&format!(" {word}")))
    }

    /// Whether it is asked of an agency that carries out these bidang urusan.
    pub fn applies(&self, bidang: &[String]) -> bool {
        let has = |list: &[String]| list.iter().any(|one| bidang.contains(one));
        (self.bidang.is_empty() || has(&self.bidang)) && !has(&self.kecuali_bidang)
    }
}
