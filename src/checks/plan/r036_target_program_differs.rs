#![doc = include_str!("r036_target_program_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R036"),
    severity: Severity::Error,
    text: include_str!("r036_target_program_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, theirs, own) in rpjmd::indicator_pairs(subject) {
        for (when, theirs, target) in rpjmd::target_differences(theirs, own) {
            out.emit(
                RULE.finding(
                    target.origin.clone(),
                    format!(
                        "target {when} indikator program {} berbeda dengan RPJMD",
                        program.kode.value
                    ),
                )
                .element(&program.kode.value)
                .fact(Fact::PerCell)
                .rests_on([Ground::TableYears, Ground::KodeAndName])
                .figure("Renstra", target.value.teks(), [target.origin.clone()])
                .figure("RPJMD", theirs.value.teks(), [theirs.origin.clone()])
                .note("indikator", plan::one_line(&own.uraian.value))
                .hint("samakan targetnya dengan RPJMD"),
            );
        }
    }
}
