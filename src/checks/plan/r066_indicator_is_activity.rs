#![doc = include_str!("r066_indicator_is_activity.md")]

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R066"),
    severity: Severity::Warning,
    text: include_str!("r066_indicator_is_activity.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let name = plan::one_line(&indikator.uraian.value);
        let word = lexicon::activity(&name)?;
        let text = format!("indikator {level} ini mengukur kegiatan: \"{word}\"");
        Some(
            RULE.finding(indikator.uraian.origin.clone(), text)
                .path(name.clone())
                .note("indikator", name)
                .hint("ukurlah hasilnya; ukuran kegiatan diletakkan pada sub kegiatan"),
        )
    });
    for finding in found {
        out.emit(finding);
    }
}
