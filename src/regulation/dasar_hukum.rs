//! Laws by the words that name them.

use serde::Deserialize;

/// A law that a legal basis names, or must not name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DasarHukum {
    /// Its name for findings.
    pub nama: String,
    /// Words by which it is known, all of them, in small letters and without
    /// punctuation; each entry is another way to write it.
    pub pola: Vec<Vec<String>>,
    /// The law that took its place.
    #[serde(default)]
    pub pengganti: Option<String>,
    /// Who asks for it, where no regulation does.
    #[serde(default)]
    pub sumber: Option<String>,
}

impl DasarHukum {
    /// Whether a plain text (small letters, no punctuation) names it.
    pub fn is_in(&self, plain: &str) -> bool {
        let padded = format!(" {plain} ");
        self.pola.iter().any(|words| {
            words
                .iter()
                .all(|word| padded.contains(&format!(" {word} ")))
        })
    }
}
