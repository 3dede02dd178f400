#![doc = include_str!("r125_kondisi_mismatch.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, number};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R125"),
    severity: Severity::Warning,
    text: include_str!("r125_kondisi_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for row in &subject.renstra.sarana {
        let Some(jumlah) = row.jumlah.located() else {
            continue;
        };
        let entries = [&row.baik, &row.cukup, &row.kurang];
        // Without one of the three the rest may be of that condition.
        let cells: Option<Vec<&Located<Decimal>>> =
            entries.into_iter().map(|entry| entry.located()).collect();
        let Some(cells) = cells else { continue };
        let sum = cells
            .iter()
            .try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(cell.value));
        let Some(sum) = sum.filter(|sum| *sum != jumlah.value) else {
            continue;
        };
        out.emit(
            RULE.finding(
                cells[0].origin.clone(),
                "sarana menurut kondisi tidak sama dengan jumlahnya",
            )
            .path(plan::one_line(&row.uraian.value))
            .figure(
                "jumlah",
                number::print(jumlah.value),
                [jumlah.origin.clone()],
            )
            .figure(
                "baik + cukup + kurang",
                number::print(sum),
                cells.iter().map(|cell| cell.origin.clone()),
            )
            .note("sarana", plan::one_line(&row.uraian.value))
            .hint("betulkan jumlahnya atau rincian kondisinya; tulis 0 bila tidak ada"),
        );
    }
}
