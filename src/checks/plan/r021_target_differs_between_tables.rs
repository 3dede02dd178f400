#![doc = include_str!("r021_target_differs_between_tables.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::Indikator;
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R021"),
    severity: Severity::Error,
    text: include_str!("r021_target_differs_between_tables.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut first: BTreeMap<String, (&str, &Indikator)> = BTreeMap::new();
    for (table, indikator) in plan::indicators(subject.renstra) {
        let Some((first_table, before)) = first
            .get(&text::same_form(&indikator.uraian.value))
            .copied()
        else {
            first.insert(text::same_form(&indikator.uraian.value), (table, indikator));
            continue;
        };
        // Within one table the same words may measure different units of the agency.
        if first_table == table {
            continue;
        }
        for (tahun, entry) in &indikator.target {
            let (Some(own), Some(other)) = (
                entry.located(),
                before.target.get(tahun).and_then(|entry| entry.located()),
            ) else {
                continue;
            };
            let same = match (own.value.nilai(), other.value.nilai()) {
                (Some(a), Some(b)) => a == b,
                _ => own.value.teks() == other.value.teks(),
            };
            if !same {
                out.emit(
                    RULE.finding(
                        own.origin.clone(),
                        format!("target tahun {tahun} pada {table} berbeda dengan {first_table}"),
                    )
                    .path(indikator.uraian.value.clone())
                    .fact(Fact::PerCell)
                    .rests_on([Ground::TableYears])
                    .figure(table, own.value.teks(), [own.origin.clone()])
                    .figure(first_table, other.value.teks(), [other.origin.clone()])
                    .note("indikator", indikator.uraian.value.replace('\n', " "))
                    .hint("samakan target indikator ini pada semua tabel"),
                );
            }
        }
    }
}
