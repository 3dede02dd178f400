//! One cause, one finding: what only repeats or follows from another finding is
//! put under it.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Origin};

/// Rules that compare a row year by year. A row that is wrong in five years is
/// wrong once.
const YEARLY: [&str; 12] = [
    "R012", "R013", "R017", "R019", "R021", "R026", "R036", "R037", "R038", "R043", "R091", "R100",
];

/// Puts the further years of a row under its first.
pub fn years_of_a_row(out: &mut Diagnostics) {
    let mut first: BTreeMap<(Code, Origin), Diagnostic> = BTreeMap::new();
    let mut rest = Vec::new();
    let mut list = out.take();
    list.sort_by(|a, b| (a.code, &a.origin).cmp(&(b.code, &b.origin)));
    for finding in list {
        let Some(row) = row(&finding).filter(|_| YEARLY.contains(&finding.code.0)) else {
            rest.push(finding);
            continue;
        };
        match first.get_mut(&(finding.code, row.clone())) {
            Some(head) => head.consequences.push(finding),
            None => {
                first.insert((finding.code, row), finding);
            }
        }
    }
    for finding in rest.into_iter().chain(first.into_values()) {
        out.emit(finding);
    }
}

/// The row of a finding's cell, as its first cell.
fn row(finding: &Diagnostic) -> Option<Origin> {
    let cell = finding.origin.cell?;
    Some(finding.origin.at(cell.row, 0))
}
