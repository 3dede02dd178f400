//! What a rule is, what it looks at, and how all of them are applied.

use std::collections::{BTreeMap, BTreeSet};

use super::consequences;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Origin, Severity};
use crate::model::{Located, Periode, Renstra, Rpjmd, Tahun, Worksheet};
use crate::regulation::Regulation;

/// What the rules look at.
pub struct Subject<'a> {
    /// The plan.
    pub renstra: &'a Renstra,
    /// The regulation it is written under.
    pub regulation: &'a Regulation,
    /// The city's RPJMD, where there is one.
    pub rpjmd: Option<&'a Rpjmd>,
    /// The agency's plan as it was before, where the city keeps it.
    pub sebelumnya: Option<&'a Renstra>,
    /// The city's settings.
    pub config: &'a Config,
    /// Slots of the sheet Narasi that hold text.
    pub slot: BTreeSet<String>,
    /// The plan's period, from the workbook or the city's settings.
    pub periode: Option<Periode>,
    /// The workbook.
    pub file: Origin,
    /// Titles above the tables of the worksheets.
    pub judul: Vec<Located<String>>,
    /// Years in the headings of the tables.
    pub tahun_kepala: Vec<Located<Tahun>>,
    /// The sheet that each worksheet was read from.
    pub sheet: BTreeMap<Worksheet, Origin>,
    /// Sheets that look like a worksheet that the workbook lacks.
    pub lookalike: BTreeMap<Worksheet, Lookalike>,
}

/// A sheet that looks like a worksheet and has not all of its columns.
#[derive(Debug, Clone)]
pub struct Lookalike {
    /// The sheet.
    pub origin: Origin,
    /// Columns that its heading lacks, as the form names them.
    pub missing: Vec<String>,
    /// Title under which it is printed as a table of the agency's own.
    pub judul: Option<String>,
}

/// A rule over one plan.
pub struct Rule {
    /// Its code, never reused; also the begin of its file's name.
    pub code: Code,
    /// Its level where the regulation says none.
    pub severity: Severity,
    /// Its explanation in Indonesian, Markdown, as `renstra rule` prints it.
    pub text: &'static str,
    /// Looks, and reports.
    pub check: fn(&Subject<'_>, &mut Diagnostics),
}

impl Rule {
    /// A finding of this rule, at the rule's own level.
    pub fn finding(&self, origin: Origin, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.code, self.severity, origin, message)
    }
}

/// Applies every rule over a plan that the regulation has not switched off.
pub fn run(subject: &Subject<'_>, out: &mut Diagnostics) {
    for rule in super::plan::ALL {
        apply(
            (rule.code, rule.severity),
            subject.regulation,
            |found| (rule.check)(subject, found),
            out,
        );
    }
    consequences::apply(out);
}

/// Lets a rule look, and gives what it finds the level that the regulation
/// states; a rule that the regulation switches off does not look at all.
pub(super) fn apply(
    (code, severity): (Code, Severity),
    regulation: &Regulation,
    look: impl FnOnce(&mut Diagnostics),
    out: &mut Diagnostics,
) {
    let stated = regulation.aturan.get(code.0);
    let severity = match stated.and_then(|aturan| aturan.tingkat) {
        Some(tingkat) => tingkat.severity(),
        None => Some(severity),
    };
    let Some(severity) = severity else { return };
    let mut found = Diagnostics::new();
    look(&mut found);
    found.retain_mut(|finding| {
        finding.severity = severity;
        true
    });
    out.extend(found);
}
