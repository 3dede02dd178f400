//! Amounts of two years that stand in each other's place: with them exchanged the
//! sums of both years hold. Only one exchange may explain it.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::LevelName;
use crate::model::{Entry, Kegiatan, PaguRow, Pendanaan, Program, Rupiah, Tahun};

/// A row with two amounts in each other's place.
pub struct Swapped<'a> {
    /// What the row is.
    pub level: LevelName,
    /// The row.
    pub row: &'a PaguRow,
    /// The two years.
    pub years: [Tahun; 2],
    /// The row whose sums hold once they are exchanged, with its level: the parent,
    /// or the row itself.
    pub parent: (LevelName, &'a PaguRow),
}

/// All of a funding table, each row once.
pub fn find(table: &Pendanaan) -> Vec<Swapped<'_>> {
    let mut list: Vec<Swapped<'_>> = Vec::new();
    for (p, program) in table.program.iter().enumerate() {
        let above = (!table.program_is_open(p)).then(|| gaps_of_program(program));
        let mut found = Vec::new();
        for (k, kegiatan) in program.kegiatan.iter().enumerate() {
            if !table.kegiatan_is_open(p, k) {
                found.extend(below_kegiatan(kegiatan, above.as_ref()));
            }
        }
        found.extend(above.as_ref().and_then(|gaps| below_program(program, gaps)));
        for swapped in found {
            let known = |one: &Swapped<'_>| one.row.origin == swapped.row.origin;
            if !list.iter().any(known) {
                list.push(swapped);
            }
        }
    }
    list
}

/// What a parent has more than its children, by year, where it is not the same.
type Gaps = BTreeMap<Tahun, Rupiah>;

fn gaps_of_program(program: &Program) -> Gaps {
    let kegiatan = program.kegiatan.iter().map(|kegiatan| &kegiatan.baris);
    gaps(&program.baris, &kegiatan.collect::<Vec<_>>())
}

fn gaps_of_kegiatan(kegiatan: &Kegiatan) -> Gaps {
    gaps(&kegiatan.baris, &subs(kegiatan))
}

fn subs(kegiatan: &Kegiatan) -> Vec<&PaguRow> {
    kegiatan.sub_kegiatan.iter().map(|sub| &sub.baris).collect()
}

fn gaps(parent: &PaguRow, children: &[&PaguRow]) -> Gaps {
    if children.is_empty() {
        return Gaps::new();
    }
    let rows = children.iter().copied().chain([parent]);
    let years: BTreeSet<Tahun> = rows.flat_map(|row| row.pagu().keys().copied()).collect();
    let gap = |tahun: Tahun| {
        let entries = || {
            children
                .iter()
                .filter_map(move |row| row.pagu().get(&tahun))
        };
        if entries().any(Entry::is_broken) {
            return None;
        }
        let sum: Rupiah = entries().filter_map(Entry::value).copied().sum();
        Some(amount(parent, tahun)? - sum)
    };
    let years = years
        .into_iter()
        .filter_map(|tahun| Some((tahun, gap(tahun)?)));
    years.filter(|(_, gap)| !gap.is_zero()).collect()
}

fn amount(row: &PaguRow, tahun: Tahun) -> Option<Rupiah> {
    row.pagu().get(&tahun)?.value().copied()
}

/// The only two years with a gap, where one has more what the other has less.
fn pair(gaps: &Gaps) -> Option<([Tahun; 2], Rupiah)> {
    let mut all = gaps.iter();
    let ((first, gap), (second, other)) = (all.next()?, all.next()?);
    let cancel = (*gap + *other).is_zero() && all.next().is_none();
    cancel.then_some(([*first, *second], *gap))
}

/// Whether an exchange of a child's amounts closes a gap of its parent.
fn closes(row: &PaguRow, [first, second]: [Tahun; 2], gap: Rupiah) -> bool {
    let amounts = amount(row, first).zip(amount(row, second));
    amounts.is_some_and(|(a, b)| b - a == gap)
}

/// The same of the parent's own amounts.
fn closes_own(row: &PaguRow, [first, second]: [Tahun; 2], gap: Rupiah) -> bool {
    closes(row, [second, first], gap)
}

fn below_kegiatan<'a>(kegiatan: &'a Kegiatan, above: Option<&Gaps>) -> Option<Swapped<'a>> {
    let (years, gap) = pair(&gaps_of_kegiatan(kegiatan))?;
    let parent = &kegiatan.baris;
    // What the program says of the kegiatan's amounts.
    let gaps_above = above.map(|gaps| years.iter().filter(|year| gaps.contains_key(year)).count());
    let mut rows: Vec<(LevelName, &PaguRow)> = Vec::new();
    if gaps_above != Some(2) {
        let subs = subs(kegiatan).into_iter();
        rows.extend(
            subs.filter(|sub| closes(sub, years, gap))
                .map(|sub| ("sub kegiatan", sub)),
        );
    }
    if gaps_above != Some(0) && closes_own(parent, years, gap) {
        rows.push(("kegiatan", parent));
    }
    only(rows, years, ("kegiatan", parent))
}

fn below_program<'a>(program: &'a Program, gaps: &Gaps) -> Option<Swapped<'a>> {
    let (years, gap) = pair(gaps)?;
    let parent = &program.baris;
    let mut rows: Vec<(LevelName, &PaguRow)> = Vec::new();
    for kegiatan in &program.kegiatan {
        // One that agrees with what is below it is right.
        let agrees = !kegiatan.sub_kegiatan.is_empty() && gaps_of_kegiatan(kegiatan).is_empty();
        if !agrees && closes(&kegiatan.baris, years, gap) {
            rows.push(("kegiatan", &kegiatan.baris));
        }
    }
    if rows.is_empty() && closes_own(parent, years, gap) {
        rows.push(("program", parent));
    }
    only(rows, years, ("program", parent))
}

fn only<'a>(
    mut rows: Vec<(LevelName, &'a PaguRow)>,
    years: [Tahun; 2],
    parent: (LevelName, &'a PaguRow),
) -> Option<Swapped<'a>> {
    let (level, row) = rows.pop().filter(|_| rows.is_empty())?;
    Some(Swapped {
        level,
        row,
        years,
        parent,
    })
}
