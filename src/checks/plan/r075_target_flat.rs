#![doc = include_str!("r075_target_flat.md")]

use super::{Rule, Subject};
use crate::checks::shared::{direction, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R075"),
    severity: Severity::Info,
    text: include_str!("r075_target_flat.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let value = direction::values(indikator)?;
        let first = value.first()?;
        let base = indikator.target_awal.located()?;
        let flat = direction::of_targets(&value) == direction::Direction::Flat
            && base.value.nilai() == Some(first.1);
        let full = direction::is_persen(indikator) && first.1 == rust_decimal::Decimal::ONE_HUNDRED;
        if level == "program" || !flat || full {
            return None;
        }
        let name = plan::one_line(&indikator.uraian.value);
        let text =
            format!("target indikator {level} sama setiap tahun dan sama dengan kondisi awal");
        Some(
            RULE.finding(first.2.clone(), text)
                .path(name.clone())
                .figure("kondisi awal", base.value.teks(), [base.origin.clone()])
                .note("indikator", name)
                .hint("tetapkan target yang membaik, atau jelaskan bahwa capaiannya dipertahankan"),
        )
    });
    out.extend(found);
}
