#![doc = include_str!("r064_iku_definition_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::iku::{self, Kolom};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R064"),
    severity: Severity::Warning,
    text: include_str!("r064_iku_definition_missing.md"),
    check,
};

const KOLOM: [Kolom; 2] = [
    Kolom {
        key: "definisi",
        name: "Definisi Operasional",
        entry: |iku| &iku.indikator.definisi,
    },
    Kolom {
        key: "formula",
        name: "Formula",
        entry: |iku| &iku.indikator.formula,
    },
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    iku::report_blank(&RULE, subject, &KOLOM, out);
}
