#![doc = include_str!("r037_pagu_above_rpjmd.md")]

use super::{Rule, Subject};
use crate::checks::shared::{pagu_rpjmd, plan};
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R037"),
    severity: Severity::Error,
    text: include_str!("r037_pagu_above_rpjmd.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for pair in pagu_rpjmd::compared(subject) {
        if pair.own <= pair.theirs.value || pair.own.agrees(pair.theirs.value) {
            continue;
        }
        let (kode, tahun) = (pair.kode(), pair.tahun);
        let message = format!("pagu program {kode} tahun {tahun} melebihi pagu RPJMD");
        out.emit(
            pair.finding(&RULE, message)
                .fact(Fact::PerCell)
                .rests_on(Ground::OF_AMOUNT)
                .note("selisih", pair.gap())
                .hint(format!(
                    "kurangi pagu program pada {}, atau usulkan perubahan RPJMD",
                    plan::pendanaan_sheet(subject.renstra).tab()
                )),
        );
    }
}
