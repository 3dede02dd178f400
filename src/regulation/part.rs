//! A part of a chapter: text of the agency, a table, a figure, or a piece that
//! the regulation fixes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, de::Error};

/// One part, written `narasi`, `narasi:t-c-23`, `tabel:t-c-27`,
/// `gambar:struktur`, `bagian:sistematika`. `narasi?` is a text that may be
/// left out because something else stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The agency's text.
    Narasi {
        /// A slot of its own; the subchapter's number if not said.
        slot: Option<String>,
        /// Whether its absence is a finding.
        wajib: bool,
    },
    /// A table.
    Tabel(String),
    /// A figure.
    Gambar(String),
    /// A fixed piece.
    Bagian(String),
}

impl FromStr for Part {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, name) = match text.split_once(':') {
            Some((kind, name)) => (kind, Some(name.to_owned())),
            None => (text, None),
        };
        match (kind, name) {
            ("narasi", slot) => Ok(Self::Narasi { slot, wajib: true }),
            ("narasi?", slot) => Ok(Self::Narasi { slot, wajib: false }),
            ("tabel", Some(name)) => Ok(Self::Tabel(name)),
            ("gambar", Some(name)) => Ok(Self::Gambar(name)),
            ("bagian", Some(name)) => Ok(Self::Bagian(name)),
            _ => Err(format!(
                "\"{text}\" bukan narasi, narasi:…, tabel:…, gambar:…, atau bagian:…"
            )),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Narasi { slot, wajib } => {
                f.write_str(if *wajib { "narasi" } else { "narasi?" })?;
                slot.as_ref().map_or(Ok(()), |slot| write!(f, ":{slot}"))
            }
            Self::Tabel(name) => write!(f, "tabel:{name}"),
            Self::Gambar(name) => write!(f, "gambar:{name}"),
            Self::Bagian(name) => write!(f, "bagian:{name}"),
        }
    }
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}
