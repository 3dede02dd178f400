#![doc = include_str!("r059_tujuan_more_than_one.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R059"),
    severity: Severity::Warning,
    text: include_str!("r059_tujuan_more_than_one.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = &subject.renstra.tujuan;
    let Some(second) = list.get(1) else { return };
    let mut finding = RULE.finding(
        second.uraian.origin.clone(),
        format!("Renstra mempunyai {} tujuan, seharusnya satu", list.len()),
    );
    for (number, tujuan) in (1..).zip(list) {
        finding = finding.quote(format!("tujuan {number}"), &tujuan.uraian);
    }
    out.emit(finding.hint("rumuskan satu tujuan dan jadikan yang lain sasarannya"));
}
