//! A finding's code and its severity.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Severity of a finding. Ordered from the most severe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A final document is refused while it stands.
    Error,
    /// To be looked at; does not stop the final document.
    Warning,
    /// Something the reader of the findings should know.
    Info,
}

impl Severity {
    /// The Indonesian word printed before the code.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "galat",
            Self::Warning => "peringatan",
            Self::Info => "info",
        }
    }
}

/// A finding's code. The first letter names the stage: `W` workbook, `S`
/// sheets, `N` normalise, `R` rules, `T` typesetting. Never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
