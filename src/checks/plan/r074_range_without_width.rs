#![doc = include_str!("r074_range_without_width.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Target;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R074"),
    severity: Severity::Error,
    text: include_str!("r074_range_without_width.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (table, indikator) in plan::indicators(subject.renstra) {
        for target in indikator.figures().filter_map(|entry| entry.located()) {
            if !is_wrong(&target.value) {
                continue;
            }
            out.emit(
                RULE.finding(
                    target.origin.clone(),
                    format!(
                        "rentang target \"{}\" pada {table} terbalik atau tanpa lebar",
                        target.value.teks()
                    ),
                )
                .path(plan::one_line(&indikator.uraian.value))
                .note("indikator", plan::one_line(&indikator.uraian.value))
                .hint("tulis batas bawah lebih dahulu, atau satu angka saja"),
            );
        }
    }
}

fn is_wrong(target: &Target) -> bool {
    let Some(range) = target.range() else {
        return false;
    };
    if range.lower == range.upper {
        return true;
    }
    // The model keeps the bounds in order; the text says in which they were typed.
    let first = target
        .teks()
        .split(['–', '—', '-', 's'])
        .next()
        .map(|text| Target::parse(text.trim()));
    first.and_then(|first| first.nilai()) == Some(range.upper)
}
