#![doc = include_str!("r062_measure_word_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R062"),
    severity: Severity::Warning,
    text: include_str!("r062_measure_word_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let name = plan::one_line(&indikator.uraian.value);
        if lexicon::has_measure(&name) {
            return None;
        }
        let text = format!("indikator {level} ini tidak menyebut ukurannya");
        Some(
            RULE.finding(indikator.uraian.origin.clone(), text)
                .path(name.clone())
                .note("indikator", name)
                .hint("awali dengan ukurannya, misalnya Persentase, Jumlah, Indeks, Nilai, atau Angka"),
        )
    });
    out.extend(found);
}
