#![doc = include_str!("r097_narasi_placeholder.md")]

use super::{Rule, Subject};
use crate::checks::shared::placeholder;
use crate::checks::shared::texts::texts;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R097"),
    severity: Severity::Warning,
    text: include_str!("r097_narasi_placeholder.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for text in texts(subject) {
        let Some(sign) = placeholder::find(&text.content) else {
            continue;
        };
        out.emit(
            RULE.finding(
                text.origin.clone(),
                format!("teks ini masih berisi isian sementara: \"{sign}\""),
            )
            .path(text.slot)
            .figure("tertulis", sign, [text.origin.clone()])
            .hint("ganti dengan teks yang sebenarnya"),
        );
    }
}
