//! A verifier's own note, which no rule found.

use serde::Serialize;

use super::answer::Answer;

/// A row of the sheet Catatan Verifikator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonalNote {
    /// Chapter or subchapter.
    pub bab: Option<String>,
    /// What the verifier says.
    pub catatan: String,
    /// What was written next to it.
    #[serde(flatten)]
    pub jawaban: Answer,
}
