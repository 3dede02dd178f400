//! Figures of a finding that say what a cell says, and which cell.

use super::{Located, Rupiah, text};
use crate::diagnostic::Diagnostic;

impl Diagnostic {
    /// Adds a text as it was typed, on one line, and its cell.
    #[must_use]
    pub fn quote(self, label: impl Into<String>, cell: &Located<impl AsRef<str>>) -> Self {
        let typed = text::one_line(cell.value.as_ref());
        self.figure(label, typed, [cell.origin.clone()])
    }

    /// Adds an amount of rupiah and its cell.
    #[must_use]
    pub fn rupiah(self, label: impl Into<String>, cell: &Located<Rupiah>) -> Self {
        self.figure(label, format!("Rp{}", cell.value), [cell.origin.clone()])
    }
}
