#![doc = include_str!("r028_uraian_unofficial.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::nomenklatur::{self, Daftar};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R028"),
    severity: Severity::Warning,
    text: include_str!("r028_uraian_unofficial.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = plan::nomenklatur(subject.renstra);
    for (level, row) in plan::coded(subject.renstra) {
        let kode = &row.kode.value;
        let (Some(typed), Some(official)) = (row.uraian.located(), list.find(kode)) else {
            continue;
        };
        if !Daftar::covers(kode) || nomenklatur::same(&typed.value, &official.uraian) {
            continue;
        }
        out.emit(
            RULE.finding(
                typed.origin.clone(),
                format!("nama {level} {kode} berbeda dengan nomenklatur resmi"),
            )
            .element(kode)
            .rests_on([Ground::KodeAndName, Ground::Parent])
            .figure("tertulis", typed.value.clone(), [])
            .figure("nomenklatur", official.uraian.clone(), [])
            .note("daftar", list.dasar)
            .hint("salin nama resminya, atau betulkan kodenya"),
        );
    }
}
