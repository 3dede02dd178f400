#![doc = include_str!("r114_indikator_nearly_twice.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R114"),
    severity: Severity::Warning,
    text: include_str!("r114_indikator_nearly_twice.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = plan::goal_indicators(subject.renstra);
    for (at, own) in list.iter().enumerate() {
        let twin = list[..at].iter().find_map(|other| {
            let more = wording::one_word_more(&own.uraian.value, &other.uraian.value)?;
            Some((other, more))
        });
        let Some((other, more)) = twin else { continue };
        let name = plan::one_line(&own.uraian.value);
        out.emit(
            RULE.finding(
                own.uraian.origin.clone(),
                "indikator ini hampir sama dengan indikator lain",
            )
            .path(name.clone())
            .figure("indikator ini", name, [own.uraian.origin.clone()])
            .quote("indikator lain", &other.uraian)
            .note("hanya berbeda", more)
            .hint("hapus salah satunya, atau perjelas apa yang membedakan keduanya"),
        );
    }
}
