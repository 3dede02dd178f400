#![doc = include_str!("r051_strategi_without_arah_kebijakan.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R051"),
    severity: Severity::Error,
    text: include_str!("r051_strategi_without_arah_kebijakan.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let sasaran = subject.renstra.misi.iter().flat_map(|misi| &misi.tujuan);
    for strategi in sasaran.flat_map(|t| &t.sasaran).flat_map(|s| &s.strategi) {
        if strategi.arah_kebijakan.is_empty() {
            out.emit(
                RULE.finding(
                    strategi.uraian.origin.clone(),
                    "strategi ini belum mempunyai arah kebijakan",
                )
                .path(plan::one_line(&strategi.uraian.value))
                .hint("isi kolom Arah Kebijakan pada baris strategi ini"),
            );
        }
    }
}
