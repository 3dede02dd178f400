#![doc = include_str!("r105_indikator_missing_in_pendanaan.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R105"),
    severity: Severity::Warning,
    text: include_str!("r105_indikator_missing_in_pendanaan.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let known = plan::goal_indicators(renstra);
    for (table, list) in plan::goal_tables(renstra) {
        // T-C.28 and the IKU choose; only the table of money repeats them all.
        if !table.is_funding() || list.is_empty() {
            continue;
        }
        let table = table.tab();
        // A tujuan or sasaran that stands not there at all is another rule's.
        let money = &renstra.pendanaan;
        let is_there = |goal: &str| {
            let mut rows = money.tujuan.iter().chain(&money.sasaran);
            rows.any(|butir| text::same(&butir.uraian.value, goal))
        };
        let missing: Vec<_> = plan::goals(renstra)
            .into_iter()
            .filter(|(goal, _)| is_there(goal))
            .flat_map(|(_, list)| list)
            .filter(|own| {
                !list.iter().any(|other| {
                    let (own, other) = (&own.uraian.value, &other.uraian.value);
                    text::same(own, other) || wording::is_alike(own, other)
                })
            })
            .collect();
        // A table that has but a few of them does not carry them.
        if missing.len() * 2 > known.len() {
            continue;
        }
        for own in missing {
            let name = plan::one_line(&own.uraian.value);
            out.emit(
                RULE.finding(
                    own.uraian.origin.clone(),
                    format!("indikator ini tidak ada pada baris tujuan dan sasaran {table}"),
                )
                .path(name.clone())
                .figure(plan::tujuan_sheet(renstra).tab(), name, [own.uraian.origin.clone()])
                .figure(
                    table,
                    format!("{} dari {} indikator", list.len(), known.len()),
                    list.iter().map(|other| other.uraian.origin.clone()),
                )
                .hint(format!(
                    "tambahkan baris indikator ini dengan targetnya di bawah sasarannya pada {table}"
                )),
            );
        }
    }
}
