#![doc = include_str!("r073_unit_glued_to_target.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Target;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R073"),
    severity: Severity::Warning,
    text: include_str!("r073_unit_glued_to_target.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (table, indikator) in plan::indicators(subject.renstra) {
        let glued: Vec<_> = indikator
            .figures()
            .filter_map(|entry| entry.located())
            .filter(|target| is_glued(&target.value))
            .collect();
        let Some(first) = glued.first() else { continue };
        out.emit(
            RULE.finding(
                first.origin.clone(),
                format!(
                    "target pada {table} memuat satuan: \"{}\"",
                    first.value.teks()
                ),
            )
            .path(plan::one_line(&indikator.uraian.value))
            .figure(
                "sel",
                glued.len().to_string(),
                glued.iter().map(|target| target.origin.clone()),
            )
            .note("indikator", plan::one_line(&indikator.uraian.value))
            .hint("tulis angkanya saja; satuannya pada kolom Satuan"),
        );
    }
}

/// A number with a word of at least three letters behind it; grades, ranges and
/// ratios are none.
fn is_glued(target: &Target) -> bool {
    // A format writes 92,5%; who types a blank before the sign typed the unit.
    if target.teks().ends_with(" %") {
        return true;
    }
    if target.nilai().is_some() || target.range().is_some() || target.is_ambiguous() {
        return false;
    }
    let text = target.teks();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    rest.len() < text.len()
        && rest.trim().chars().count() >= 3
        && rest.trim().chars().all(|c| c.is_alphabetic() || c == ' ')
}
