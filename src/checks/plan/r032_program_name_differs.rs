#![doc = include_str!("r032_program_name_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::rpjmd;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R032"),
    severity: Severity::Error,
    text: include_str!("r032_program_name_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, own) in rpjmd::program_pairs(subject) {
        let Some(theirs) = program.uraian.located() else {
            continue;
        };
        for own in own {
            let Some(uraian) = own.baris.uraian.located() else {
                continue;
            };
            if text::same(&uraian.value, &theirs.value) {
                continue;
            }
            out.emit(
                RULE.finding(
                    uraian.origin.clone(),
                    format!("nama program {} berbeda dengan RPJMD", own.baris.kode.value),
                )
                .element(&own.baris.kode.value)
                .rests_on([Ground::KodeAndName])
                .quote("Renstra", uraian)
                .quote("RPJMD", theirs)
                .hint("samakan nama program dengan RPJMD, atau perbaiki kodenya"),
            );
        }
    }
}
