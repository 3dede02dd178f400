#![doc = include_str!("r123_target_words_among_numbers.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, Target};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R123"),
    severity: Severity::Warning,
    text: include_str!("r123_target_words_among_numbers.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let list: Vec<&Located<Target>> = indikator
            .target
            .values()
            .filter_map(|entry| entry.located())
            .collect();
        let is_number = |target: &&&Located<Target>| target.value.nilai().is_some();
        let is_word = |target: &&&Located<Target>| {
            let target = &target.value;
            target.nilai().is_none() && target.range().is_none() && !target.is_ambiguous()
        };
        let numbers = list.iter().filter(is_number).count();
        let words: Vec<_> = list.iter().filter(is_word).collect();
        let (first, number) = (words.first()?, list.iter().find(is_number)?);
        if words.len() >= numbers {
            return None;
        }
        let name = plan::one_line(&indikator.uraian.value);
        Some(
            RULE.finding(
                first.origin.clone(),
                format!("target indikator {level} berupa kata di antara angka"),
            )
            .path(name.clone())
            .figure(
                "kata",
                plan::one_line(first.value.teks()),
                words.iter().map(|target| target.origin.clone()),
            )
            .figure(
                "angka",
                plan::one_line(number.value.teks()),
                [number.origin.clone()],
            )
            .note("indikator", name)
            .hint("tulis semua tahun dengan satu ukuran: angka semua, atau predikat semua"),
        )
    });
    out.extend(found);
}
