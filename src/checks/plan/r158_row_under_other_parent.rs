#![doc = include_str!("r158_row_under_other_parent.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::{Level, PaguRow};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R158"),
    severity: Severity::Error,
    text: include_str!("r158_row_under_other_parent.md"),
    check,
};

/// Rows out of place beyond which the table has an order of its own.
const MOST: usize = 3;

/// A row that stands under another parent than its kode's.
struct Misplaced<'a> {
    level: Level,
    row: &'a PaguRow,
    /// The row it stands under.
    above: &'a PaguRow,
    /// Rows that stand under it.
    below: Vec<&'a PaguRow>,
}

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut rows: Vec<(Level, &PaguRow)> = plan::coded(subject.renstra)
        .into_iter()
        // One that stands in for a missing parent is no row of the sheet.
        .filter(|(_, row)| !row.uraian.is_broken())
        .collect();
    rows.sort_by(|(_, a), (_, b)| a.kode.origin.cmp(&b.kode.origin));
    let misplaced = misplaced(&rows);
    if misplaced.len() > MOST {
        return;
    }
    for one in &misplaced {
        // Where all rows below a parent are wrong, the parent is, and has its own rules.
        let siblings = misplaced
            .iter()
            .filter(|other| std::ptr::eq(other.above, one.above));
        if siblings.count() == 1 {
            report(one, out);
        }
    }
}

fn report(misplaced: &Misplaced<'_>, out: &mut Diagnostics) {
    let Misplaced {
        level, row, above, ..
    } = misplaced;
    let (own, parent) = (&row.kode.value, &above.kode.value);
    let wanted = own.ancestor(parent.level()).map(|kode| kode.to_string());
    let wanted = wanted.unwrap_or_default();
    let parent_level = if parent.level() == Level::Program {
        "program"
    } else {
        "kegiatan"
    };
    // Every kode whose sums and parents the row upsets.
    let mut path = vec![own.to_string(), wanted.clone(), parent.to_string()];
    let programs = [own, parent].map(|kode| kode.ancestor(Level::Program));
    let below = misplaced.below.iter().flat_map(|row| {
        let kode = &row.kode.value;
        [Some(kode.clone()), kode.ancestor(Level::Kegiatan)]
    });
    for kode in programs.into_iter().chain(below).flatten() {
        let kode = kode.to_string();
        if !path.contains(&kode) {
            path.push(kode);
        }
    }
    let mut finding = RULE
        .finding(
            row.kode.origin.clone(),
            format!("{level} {own} berada di bawah {parent_level} {parent}"),
        )
        .path(path.join("; "))
        .fact(Fact::Contradiction)
        .fact(Fact::Upsets(Ground::Parent))
        .figure(
            level.to_string(),
            own.to_string(),
            [row.kode.origin.clone()],
        )
        .figure(
            format!("{parent_level} di atasnya"),
            parent.to_string(),
            [above.kode.origin.clone()],
        )
        .note("induk menurut kodenya", wanted)
        .hint(format!(
            "perbaiki kode {level} ini, atau pindahkan barisnya ke bawah induknya"
        ));
    finding.facts.extend(path.into_iter().map(Fact::Element));
    out.emit(finding);
}

/// Rows whose kode is not below that of the row they stand under.
fn misplaced<'a>(rows: &[(Level, &'a PaguRow)]) -> Vec<Misplaced<'a>> {
    let (mut program, mut kegiatan): (Option<&PaguRow>, Option<&PaguRow>) = (None, None);
    let mut kegiatan_is_misplaced = false;
    let mut list: Vec<Misplaced<'a>> = Vec::new();
    for &(level, row) in rows {
        let parent = match row.kode.value.level() {
            Level::Program => {
                (program, kegiatan) = (Some(row), None);
                kegiatan_is_misplaced = false;
                continue;
            }
            Level::Kegiatan => program,
            Level::SubKegiatan => kegiatan,
            Level::Urusan | Level::BidangUrusan => continue,
        };
        let is_below = parent.is_none_or(|parent| row.kode.value.is_under(&parent.kode.value));
        if row.kode.value.level() == Level::Kegiatan {
            kegiatan = Some(row);
            kegiatan_is_misplaced = !is_below;
        } else if kegiatan_is_misplaced {
            // They follow their kegiatan, which is named already.
            if let Some(last) = list.last_mut() {
                last.below.push(row);
            }
            continue;
        }
        if let Some(above) = parent.filter(|_| !is_below) {
            list.push(Misplaced {
                level,
                row,
                above,
                below: Vec::new(),
            });
        }
    }
    list
}
