//! One cause, one finding: what only repeats or follows from another finding is
//! put under it.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fact, Origin};

/// Rules that compare a row year by year. A row that is wrong in five years is
/// wrong once.
const YEARLY: [&str; 12] = [
    "R012", "R013", "R017", "R019", "R021", "R026", "R036", "R037", "R038", "R043", "R091", "R100",
];

/// Likeness from which two wordings are taken for one statement.
const SAME_WORDS: f64 = 0.85;

/// A finding that is the cause of others.
struct Cause {
    /// Its rule.
    code: &'static str,
    /// Whether a finding only follows from it.
    is_behind: fn(&Diagnostic, &Diagnostic) -> bool,
}

/// The causes, those that explain most first.
const CAUSES: [Cause; 10] = [
    // A table that cannot be read for want of a column has no rows.
    Cause {
        code: "S003",
        is_behind: |cause, other| {
            let is_unread = |id: &String| cause.facts.contains(&Fact::Unread(Some(id.clone())));
            other.facts.iter().any(|fact| match fact {
                Fact::NoTable(id) | Fact::NoUsualTable(id) => is_unread(id),
                _ => false,
            })
        },
    },
    // A table whose years are moved by one differs from all others in every cell.
    Cause {
        code: "R154",
        is_behind: |cause, other| {
            const CODES: [&str; 10] = [
                "R005", "R019", "R020", "R021", "R035", "R036", "R043", "R070", "R071", "R093",
            ];
            CODES.contains(&other.code.0) && touches_sheet(other, &cause.origin)
        },
    },
    Cause {
        code: "R155",
        is_behind: |cause, other| {
            const CODES: [&str; 12] = [
                "N010", "R012", "R013", "R015", "R028", "R032", "R033", "R034", "R035", "R036",
                "R037", "R038",
            ];
            let kode = cause.path.as_deref().unwrap_or_default().split("; ");
            CODES.contains(&other.code.0) && kode.into_iter().any(|kode| names(other, kode))
        },
    },
    // A row that is counted to another parent makes two sums wrong.
    Cause {
        code: "R158",
        is_behind: |cause, other| {
            const CODES: [&str; 18] = [
                "N010", "N011", "R012", "R013", "R014", "R015", "R016", "R017", "R025", "R026",
                "R027", "R028", "R031", "R037", "R038", "R056", "R086", "R092",
            ];
            let mut kode = cause.path.as_deref().unwrap_or_default().split("; ");
            CODES.contains(&other.code.0) && kode.any(|kode| is_about(other, kode))
        },
    },
    // A row that stands twice is counted twice or once, and no sum holds.
    Cause {
        code: "R115",
        is_behind: |cause, other| {
            const CODES: [&str; 8] = [
                "N011", "R012", "R013", "R014", "R026", "R037", "R038", "R069",
            ];
            let kode = cause.path.as_deref().unwrap_or_default();
            let below = |above: &str| kode.starts_with(&format!("{above}."));
            let path = other.path.as_deref().unwrap_or_default();
            CODES.contains(&other.code.0) && (is_about(other, kode) || below(path))
        },
    },
    // Two amounts in each other's place make the sums of both years wrong.
    Cause {
        code: "R129",
        is_behind: |cause, other| {
            const CODES: [&str; 7] = ["R012", "R013", "R026", "R037", "R038", "R085", "R157"];
            let kode = cause.path.as_deref().unwrap_or_default();
            let above = kode.rsplit_once('.').map_or("", |(above, _)| above);
            let mut words = cause.message.split_whitespace();
            let is_of_year = words.any(|word| {
                word.parse::<u16>().is_ok() && other.message.contains(&format!("tahun {word}"))
            });
            let is_near = is_about(other, kode) || is_about(other, above);
            CODES.contains(&other.code.0) && is_near && is_of_year
        },
    },
    // A program that is nothing but its name lacks money and measure too.
    Cause {
        code: "R015",
        is_behind: |cause, other| {
            ["R016", "R086"].contains(&other.code.0)
                && cause.path.is_some()
                && cause.path == other.path
        },
    },
    Cause {
        code: "R156",
        is_behind: |_, other| ["R037", "R038", "R044"].contains(&other.code.0),
    },
    // A sasaran that is worded in two ways is in neither table the other's.
    Cause {
        code: "R054",
        is_behind: |cause, other| {
            let names = cause.path.as_deref().zip(other.path.as_deref());
            other.code.0 == "R052"
                && names.is_some_and(|(a, b)| strsim::jaro_winkler(a, b) >= SAME_WORDS)
        },
    },
    // The bidang of a wrong kode brings that bidang's mandatory indicators with it.
    Cause {
        code: "R140",
        is_behind: |cause, other| {
            cause.facts.contains(&Fact::DoubtfulKode)
                && ["R056", "R083", "R084"].contains(&other.code.0)
        },
    },
];

/// Puts what only follows from another finding under it.
pub fn apply(out: &mut Diagnostics) {
    for cause in CAUSES {
        let mut found = Vec::new();
        out.retain_mut(|finding| {
            let is_cause = finding.code.0 == cause.code;
            if is_cause {
                found.push(finding.clone());
            }
            !is_cause
        });
        for finding in found {
            let head = finding.clone();
            out.fold(finding, |other| (cause.is_behind)(&head, other));
        }
    }
    years_of_a_row(out);
}

/// Whether a finding is on a sheet or compares with it.
fn touches_sheet(finding: &Diagnostic, sheet: &Origin) -> bool {
    let compared = finding.figure.iter().flat_map(|figure| &figure.origin);
    std::iter::once(&finding.origin)
        .chain(compared)
        .any(|origin| (&origin.file, origin.sheet_index) == (&sheet.file, sheet.sheet_index))
}

/// Whether a finding is about a kode or what lies below it.
fn names(finding: &Diagnostic, kode: &str) -> bool {
    let below = format!("{kode}.");
    let is_of = |text: &str| {
        text.split_whitespace()
            .map(|word| word.trim_matches(['"', ',', ';', ':']))
            .any(|word| word == kode || word.starts_with(&below))
    };
    finding.path.as_deref().is_some_and(is_of) || is_of(&finding.message)
}

/// Whether a finding is about a kode itself.
fn is_about(finding: &Diagnostic, kode: &str) -> bool {
    let mut words = finding.message.split_whitespace();
    finding.path.as_deref() == Some(kode) || words.any(|word| word == kode)
}

/// Puts the further years of a row under its first.
fn years_of_a_row(out: &mut Diagnostics) {
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
