#![doc = include_str!("r045_periode_differs_from_rpjmd.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R045"),
    severity: Severity::Error,
    text: include_str!("r045_periode_differs_from_rpjmd.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let (Some(rpjmd), Some(own)) = (subject.rpjmd, subject.periode) else {
        return;
    };
    let Some(theirs) = rpjmd.periode.located().filter(|theirs| theirs.value != own) else {
        return;
    };
    let typed = subject.renstra.identitas.periode.origin().cloned();
    let origin = typed.unwrap_or_else(|| plan::file_origin(subject));
    out.emit(
        RULE.finding(
            origin.clone(),
            "periode Renstra berbeda dengan periode RPJMD",
        )
        .figure("Renstra", own.to_string(), [origin])
        .figure("RPJMD", theirs.value.to_string(), [theirs.origin.clone()])
        .hint("samakan periodenya pada lembar Identitas"),
    );
}
