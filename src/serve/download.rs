//! Files to take away: the document, the verifier's note, a blank workbook, what changed.

use serde::{Deserialize, Serialize};

use super::comparison::Comparison;
use super::derived::Derived;

/// What can be taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Download {
    /// The document as a draft, whatever was found.
    Draft,
    /// The document; only without an error.
    Final,
    /// The verifier's note, as `check --report pdf` makes it.
    Note,
    /// A blank workbook, as `init` makes it.
    Blank,
    /// What follows on the plan.
    Derived(Derived),
    /// What it changes of an earlier document.
    Comparison(Comparison),
}

impl Download {
    /// As the page's addresses name it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text {
            "rancangan" => Some(Self::Draft),
            "final" => Some(Self::Final),
            "verifikasi" => Some(Self::Note),
            "kosong" => Some(Self::Blank),
            _ => None,
        }
    }
}
