#![doc = include_str!("r076_spelling.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R076"),
    severity: Severity::Info,
    text: include_str!("r076_spelling.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut reported = BTreeSet::new();
    for (_, indikator) in plan::indicators(subject.renstra) {
        let name = text::plain(&indikator.uraian.value);
        let Some(wrong) = ["presentase", "prosentase"]
            .into_iter()
            .find(|word| name.contains(word))
        else {
            continue;
        };
        if reported.insert(indikator.uraian.origin.clone()) {
            out.emit(
                RULE.finding(
                    indikator.uraian.origin.clone(),
                    format!("\"{wrong}\" ditulis \"persentase\""),
                )
                .path(plan::one_line(&indikator.uraian.value))
                .note("indikator", plan::one_line(&indikator.uraian.value))
                .hint("perbaiki ejaannya; program tidak mengubahnya sendiri"),
            );
        }
    }
}
