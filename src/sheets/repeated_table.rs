//! A table that a workbook holds twice: once in short, once in full, or once in
//! the office's form and once as SIPD exports it. A sheet that says nothing of its
//! own repeats the other. Where the two say different things the office has to
//! choose: that is an error that names both.

use std::collections::{BTreeMap, BTreeSet};

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Fact, Origin, Scope};

/// Of how many in ten rows of the smaller of two tables the other must have too, to
/// be the same table.
const SHARE: usize = 6;
/// Most differences that a finding shows.
const SHOWN: usize = 3;

/// A table that may stand twice.
pub struct Candidate {
    /// Where it stands.
    pub place: Origin,
    /// What names its rows.
    pub named: BTreeSet<String>,
}

/// What a table says of one of its rows.
pub struct Said {
    /// What names the row.
    pub key: String,
    /// What it says of it, `pagu 2026`.
    pub what: String,
    /// As printed.
    pub value: String,
    /// Where it stands.
    pub origin: Origin,
    /// Whether it is lost with its table where the other one says nothing of it.
    pub is_own: bool,
}

/// What one table says and another does not.
struct Difference<'a> {
    /// Said otherwise, each with what the other says.
    differing: Vec<(&'a Said, &'a Said)>,
    /// Said of a row of which the other says nothing in this respect.
    further: Vec<&'a Said>,
    /// Rows that the other does not have.
    rows: Vec<&'a String>,
}

/// The tables that others repeat or contradict, each with the one that is used in
/// its place. `said` gives what a table says.
pub fn find(
    tables: &[Candidate],
    said: impl Fn(usize) -> Vec<Said>,
    out: &mut Diagnostics,
) -> BTreeMap<usize, usize> {
    let mut dropped = BTreeMap::new();
    for later in 1..tables.len() {
        for earlier in 0..later {
            let (Some(one), Some(other)) = (tables.get(earlier), tables.get(later)) else {
                continue;
            };
            let known = dropped.contains_key(&earlier) || dropped.contains_key(&later);
            if known || !is_same(one, other) {
                continue;
            }
            let (one_said, other_said) = (said(earlier), said(later));
            let of_one = Difference::new((one, &one_said), (other, &other_said));
            let of_other = Difference::new((other, &other_said), (one, &one_said));
            // Of two that differ, the one is used of which no row would be lost; of
            // two that both have rows of their own, the first of the workbook.
            let drops_one = if of_other.is_none() {
                false
            } else if of_one.is_none() {
                true
            } else {
                of_one.rows.is_empty() && !of_other.rows.is_empty()
            };
            if drops_one {
                out.emit(of_one.report(one, other));
                dropped.insert(earlier, later);
            } else {
                out.emit(of_other.report(other, one));
                dropped.insert(later, earlier);
            }
        }
    }
    dropped
}

/// Whether two tables name mostly the same rows.
fn is_same(one: &Candidate, other: &Candidate) -> bool {
    let shared = one.named.intersection(&other.named).count();
    let smaller = one.named.len().min(other.named.len());
    shared > 0 && shared * 10 >= smaller * SHARE
}

impl<'a> Difference<'a> {
    fn new(
        (own, own_said): (&'a Candidate, &'a [Said]),
        (other, other_said): (&'a Candidate, &'a [Said]),
    ) -> Self {
        let mut of: BTreeMap<(&str, &str), Vec<&Said>> = BTreeMap::new();
        for said in other_said {
            of.entry((&said.key, &said.what)).or_default().push(said);
        }
        let mut difference = Self {
            differing: Vec::new(),
            further: Vec::new(),
            rows: own.named.difference(&other.named).collect(),
        };
        for said in own_said {
            match of.get(&(said.key.as_str(), said.what.as_str())) {
                Some(theirs) if theirs.iter().any(|other| other.value == said.value) => {}
                Some(theirs) => {
                    let first = theirs.first().map(|other| (said, *other));
                    difference.differing.extend(first);
                }
                None if said.is_own && other.named.contains(&said.key) => {
                    difference.further.push(said);
                }
                None => {}
            }
        }
        difference
    }

    fn is_none(&self) -> bool {
        self.differing.is_empty() && self.further.is_empty() && self.rows.is_empty()
    }

    /// The finding that a table repeats another, which is used: an error if it says
    /// something else.
    fn report(&self, own: &Candidate, used: &Candidate) -> Diagnostic {
        let name = used.place.sheet.as_deref().unwrap_or_default();
        let one_sheet = own.place.sheet_index == used.place.sheet_index;
        let (this, other) = match used.place.cell.filter(|_| one_sheet) {
            Some(at) => (
                "tabel yang mulai di sini",
                format!("tabel pada baris {} lembar yang sama", at.row + 1),
            ),
            None => ("lembar ini", format!("tabel pada lembar \"{name}\"")),
        };
        let place = Origin {
            cell: own.place.cell.filter(|_| one_sheet),
            ..own.place.clone()
        };
        if self.is_none() {
            return Diagnostic::warning(
                code::REPEATED_TABLE,
                place,
                format!("{this} mengulang {other}; yang dipakai hanya tabel itu"),
            )
            .unprinted(Scope::Sheet)
            .fact(Fact::StaysBehind)
            .hint("hapus salah satunya agar isinya tidak berbeda");
        }
        let counts = [
            (self.differing.len(), "isian berbeda"),
            (self.further.len(), "isian hanya ada di sini"),
            (self.rows.len(), "baris hanya ada di sini"),
        ];
        let what: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        let mut finding = Diagnostic::error(
            code::REPEATED_TABLE,
            place,
            format!(
                "{this} mengulang {other}, tetapi isinya tidak sama: {}",
                what.join(", ")
            ),
        )
        .unprinted(Scope::Sheet)
        .fact(Fact::StaysBehind);
        let named = |said: &Said| format!("{} {}", super::cell::short(&said.key), said.what);
        for (own, theirs) in self.differing.iter().take(SHOWN) {
            finding = finding
                .figure(named(own), own.value.clone(), [own.origin.clone()])
                .figure(
                    format!("pada lembar {name}"),
                    theirs.value.clone(),
                    [theirs.origin.clone()],
                );
        }
        for own in self.further.iter().take(SHOWN) {
            finding = finding.figure(named(own), own.value.clone(), [own.origin.clone()]);
        }
        if !self.rows.is_empty() {
            let rows = self.rows.iter().take(SHOWN);
            let shown: Vec<String> = rows.map(|key| super::cell::short(key)).collect();
            finding = finding.note("hanya di sini", shown.join("; "));
        }
        let sheet = own.place.sheet.as_deref().unwrap_or_default();
        finding.hint(format!(
            "samakan isi keduanya, hapus lembar yang tidak dipakai, atau tulis pada renstra.toml: [lembar.\"{sheet}\"] cetak = false; konsep memakai {other}"
        ))
    }
}
