#![doc = include_str!("r043_target_rpjmd_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R043"),
    severity: Severity::Error,
    text: include_str!("r043_target_rpjmd_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    let opd = rpjmd::opd(subject);
    for theirs in rpjmd.indikator().filter(|theirs| opd.is_in(&theirs.opd)) {
        let theirs = &theirs.indikator;
        let own = rpjmd::outcome_indicators(subject);
        let same = own
            .into_iter()
            .filter(|own| text::same(&own.uraian.value, &theirs.uraian.value));
        for own in same {
            for (when, theirs, target) in rpjmd::target_differences(theirs, own) {
                out.emit(
                    RULE.finding(
                        target.origin.clone(),
                        format!("target {when} berbeda dengan RPJMD"),
                    )
                    .path(plan::one_line(&own.uraian.value))
                    .fact(Fact::PerCell)
                    .rests_on([Ground::TableYears])
                    .figure("Renstra", target.value.teks(), [target.origin.clone()])
                    .figure("RPJMD", theirs.value.teks(), [theirs.origin.clone()])
                    .note("indikator", plan::one_line(&own.uraian.value))
                    .hint("samakan targetnya dengan RPJMD"),
                );
            }
        }
    }
}
