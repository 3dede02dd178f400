#![doc = include_str!("r036_target_program_differs.md")]

use super::{Rule, Subject};
use super::{rows, selaras};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R036"),
    severity: Severity::Error,
    text: include_str!("r036_target_program_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, theirs, own) in selaras::indikator(subject) {
        for (when, theirs, target) in selaras::target_differences(theirs, own) {
            out.emit(
                Diagnostic::error(
                    RULE.code,
                    target.origin.clone(),
                    format!(
                        "target {when} indikator program {} berbeda dengan RPJMD",
                        program.kode.value
                    ),
                )
                .path(program.kode.value.to_string())
                .figure("Renstra", target.value.teks(), [target.origin.clone()])
                .figure("RPJMD", theirs.value.teks(), [theirs.origin.clone()])
                .note("indikator", rows::line(&own.uraian.value))
                .hint("samakan targetnya dengan RPJMD"),
            );
        }
    }
}
