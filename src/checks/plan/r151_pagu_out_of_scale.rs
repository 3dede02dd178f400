#![doc = include_str!("r151_pagu_out_of_scale.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::{plan, scale};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R151"),
    severity: Severity::Warning,
    text: include_str!("r151_pagu_out_of_scale.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (level, row) in plan::coded(subject.renstra) {
        let cells: Vec<_> = row
            .pagu()
            .iter()
            .filter_map(|(tahun, entry)| Some((*tahun, entry.located()?)))
            .collect();
        let values: Vec<Decimal> = cells.iter().map(|(_, pagu)| pagu.value.decimal()).collect();
        let Some(at) = scale::outlier(&values) else {
            continue;
        };
        let (tahun, pagu) = cells[at];
        let rest = cells.iter().filter(|(other, _)| *other != tahun);
        let shown: Vec<String> = rest
            .clone()
            .map(|(_, pagu)| format!("Rp{}", pagu.value))
            .collect();
        let kode = &row.kode.value;
        out.emit(
            RULE.finding(
                pagu.origin.clone(),
                format!("pagu {level} {kode} tahun {tahun} jauh dari pagu tahun lainnya"),
            )
            .path(kode.to_string())
            .rupiah(format!("tahun {tahun}"), pagu)
            .figure(
                "lainnya",
                shown.join("; "),
                rest.map(|(_, pagu)| pagu.origin.clone()),
            )
            .hint("periksa jumlah nolnya; jelaskan dalam naskah bila memang demikian"),
        );
    }
}
