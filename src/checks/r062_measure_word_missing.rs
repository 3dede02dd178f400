#![doc = include_str!("r062_measure_word_missing.md")]

use super::{Rule, Subject};
use super::{kata, rows};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R062"),
    severity: Severity::Warning,
    text: include_str!("r062_measure_word_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = rows::hasil_once(subject.renstra, |level, indikator| {
        let name = rows::line(&indikator.uraian.value);
        if kata::has_measure(&name) {
            return None;
        }
        let text = format!("indikator {level} ini tidak menyebut ukurannya");
        Some(
            Diagnostic::warning(RULE.code, indikator.uraian.origin.clone(), text)
                .path(name.clone())
                .note("indikator", name)
                .hint("awali dengan ukurannya, misalnya Persentase, Jumlah, Indeks, Nilai, atau Angka"),
        )
    });
    for finding in found {
        out.emit(finding);
    }
}
