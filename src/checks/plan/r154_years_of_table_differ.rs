#![doc = include_str!("r154_years_of_table_differ.md")]

use std::collections::{BTreeMap, BTreeSet};

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Origin, Severity};
use crate::model::{PerTahun, Tahun, Target};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R154"),
    severity: Severity::Error,
    text: include_str!("r154_years_of_table_differ.md"),
    check,
};

/// Years of a table's targets, with the cell that names the first.
type Table = (BTreeSet<Tahun>, Origin);

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    between_tables(subject, out);
    within_kinerja(subject, out);
}

fn between_tables(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut tables: BTreeMap<&str, Table> = BTreeMap::new();
    for (table, indikator) in plan::indicators(subject.renstra) {
        let (years, heading) = tables.entry(table).or_insert_with(|| {
            let heading = heading(subject, &indikator.uraian.origin, &indikator.target);
            (BTreeSet::new(), heading)
        });
        // A first row without targets shows no column.
        if heading.cell.is_none() {
            *heading = self::heading(subject, &indikator.uraian.origin, &indikator.target);
        }
        years.extend(indikator.target.keys().copied());
    }
    tables.retain(|_, (years, _)| !years.is_empty());
    let Some(common) = most_common(&tables) else {
        return;
    };
    for (table, own) in &tables {
        let others = tables.values().filter(|(years, _)| *years == common);
        let others: Vec<Origin> = others.map(|(_, heading)| heading.clone()).collect();
        report(table, own, "tabel lainnya", (&common, others), out);
    }
}

/// Targets and achievements of the past are of the same years, side by side.
fn within_kinerja(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(first) = subject.renstra.kinerja_pelayanan.first() else {
        return;
    };
    let of = |row: &PerTahun<Target>| -> Table {
        let heading = heading(subject, &first.indikator.origin, row);
        (row.keys().copied().collect(), heading)
    };
    let (target, realisasi) = (of(&first.target), of(&first.realisasi));
    report(
        "realisasi",
        &realisasi,
        "target pada tabel yang sama",
        (&target.0, vec![target.1.clone()]),
        out,
    );
}

fn report(
    table: &str,
    (years, heading): &Table,
    others: &str,
    (common, cells): (&BTreeSet<Tahun>, Vec<Origin>),
    out: &mut Diagnostics,
) {
    let moved = years.len() == common.len() && years != common && is_run(years);
    if !moved {
        return;
    }
    out.emit(
        RULE.finding(
            heading.clone(),
            format!("tahun kolom {table} berbeda dengan {others}"),
        )
        .path(table)
        .fact(Fact::Upsets(Ground::TableYears))
        .figure(table, span(years), [heading.clone()])
        .figure(others, span(common), cells)
        .hint("perbaiki tahun pada kepala tabel ini"),
    );
}

/// The cell of the heading that names the first year of a row; the sheet where none
/// is a year alone.
fn heading(subject: &Subject<'_>, row: &Origin, cells: &PerTahun<Target>) -> Origin {
    let sheet = Origin {
        cell: None,
        ..row.clone()
    };
    let first = cells.values().find_map(|entry| entry.origin()?.cell);
    let named = subject.tahun_kepala.iter().find(|year| {
        let at = year.origin.cell;
        year.origin.sheet_index == row.sheet_index
            && at.zip(first).is_some_and(|(at, first)| at.col == first.col)
    });
    named.map_or(sheet, |year| year.origin.clone())
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
