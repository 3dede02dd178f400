#![doc = include_str!("r002_tabel_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::missing_table;
use crate::diagnostic::{Code, Diagnostics, Fact, Severity};
use crate::regulation::Tabel;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R002"),
    severity: Severity::Error,
    text: include_str!("r002_tabel_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    missing_table::report(&RULE, subject, Tabel::is_required, Fact::NoTable, out);
}
