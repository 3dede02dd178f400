//! Rules that need the plans of several agencies beside each other.

mod member;
mod r100_shared_pagu_differs;
mod r101_program_without_workbook;
mod r102_narasi_copied;

use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Rpjmd;
use crate::regulation::Regulation;

pub use member::{Alinea, Member, PaguProgram};

/// What the rules look at.
pub struct City<'a> {
    /// The city's RPJMD, where there is one.
    pub rpjmd: Option<&'a Rpjmd>,
    /// The agencies whose workbooks are there.
    pub member: &'a [Member],
}

/// A rule over a city.
pub struct CityRule {
    /// Its code, never reused.
    pub code: Code,
    /// Its level where the regulation says none.
    pub severity: Severity,
    /// Its explanation in Indonesian.
    pub text: &'static str,
    /// Looks, and reports.
    pub check: fn(&City<'_>, &mut Diagnostics),
}

/// All of them in the order of their codes.
pub const ALL: [&CityRule; 3] = [
    &r100_shared_pagu_differs::RULE,
    &r101_program_without_workbook::RULE,
    &r102_narasi_copied::RULE,
];

/// Applies every rule that the regulation has not switched off.
pub fn run(city: &City<'_>, regulation: &Regulation, out: &mut Diagnostics) {
    for rule in ALL {
        let word = regulation.aturan.get(rule.code.0);
        let severity = match word.and_then(|aturan| aturan.tingkat) {
            Some(tingkat) => tingkat.severity(),
            None => Some(rule.severity),
        };
        let Some(severity) = severity else { continue };
        let mut found = Diagnostics::new();
        (rule.check)(city, &mut found);
        found.retain_mut(|finding| {
            finding.severity = severity;
            true
        });
        out.extend(found);
    }
}

impl City<'_> {
    /// The agencies that are held against the RPJMD.
    fn of_rpjmd(&self) -> impl Iterator<Item = &Member> {
        self.member.iter().filter(|member| member.of_rpjmd)
    }
}
