#![doc = include_str!("r090_pagu_grows_alike.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Level;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R090"),
    severity: Severity::Info,
    text: include_str!("r090_pagu_grows_alike.md"),
    check,
};

const FEWEST: usize = 5;
/// Rounding of amounts to thousands stays below this.
const NEAR: Decimal = Decimal::from_parts(5, 0, 0, false, 4);

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut factor: Vec<Decimal> = Vec::new();
    let mut rows_seen = 0;
    for (_, row) in plan::coded(subject.renstra)
        .into_iter()
        .filter(|(level, _)| *level == Level::SubKegiatan)
    {
        let pagu: Option<Vec<_>> = row.pagu().values().map(|entry| entry.value()).collect();
        let Some(pagu) = pagu.filter(|pagu| pagu.len() > 2) else {
            return;
        };
        rows_seen += 1;
        for pair in pagu.windows(2) {
            let Some(growth) = pair[1].decimal().checked_div(pair[0].decimal()) else {
                return;
            };
            factor.push(growth);
        }
    }
    let (Some(low), Some(high)) = (factor.iter().min(), factor.iter().max()) else {
        return;
    };
    let moves = (*low - Decimal::ONE).abs() > NEAR;
    if rows_seen >= FEWEST && moves && *high - *low <= NEAR {
        let percent = ((*low - Decimal::ONE) * Decimal::ONE_HUNDRED)
            .round_dp(1)
            .normalize();
        out.emit(
            RULE.finding(
                plan::sheet_origin(subject, plan::pendanaan_sheet(subject.renstra)),
                format!("pagu {rows_seen} sub kegiatan semuanya berubah {percent}% setiap tahun"),
            )
            .hint("hitung pagu dari kebutuhan setiap sub kegiatan"),
        );
    }
}
