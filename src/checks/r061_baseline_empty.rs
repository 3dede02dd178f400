#![doc = include_str!("r061_baseline_empty.md")]

use super::rows;
use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::Entry;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R061"),
    severity: Severity::Error,
    text: include_str!("r061_baseline_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = rows::hasil_once(subject.renstra, |level, indikator| {
        let Entry::Empty(origin) = &indikator.target_awal else {
            return None;
        };
        let name = rows::line(&indikator.uraian.value);
        let text = format!("kondisi awal indikator {level} belum diisi");
        Some(
            Diagnostic::error(RULE.code, origin.clone(), text)
                .path(name.clone())
                .note("indikator", name)
                .hint("isi capaian pada tahun awal perencanaan; tulis 0 bila memang nol"),
        )
    });
    for finding in found {
        out.emit(finding);
    }
}
