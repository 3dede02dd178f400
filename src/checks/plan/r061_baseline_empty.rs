#![doc = include_str!("r061_baseline_empty.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Entry;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R061"),
    severity: Severity::Error,
    text: include_str!("r061_baseline_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let Entry::Empty(origin) = &indikator.target_awal else {
            return None;
        };
        let name = plan::one_line(&indikator.uraian.value);
        let text = format!("kondisi awal indikator {level} belum diisi");
        Some(
            RULE.finding(origin.clone(), text)
                .path(name.clone())
                .note("indikator", name)
                .hint("isi capaian pada tahun awal perencanaan; tulis 0 bila memang nol"),
        )
    });
    for finding in found {
        out.emit(finding);
    }
}
