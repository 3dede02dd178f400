//! One cause, one finding: what only repeats or follows from another finding is
//! put under it.
//!
//! A rule that looks knows neither of the others nor of this: its finding says what it is
//! about, what it takes for granted ([`Fact::RestsOn`]) and what does not hold because of
//! it ([`Fact::Upsets`]). Here the two are brought together, once all rules have looked.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fact, Ground, Origin};

/// Likeness from which two wordings are taken for one statement.
const SAME_WORDS: f64 = 0.85;

/// Puts what only follows from another finding under it.
pub fn apply(out: &mut Diagnostics) {
    for ground in Ground::ALL {
        let upsets = |finding: &Diagnostic| finding.facts.contains(&Fact::Upsets(ground));
        let mut causes = Vec::new();
        out.retain_mut(|finding| {
            let is_cause = upsets(finding);
            if is_cause {
                causes.push(finding.clone());
            }
            !is_cause
        });
        for cause in causes {
            let head = cause.clone();
            out.fold(cause, |other| follows(ground, &head, other));
        }
    }
    cells_of_a_row(out);
}

/// Whether a finding only follows from a cause that upsets the ground.
fn follows(ground: Ground, cause: &Diagnostic, other: &Diagnostic) -> bool {
    // A table that cannot be read for want of a column has no rows.
    if ground == Ground::Columns {
        let is_unread = |id: &String| cause.facts.contains(&Fact::Unread(Some(id.clone())));
        return other.facts.iter().any(|fact| match fact {
            Fact::NoTable(id) | Fact::NoUsualTable(id) => is_unread(id),
            _ => false,
        });
    }
    if !other.facts.contains(&Fact::RestsOn(ground)) {
        return false;
    }
    let about = |is_same: fn(&str, &str) -> bool| {
        elements(cause).any(|of| elements(other).any(|own| is_same(of, own)))
    };
    match ground {
        // It differs from all others in every cell.
        Ground::TableYears => touches_sheet(other, &cause.origin),
        Ground::KodeAndName => about(|of, own| of == own || is_below(own, of)),
        // What a row adds to it is wrong as far up as sums go.
        Ground::Total => about(|of, own| of == own || is_below(of, own)),
        Ground::Parent | Ground::SingleRow | Ground::Children => about(|of, own| of == own),
        Ground::YearOfAmount => {
            let is_near = |of: &str, own: &str| {
                of == own || of.rsplit_once('.').is_some_and(|(above, _)| above == own)
            };
            let mut years = cause.facts.iter();
            let is_of_year =
                years.any(|fact| matches!(fact, Fact::Year(_)) && other.facts.contains(fact));
            about(is_near) && is_of_year
        }
        Ground::Wording => {
            let names = cause.path.as_deref().zip(other.path.as_deref());
            names.is_some_and(|(a, b)| strsim::jaro_winkler(a, b) >= SAME_WORDS)
        }
        Ground::Columns | Ground::WholeRupiah | Ground::AgencyKode => true,
    }
}

/// Kode of the elements that a finding is about.
fn elements(finding: &Diagnostic) -> impl Iterator<Item = &str> {
    finding.facts.iter().filter_map(|fact| match fact {
        Fact::Element(kode) => Some(kode.as_str()),
        _ => None,
    })
}

/// Whether a kode is that of an element below another.
fn is_below(kode: &str, above: &str) -> bool {
    let rest = kode.strip_prefix(above);
    rest.is_some_and(|rest| rest.starts_with('.'))
}

/// Whether a finding is on a sheet or compares with it.
fn touches_sheet(finding: &Diagnostic, sheet: &Origin) -> bool {
    let compared = finding.figure.iter().flat_map(|figure| &figure.origin);
    std::iter::once(&finding.origin)
        .chain(compared)
        .any(|origin| (&origin.file, origin.sheet_index) == (&sheet.file, sheet.sheet_index))
}

/// Puts what a rule says of further cells of a row under the first: a row that is wrong in
/// five years is wrong once.
fn cells_of_a_row(out: &mut Diagnostics) {
    let mut first: BTreeMap<(Code, Origin), Diagnostic> = BTreeMap::new();
    let mut rest = Vec::new();
    let mut list = out.take();
    list.sort_by(|a, b| (a.code, &a.origin).cmp(&(b.code, &b.origin)));
    for finding in list {
        let is_of_cell = finding.facts.contains(&Fact::PerCell);
        let Some(row) = row(&finding).filter(|_| is_of_cell) else {
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
    out.extend(rest.into_iter().chain(first.into_values()));
}

/// The row of a finding's cell, as its first cell.
fn row(finding: &Diagnostic) -> Option<Origin> {
    let cell = finding.origin.cell?;
    Some(finding.origin.at(cell.row, 0))
}
