//! Findings: what is wrong in a user's file, where, and how to mend it.
//!
//! A finding never stops the program. Every stage puts what it found into one
//! sink, [`Diagnostics`], and goes on; the sink is sorted and printed once.
//! What the *program* could not do (a full disk, a broken template) is a
//! `Result` instead and never comes here.

mod cause;
mod fact;
mod printable;
mod toml_mistake;
mod wire;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use cause::system_cause;
pub use fact::{Fact, Scope};
pub use printable::printable;
pub use toml_mistake::{TomlMistake, line_of};

/// How grave a finding is. Ordered from the most severe.
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

/// A cell by its absolute position in the sheet, zero-based; printed as `N41`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellRef {
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub col: u32,
}

impl CellRef {
    /// The cell at zero-based `row` and `col`.
    pub fn new(row: u32, col: u32) -> Self {
        Self { row, col }
    }
}

/// The letters of a zero-based column: 0 is `A`, 26 is `AA`.
pub fn column_name(col: u32) -> String {
    let mut letter = Vec::new();
    let mut rest = u64::from(col) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letter.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letter.iter().rev().collect()
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.col), self.row + 1)
    }
}

/// Where something stands: a file, perhaps a sheet of it, perhaps a cell.
///
/// The derived order is the reader's: file, sheet (by its place in the
/// workbook, not by name), row, column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// File name as the user knows it, without folders.
    #[serde(with = "wire::shared")]
    pub file: Arc<str>,
    /// Place of the sheet in the workbook, from 0; `None` speaks of the whole file.
    pub sheet_index: Option<u32>,
    /// Name of the sheet.
    #[serde(with = "wire::maybe_shared")]
    pub sheet: Option<Arc<str>>,
    /// The cell; `None` speaks of the whole sheet.
    pub cell: Option<CellRef>,
}

impl Origin {
    /// The file as a whole.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self {
            file: file.into(),
            sheet_index: None,
            sheet: None,
            cell: None,
        }
    }

    /// A sheet as a whole.
    pub fn sheet(file: Arc<str>, index: u32, sheet: Arc<str>) -> Self {
        Self {
            file,
            sheet_index: Some(index),
            sheet: Some(sheet),
            cell: None,
        }
    }

    /// A cell of the same sheet.
    #[must_use]
    pub fn at(&self, row: u32, col: u32) -> Self {
        Self {
            cell: Some(CellRef::new(row, col)),
            ..self.clone()
        }
    }

    /// Its cell as it is named next to another place: `N42`, with its sheet or file where
    /// that differs. `None` for a place that is no cell.
    pub fn cell_next_to(&self, main: &Self) -> Option<String> {
        let cell = self.cell?;
        Some(match &self.sheet {
            Some(sheet) if self.file != main.file => format!("{} › {sheet}!{cell}", self.file),
            Some(sheet) if self.sheet != main.sheet => format!("{sheet}!{cell}"),
            _ => cell.to_string(),
        })
    }
}

impl fmt::Display for Origin {
    /// `dinas.xlsx › T-C.27!N41`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " › {sheet}")?;
        }
        if let Some(cell) = self.cell {
            write!(f, "!{cell}")?;
        }
        Ok(())
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

/// A figure shown below a finding, with the cells it comes from:
/// `sub kegiatan   Rp1.200.000.000   (N42, N43, N44)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What the figure is.
    pub label: String,
    /// The figure as printed.
    pub value: String,
    /// The cells it was read or summed from.
    pub origin: Vec<Origin>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Code of the rule or of the reading fault.
    pub code: Code,
    /// Gravity, before the regulation's and the user's settings.
    pub severity: Severity,
    /// One Indonesian sentence, without a full stop.
    pub message: String,
    /// Where to look first.
    pub origin: Origin,
    /// The object by its kode or title, for programs that read the findings.
    pub path: Option<String>,
    /// Figures that are set against each other.
    pub figure: Vec<Figure>,
    /// Further lines, `selisih: Rp50.000.000`: label and text.
    #[serde(deserialize_with = "wire::note::deserialize")]
    pub note: Vec<(&'static str, String)>,
    /// The legal basis, filled from the regulation when the finding is printed.
    pub basis: Option<String>,
    /// How to mend it, in Indonesian.
    pub hint: Option<String>,
    /// Findings that only follow from this one and go away with it; see
    /// [`Diagnostics::fold`].
    pub consequences: Vec<Diagnostic>,
    /// Further cells for which it says that they are not read or not printed.
    pub covers: Vec<Origin>,
    /// What the rest of the program goes by.
    pub facts: Vec<Fact>,
}

impl Diagnostic {
    /// A finding of the given gravity.
    pub fn new(code: Code, severity: Severity, origin: Origin, message: impl Into<String>) -> Self {
        Self {
            code,
            severity,
            message: message.into(),
            origin,
            path: None,
            figure: Vec::new(),
            note: Vec::new(),
            basis: None,
            hint: None,
            consequences: Vec::new(),
            covers: Vec::new(),
            facts: Vec::new(),
        }
    }

    /// An error.
    pub fn error(code: Code, origin: Origin, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, origin, message)
    }

    /// A warning.
    pub fn warning(code: Code, origin: Origin, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, origin, message)
    }

    /// A piece of information.
    pub fn info(code: Code, origin: Origin, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Info, origin, message)
    }

    /// Adds how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the object's path (kode or title).
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Adds what the rest of the program goes by.
    #[must_use]
    pub fn fact(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }

    /// Says that cells are not read or not printed.
    #[must_use]
    pub fn unprinted(self, scope: Scope) -> Self {
        self.fact(Fact::Unprinted(scope))
    }

    /// Adds cells for which this, too, says that they are not read or not printed.
    #[must_use]
    pub fn covers(mut self, cells: impl IntoIterator<Item = Origin>) -> Self {
        self.covers.extend(cells);
        self
    }

    /// Adds a figure with the cells it comes from.
    #[must_use]
    pub fn figure(
        mut self,
        label: impl Into<String>,
        value: impl Into<String>,
        origin: impl IntoIterator<Item = Origin>,
    ) -> Self {
        self.figure.push(Figure {
            label: label.into(),
            value: value.into(),
            origin: origin.into_iter().collect(),
        });
        self
    }

    /// What follows from this finding, in one line for people:
    /// `4 temuan lain: R012 ×4 (T-C.27!J116, K116, …)`. `None` if nothing does.
    pub fn consequences_line(&self) -> Option<String> {
        const NAMED: usize = 6;
        let list = &self.consequences;
        if list.is_empty() {
            return None;
        }
        let mut count: Vec<(Code, usize)> = Vec::new();
        for finding in list {
            match count.iter_mut().find(|(code, _)| *code == finding.code) {
                Some((_, count)) => *count += 1,
                None => count.push((finding.code, 1)),
            }
        }
        let code: Vec<String> = count
            .into_iter()
            .map(|(code, count)| format!("{code} ×{count}"))
            .collect();
        let mut sheet = None;
        let mut cell = Vec::new();
        for origin in list.iter().map(|finding| &finding.origin).take(NAMED) {
            let Some(at) = origin.cell else { continue };
            // The name of the sheet once for all cells of it.
            let named = sheet.replace(&origin.sheet) == Some(&origin.sheet);
            cell.push(match origin.sheet.as_deref().filter(|_| !named) {
                Some(name) => format!("{name}!{at}"),
                None => at.to_string(),
            });
        }
        if list.len() > NAMED {
            cell.push("…".to_owned());
        }
        let cell = if cell.is_empty() {
            String::new()
        } else {
            format!(" ({})", cell.join(", "))
        };
        Some(format!(
            "{} temuan lain: {}{cell}",
            list.len(),
            code.join(", ")
        ))
    }

    /// Adds a labelled line.
    #[must_use]
    pub fn note(mut self, label: &'static str, text: impl Into<String>) -> Self {
        self.note.push((label, text.into()));
        self
    }
}

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

    /// Takes all findings of another sink.
    pub fn extend(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// The findings in the order in which they were emitted or last sorted.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Number of findings of this gravity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }

    /// Whether a final document must be refused.
    pub fn has_error(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    /// Puts what only follows from `cause` under it, and emits it. It becomes as
    /// grave as the most severe of them: a fold hides no error.
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

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Diagnostic, Diagnostics, Origin, Severity};

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
