#![doc = include_str!("r017_pagu_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R017"),
    severity: Severity::Error,
    text: include_str!("r017_pagu_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (level, row) in plan::coded(subject.renstra) {
        if row.uraian.is_broken() {
            continue;
        }
        for (tahun, entry) in row.pagu() {
            let negative = entry
                .value()
                .is_some_and(|pagu| *pagu < crate::model::Rupiah::default());
            if !entry.is_missing() && !negative {
                continue;
            }
            let what = if negative {
                "bernilai negatif"
            } else {
                "belum diisi"
            };
            let origin = entry.origin().unwrap_or(&row.kode.origin).clone();
            out.emit(
                RULE.finding(
                    origin,
                    format!("pagu {level} {} tahun {tahun} {what}", row.kode.value),
                )
                .element(&row.kode.value)
                .fact(Fact::PerCell)
                .rests_on([Ground::Parent])
                .hint("isi pagunya; tulis 0 bila memang tidak dianggarkan pada tahun itu"),
            );
        }
    }
}
