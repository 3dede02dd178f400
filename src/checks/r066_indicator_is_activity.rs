#![doc = include_str!("r066_indicator_is_activity.md")]

use super::{Rule, Subject};
use super::{kata, rows};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R066"),
    severity: Severity::Warning,
    text: include_str!("r066_indicator_is_activity.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = rows::hasil_once(subject.renstra, |level, indikator| {
        let name = rows::line(&indikator.uraian.value);
        let word = kata::activity(&name)?;
        let text = format!("indikator {level} ini mengukur kegiatan: \"{word}\"");
        Some(
            Diagnostic::warning(RULE.code, indikator.uraian.origin.clone(), text)
                .path(name.clone())
                .note("indikator", name)
                .hint("ukurlah hasilnya; ukuran kegiatan diletakkan pada sub kegiatan"),
        )
    });
    for finding in found {
        out.emit(finding);
    }
}
