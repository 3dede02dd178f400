//! One finding, built part by part.

use serde::{Deserialize, Serialize};

use super::code::{Code, Severity};
use super::fact::{Fact, Ground, Scope};
use super::origin::Origin;
use super::wire;

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
    /// [`Diagnostics::fold`](super::Diagnostics::fold).
    pub consequences: Vec<Diagnostic>,
    /// Further cells for which it says that they are not read or not printed.
    pub covers: Vec<Origin>,
    /// What the rest of the program goes by.
    pub facts: Vec<Fact>,
}

impl Diagnostic {
    /// A finding of the given severity.
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

    /// Says which element of the funding table it is about; its kode is the path.
    #[must_use]
    pub fn element(self, kode: &impl ToString) -> Self {
        let kode = kode.to_string();
        self.path(kode.clone()).fact(Fact::Element(kode))
    }

    /// Says what must hold for it to be a mistake of its own.
    #[must_use]
    pub fn rests_on(self, grounds: impl IntoIterator<Item = Ground>) -> Self {
        let grounds = grounds.into_iter();
        grounds.fold(self, |own, ground| own.fact(Fact::RestsOn(ground)))
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
