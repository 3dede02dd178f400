//! What a rule over a city is, and what it looks at.

use std::collections::BTreeSet;

use super::Member;
use crate::checks::consequences;
use crate::checks::rule::apply;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Origin, Severity};
use crate::model::{Rpjmd, text};
use crate::regulation::Regulation;

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

impl CityRule {
    /// A finding of this rule, at the rule's own level.
    pub fn finding(&self, origin: Origin, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.code, self.severity, origin, message)
    }
}

/// Applies every rule over a city that the regulation has not switched off.
pub fn run(city: &City<'_>, regulation: &Regulation, out: &mut Diagnostics) {
    // Two workbooks of one agency are reported as such; next to each other they would be
    // called two agencies with one text and one money.
    let mut seen = BTreeSet::new();
    let member: Vec<Member> = city
        .member
        .iter()
        .filter(|member| {
            let nama = member.nama.as_ref();
            nama.is_none_or(|nama| seen.insert(text::plain(nama)))
        })
        .cloned()
        .collect();
    let city = &City {
        rpjmd: city.rpjmd,
        member: &member,
    };
    for rule in super::ALL {
        apply(
            (rule.code, rule.severity),
            regulation,
            |found| (rule.check)(city, found),
            out,
        );
    }
    consequences::apply(out);
}

impl City<'_> {
    /// The agencies that are compared with the RPJMD.
    pub(super) fn of_rpjmd(&self) -> impl Iterator<Item = &Member> {
        self.member.iter().filter(|member| member.of_rpjmd)
    }
}
