//! The sink that every stage puts its findings into.

use serde::{Deserialize, Serialize};

use super::code::Severity;
use super::finding::Diagnostic;

/// The sink of all findings of one run.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a finding.
    pub fn emit(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Takes several findings, as those of another sink.
    pub fn extend(&mut self, other: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(other);
    }

    /// The findings in the order in which they were emitted or last sorted.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Number of findings of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }

    /// Whether a final document must be refused.
    pub fn has_error(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    /// Puts what only follows from `cause` under it, and emits it, with the
    /// severity of the most severe of them: a fold hides no error.
    pub fn fold(&mut self, mut cause: Diagnostic, follows: impl Fn(&Diagnostic) -> bool) {
        let (under, rest): (Vec<_>, Vec<_>) = self.list.drain(..).partition(follows);
        self.list = rest;
        for mut finding in under {
            cause.severity = cause.severity.min(finding.severity);
            // One level deep: what follows from a consequence follows from the cause.
            let further = std::mem::take(&mut finding.consequences);
            cause.consequences.push(finding);
            cause.consequences.extend(further);
        }
        cause
            .consequences
            .sort_by(|a, b| (&a.origin, a.code, &a.message).cmp(&(&b.origin, b.code, &b.message)));
        self.list.push(cause);
    }

    /// Takes all findings out, in their order.
    pub fn take(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.list)
    }

    /// Changes or drops findings in place: the regulation's levels, `--allow`.
    pub fn retain_mut(&mut self, keep: impl FnMut(&mut Diagnostic) -> bool) {
        self.list.retain_mut(keep);
    }

    /// Sorts in the reader's order: file, sheet, row, column, code, message.
    pub fn sort(&mut self) {
        self.list
            .sort_by(|a, b| (&a.origin, a.code, &a.message).cmp(&(&b.origin, b.code, &b.message)));
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Diagnostics, Severity};
    use crate::diagnostic::{Code, Origin};

    #[test]
    fn what_follows_is_counted_under_the_cause_and_hides_no_error() {
        let sheet = Origin::sheet("a.xlsx".into(), 0, "T-C.27".into());
        let mut out = Diagnostics::new();
        out.emit(Diagnostic::error(Code("R012"), sheet.at(4, 8), "selisih"));
        out.emit(Diagnostic::error(Code("R012"), sheet.at(4, 10), "selisih"));
        out.emit(Diagnostic::warning(Code("R060"), sheet.at(9, 1), "satuan"));
        let cause = Diagnostic::warning(Code("R155"), sheet.clone(), "kode tertukar");
        out.fold(cause, |finding| finding.code.0 == "R012");
        assert_eq!(out.iter().count(), 2);
        let folded = out.iter().find(|finding| finding.code.0 == "R155");
        assert_eq!(
            folded.map(|finding| finding.severity),
            Some(Severity::Error)
        );
        let line = folded.and_then(Diagnostic::consequences_line);
        assert_eq!(
            line.as_deref(),
            Some("2 temuan lain: R012 ×2 (T-C.27!I5, K5)")
        );
    }
}
