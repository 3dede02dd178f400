#![doc = include_str!("r096_dasar_hukum_revoked.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R096"),
    severity: Severity::Warning,
    text: include_str!("r096_dasar_hukum_revoked.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for own in &subject.renstra.identitas.dasar_hukum {
        let plain = text::plain(&own.value);
        let revoked = subject.regulation.dasar_hukum_dicabut.iter();
        for law in revoked.filter(|law| law.is_in(&plain)) {
            let mut finding = RULE
                .finding(own.origin.clone(), format!("{} sudah dicabut", law.nama))
                .path(plan::one_line(&own.value))
                .hint("ganti dengan peraturan penggantinya");
            if let Some(pengganti) = &law.pengganti {
                finding = finding.note("pengganti", pengganti.clone());
            }
            out.emit(finding);
        }
    }
}
