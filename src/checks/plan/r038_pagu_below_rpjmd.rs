#![doc = include_str!("r038_pagu_below_rpjmd.md")]

use super::{Rule, Subject};
use crate::checks::shared::pagu_rpjmd;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R038"),
    severity: Severity::Warning,
    text: include_str!("r038_pagu_below_rpjmd.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for pair in pagu_rpjmd::compared(subject) {
        let is_less = pair.own < pair.theirs.value && !pair.own.agrees(pair.theirs.value);
        let is_less = is_less && !pair.own.is_zero();
        if !is_less || pair.program.is_shared() {
            continue;
        }
        let (kode, tahun) = (pair.kode(), pair.tahun);
        let message = format!("pagu program {kode} tahun {tahun} lebih kecil daripada pagu RPJMD");
        out.emit(
            pair.finding(&RULE, message)
                .fact(Fact::PerCell)
                .rests_on(Ground::OF_AMOUNT)
                .note("selisih", pair.gap())
                .hint("jabarkan seluruh pagu RPJMD ke dalam kegiatan, atau jelaskan selisihnya"),
        );
    }
}
