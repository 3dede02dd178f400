#![doc = include_str!("r028_uraian_unofficial.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::nomenklatur::{self, Daftar};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R028"),
    severity: Severity::Warning,
    text: include_str!("r028_uraian_unofficial.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = super::rows::nomenklatur(subject.renstra);
    for (level, row) in super::rows::coded(subject.renstra) {
        let kode = &row.kode.value;
        let (Some(typed), Some(official)) = (row.uraian.located(), list.find(kode)) else {
            continue;
        };
        if !Daftar::covers(kode) || nomenklatur::same(&typed.value, &official.uraian) {
            continue;
        }
        out.emit(
            Diagnostic::warning(
                RULE.code,
                typed.origin.clone(),
                format!("nama {level} {kode} berbeda dengan nomenklatur resmi"),
            )
            .path(kode.to_string())
            .figure("tertulis", typed.value.clone(), [])
            .figure("nomenklatur", official.uraian.clone(), [])
            .note("nomenklatur", list.dasar)
            .hint("salin nama resminya, atau betulkan kodenya"),
        );
    }
}
