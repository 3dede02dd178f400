//! Level and basis of the rules under a regulation: its `aturan.toml`.
//!
//! A file of its own, because it is read by other people than `format.toml`:
//! that one says how the document looks, this one what is asked of a plan.

use serde::Deserialize;

use crate::diagnostic::Severity;

/// Name of the file in a regulation's folder.
pub const ATURAN: &str = "aturan.toml";

/// What a regulation says of a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aturan {
    /// Its level here; the rule's own if not said.
    #[serde(default)]
    pub tingkat: Option<Tingkat>,
    /// The article or table it rests on.
    #[serde(default)]
    pub dasar: Option<String>,
}

/// Level of a rule in a regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tingkat {
    /// A final document is refused.
    Galat,
    /// To be looked at.
    Peringatan,
    /// To be known.
    Info,
    /// Not applied.
    Mati,
}

impl Aturan {
    /// Whether the regulation has decided about the rule: what it rests on, or that it is off.
    pub fn is_decided(&self) -> bool {
        self.dasar.is_some() || self.tingkat == Some(Tingkat::Mati)
    }
}

impl Tingkat {
    /// The severity of a finding; `None` where the rule is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Galat => Some(Severity::Error),
            Self::Peringatan => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Mati => None,
        }
    }
}
