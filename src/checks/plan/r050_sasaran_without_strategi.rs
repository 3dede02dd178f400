#![doc = include_str!("r050_sasaran_without_strategi.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R050"),
    severity: Severity::Error,
    text: include_str!("r050_sasaran_without_strategi.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    // A missing T-C.26 is one finding of another rule, not one a sasaran.
    if subject.renstra.misi.is_empty() {
        return;
    }
    let all = || {
        subject
            .renstra
            .tujuan
            .iter()
            .flat_map(|tujuan| &tujuan.sasaran)
    };
    for sasaran in all() {
        // A table that stands twice in the workbook names each sasaran twice.
        let elsewhere = all().any(|other| {
            !other.strategi.is_empty() && text::same(&other.uraian.value, &sasaran.uraian.value)
        });
        if sasaran.strategi.is_empty() && !elsewhere {
            out.emit(
                RULE.finding(
                    sasaran.uraian.origin.clone(),
                    "sasaran ini belum mempunyai strategi pada T-C.26",
                )
                .path(plan::one_line(&sasaran.uraian.value))
                .hint("tambahkan strategi pada T-C.26 dengan bunyi sasaran yang sama"),
            );
        }
    }
}
