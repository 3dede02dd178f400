#![doc = include_str!("r133_usual_tabel_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::missing_table;
use crate::diagnostic::{Code, Diagnostics, Fact, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R133"),
    severity: Severity::Warning,
    text: include_str!("r133_usual_tabel_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    missing_table::report(
        &RULE,
        subject,
        |tabel| tabel.wajib && tabel.menurut_praktik,
        Fact::NoUsualTable,
        out,
    );
}
