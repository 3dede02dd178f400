#![doc = include_str!("r095_dasar_hukum_missing.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R095"),
    severity: Severity::Warning,
    text: include_str!("r095_dasar_hukum_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = &subject.renstra.identitas.dasar_hukum;
    // An empty list is the identity sheet's finding.
    let Some(first) = list.first() else { return };
    let known: Vec<String> = list.iter().map(|law| text::plain(&law.value)).collect();
    let missing: Vec<&str> = subject
        .regulation
        .dasar_hukum
        .iter()
        .filter(|law| !known.iter().any(|text| law.is_in(text)))
        .map(|law| law.nama.as_str())
        .collect();
    if !missing.is_empty() {
        let mut finding = RULE.finding(
            first.origin.clone(),
            format!(
                "dasar hukum pokok belum disebut: {} peraturan",
                missing.len()
            ),
        );
        for law in missing {
            finding = finding.note("belum disebut", law);
        }
        out.emit(finding.hint("tambahkan pada Dasar Hukum di lembar Identitas"));
    }
}
