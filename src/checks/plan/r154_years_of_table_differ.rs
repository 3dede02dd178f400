#![doc = include_str!("r154_years_of_table_differ.md")]

use std::collections::{BTreeMap, BTreeSet};

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::Tahun;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R154"),
    severity: Severity::Error,
    text: include_str!("r154_years_of_table_differ.md"),
    check,
};

/// Years of a table's targets, with its sheet.
type Table = (BTreeSet<Tahun>, Origin);

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut tables: BTreeMap<&str, Table> = BTreeMap::new();
    for (table, indikator) in plan::indicators(subject.renstra) {
        let origin = &indikator.uraian.origin;
        let (years, _) = tables.entry(table).or_insert_with(|| {
            let sheet = Origin {
                cell: None,
                ..origin.clone()
            };
            (BTreeSet::new(), sheet)
        });
        years.extend(indikator.target.keys().copied());
    }
    tables.retain(|_, (years, _)| !years.is_empty());
    let Some(common) = most_common(&tables) else {
        return;
    };
    for (table, (years, sheet)) in &tables {
        let moved = years.len() == common.len() && *years != common && is_run(years);
        if !moved {
            continue;
        }
        out.emit(
            RULE.finding(
                sheet.clone(),
                format!("tahun kolom {table} berbeda dengan tabel lainnya"),
            )
            .path(*table)
            .figure(*table, span(years), [sheet.clone()])
            .figure(
                "tabel lainnya",
                span(&common),
                tables
                    .iter()
                    .filter(|(_, (years, _))| *years == common)
                    .map(|(_, (_, sheet))| sheet.clone()),
            )
            .hint("perbaiki tahun pada kepala tabel ini"),
        );
    }
}

/// The years that most tables have; `None` where no two agree, or no majority does.
fn most_common(tables: &BTreeMap<&str, Table>) -> Option<BTreeSet<Tahun>> {
    let count =
        |years: &BTreeSet<Tahun>| tables.values().filter(|(other, _)| other == years).count();
    let best = tables.values().max_by_key(|(years, _)| count(years))?;
    let agree = count(&best.0);
    (agree > 1 && agree * 2 > tables.len()).then(|| best.0.clone())
}

/// Whether the years follow each other. One that is out of the row is another
/// matter.
fn is_run(years: &BTreeSet<Tahun>) -> bool {
    let mut pairs = years.iter().zip(years.iter().skip(1));
    pairs.all(|(year, after)| year.next() == Some(*after))
}

fn span(years: &BTreeSet<Tahun>) -> String {
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(only), _) => only.to_string(),
        _ => String::new(),
    }
}
