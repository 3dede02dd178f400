#![doc = include_str!("r065_iku_source_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::iku::{self, Kolom};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R065"),
    severity: Severity::Warning,
    text: include_str!("r065_iku_source_missing.md"),
    check,
};

const KOLOM: [Kolom; 2] = [
    Kolom {
        key: "sumber_data",
        name: "Sumber Data",
        entry: |iku| &iku.sumber_data,
    },
    Kolom {
        key: "penanggung_jawab",
        name: "Penanggung Jawab",
        entry: |iku| &iku.penanggung_jawab,
    },
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    iku::report_blank(&RULE, subject, &KOLOM, out);
}
