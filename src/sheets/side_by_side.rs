//! Tables that stand side by side on one sheet, taken apart at the blank columns
//! between them.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::header;
use super::{recognise, tambahan};
use crate::workbook::Sheet;

/// The strips of a sheet, each with a table of its own; empty where one table, or
/// none, takes the whole sheet. Blank columns inside a table part nothing: each
/// strip must have a whole heading.
pub(super) fn split(sheet: &Sheet) -> Vec<Sheet> {
    let runs = runs(sheet);
    if runs.len() < 2 {
        return Vec::new();
    }
    let mut strips: Vec<(RangeInclusive<u32>, bool)> = Vec::new();
    for run in runs {
        let own = has_table(&strip(sheet, &run));
        match strips.last_mut() {
            Some((last, whole)) if !own || !*whole => {
                *last = *last.start()..=*run.end();
                // A heading may only be whole with its blank columns.
                *whole = *whole || own || has_table(&strip(sheet, last));
            }
            _ => strips.push((run, own)),
        }
    }
    if strips.iter().filter(|(_, whole)| *whole).count() < 2 {
        return Vec::new();
    }
    strips.iter().map(|(run, _)| strip(sheet, run)).collect()
}

/// Runs of columns with content. A title merged over the whole width joins nothing.
fn runs(sheet: &Sheet) -> Vec<RangeInclusive<u32>> {
    let mut used: BTreeSet<u32> = sheet.cell.keys().map(|at| at.col).collect();
    for area in sheet.merged.areas() {
        let alone = sheet
            .cell
            .keys()
            .filter(|at| at.row == area.start.row)
            .take(2)
            .count()
            < 2;
        if !alone {
            used.extend(area.start.col..=area.end.col);
        }
    }
    let mut runs: Vec<RangeInclusive<u32>> = Vec::new();
    for col in used {
        match runs.last_mut() {
            Some(last) if *last.end() + 1 == col => *last = *last.start()..=col,
            _ => runs.push(col..=col),
        }
    }
    runs
}

fn has_table(strip: &Sheet) -> bool {
    tambahan::has_caption(strip)
        || header::headlines(strip)
            .as_ref()
            .and_then(recognise::whole)
            .is_some()
}

fn strip(sheet: &Sheet, run: &RangeInclusive<u32>) -> Sheet {
    let mut strip = sheet.clone();
    strip.cell.retain(|at, _| run.contains(&at.col));
    strip.merged.retain(|area| run.contains(&area.start.col));
    strip
}
