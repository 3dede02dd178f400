#![doc = include_str!("r047_opd_unknown_in_rpjmd.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R047"),
    severity: Severity::Error,
    text: include_str!("r047_opd_unknown_in_rpjmd.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    let nama = &subject.renstra.identitas.nama;
    let Some(own) = nama.located().filter(|_| !rpjmd.program.is_empty()) else {
        return;
    };
    if rpjmd.program_of(&rpjmd::opd(subject)).next().is_none() {
        out.emit(
            RULE.finding(
                own.origin.clone(),
                format!(
                    "\"{}\" tidak disebut pada program RPJMD mana pun",
                    plan::one_line(&own.value)
                ),
            )
            .path(own.value.clone())
            .hint("samakan nama Perangkat Daerah pada lembar Identitas dan pada RPJMD"),
        );
    }
}
