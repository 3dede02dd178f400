#![doc = include_str!("r085_pagu_jump.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R085"),
    severity: Severity::Info,
    text: include_str!("r085_pagu_jump.md"),
    check,
};

/// Half up or half down; the threshold is ours.
const JUMP: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for program in &subject.renstra.pendanaan.program {
        let pagu: Vec<_> = program
            .baris
            .pagu()
            .iter()
            .filter_map(|(tahun, entry)| Some((tahun, entry.located()?)))
            .collect();
        for pair in pagu.windows(2) {
            let ((before, a), (after, b)) = (pair[0], pair[1]);
            let (old, new) = (a.value.decimal(), b.value.decimal());
            if old <= Decimal::ZERO || new.is_zero() {
                continue;
            }
            let Some(change) = (new - old).checked_div(old).filter(|c| c.abs() > JUMP) else {
                continue;
            };
            let percent = (change * Decimal::ONE_HUNDRED).round().normalize();
            let kode = &program.baris.kode.value;
            out.emit(
                RULE.finding(
                    b.origin.clone(),
                    format!(
                        "pagu program {kode} tahun {after} berubah {percent}% dari tahun {before}"
                    ),
                )
                .element(kode)
                .fact(Fact::Year(before.get()))
                .fact(Fact::Year(after.get()))
                .rests_on([Ground::YearOfAmount])
                .rupiah(before.to_string(), a)
                .rupiah(after.to_string(), b)
                .hint("periksa pagunya; jelaskan sebabnya dalam naskah bila memang demikian"),
            );
        }
    }
}
