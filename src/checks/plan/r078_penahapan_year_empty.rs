#![doc = include_str!("r078_penahapan_year_empty.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Tahun, Worksheet};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R078"),
    severity: Severity::Warning,
    text: include_str!("r078_penahapan_year_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let table = renstra.matriks.get(&Worksheet::Penahapan);
    let Some(table) = table.filter(|table| !table.is_empty()) else {
        return;
    };
    let cells = || table.iter().flat_map(|row| &row.per_tahun);
    let filled: BTreeSet<Tahun> = cells()
        .filter(|(_, entry)| !entry.is_missing())
        .map(|((_, tahun), _)| *tahun)
        .collect();
    let empty: Vec<String> = owed(subject, cells().map(|((_, tahun), _)| *tahun))
        .difference(&filled)
        .map(ToString::to_string)
        .collect();
    if empty.is_empty() {
        return;
    }
    let year = empty.join(", ");
    out.emit(
        RULE.finding(
            plan::sheet_origin(subject, Worksheet::Penahapan),
            format!("penahapan belum mempunyai tema untuk tahun {year}"),
        )
        .hint(format!("isi kolom tahun {year} pada lembar Penahapan")),
    );
}

/// The years that have money: those of the period, and the transition's where
/// the table has a column for it. Without money, the years of the table.
fn owed(subject: &Subject<'_>, column: impl Iterator<Item = Tahun>) -> BTreeSet<Tahun> {
    let column: BTreeSet<Tahun> = column.collect();
    let program = &subject.renstra.pendanaan.program;
    let funded: BTreeSet<Tahun> = program
        .iter()
        .flat_map(|program| program.baris.pagu())
        .filter(|(_, entry)| !entry.is_missing())
        .map(|(tahun, _)| *tahun)
        .collect();
    if funded.is_empty() {
        return column;
    }
    let inside = |tahun: &Tahun| {
        let periode = subject.periode;
        column.contains(tahun) || periode.is_some_and(|periode| *tahun <= periode.akhir)
    };
    funded.into_iter().filter(inside).collect()
}
