//! A table that a workbook holds twice: once in short, once in full, or once in
//! the office's form and once as SIPD exports it. The fuller one is used. Where the
//! two say different things the office has to choose: that is an error.

use std::collections::{BTreeMap, BTreeSet};

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};

/// Of how many in ten elements of a sheet another must have too, to be its repeat.
const SHARE: usize = 6;
/// Most differences that a finding shows.
const SHOWN: usize = 3;

/// How the rows of a table that may stand on two sheets are compared.
pub(super) struct Table<T, V> {
    /// What names a row's element; rows without a name follow their sheet.
    pub(super) key: fn(&T) -> Option<String>,
    /// The row's place.
    pub(super) origin: fn(&T) -> &Origin,
    /// What the rows of a sheet say of its elements.
    pub(super) values: V,
}

/// What a sheet says of an element.
pub(super) struct Said {
    /// What names the element.
    pub(super) key: String,
    /// What it says of it, `pagu 2026`.
    pub(super) what: String,
    /// As printed.
    pub(super) value: String,
    /// Where it stands.
    pub(super) origin: Origin,
}

/// A sheet, and the elements it names.
struct Sheet {
    place: Origin,
    named: BTreeSet<String>,
}

impl<T: Clone, V: Fn(Vec<T>) -> Vec<Said>> Table<T, V> {
    /// Rows of the sheets that are used, those of sheets that only repeat another,
    /// and the latter sheets.
    pub(super) fn drop_repeated(
        &self,
        row: Vec<T>,
        out: &mut Diagnostics,
    ) -> (Vec<T>, Vec<T>, Vec<u32>) {
        let sheet = self.sheets(&row);
        let said = |at: Option<u32>| {
            let own = row
                .iter()
                .filter(|row| (self.origin)(row).sheet_index == at);
            (self.values)(own.cloned().collect())
        };
        let mut dropped: BTreeSet<Option<u32>> = BTreeSet::new();
        for (at, own) in &sheet {
            let fuller = sheet.iter().find(|(other, theirs)| {
                let rank =
                    |at: &Option<u32>, sheet: &Sheet| (sheet.named.len(), std::cmp::Reverse(*at));
                let shared = own.named.intersection(&theirs.named).count();
                *other != at
                    && rank(other, theirs) > rank(at, own)
                    && !own.named.is_empty()
                    && shared * 10 >= own.named.len() * SHARE
            });
            if let Some((other, fuller)) = fuller {
                dropped.insert(*at);
                let theirs = said(*other);
                let differing = differing(said(*at), &theirs);
                out.emit(own.repeats(fuller, &differing));
            }
        }
        let (repeat, used) = row
            .into_iter()
            .partition(|row| dropped.contains(&(self.origin)(row).sheet_index));
        (used, repeat, dropped.into_iter().flatten().collect())
    }

    fn sheets(&self, row: &[T]) -> BTreeMap<Option<u32>, Sheet> {
        let mut list: BTreeMap<Option<u32>, Sheet> = BTreeMap::new();
        for row in row {
            let place = (self.origin)(row);
            let sheet = list.entry(place.sheet_index).or_insert_with(|| Sheet {
                place: Origin {
                    cell: None,
                    ..place.clone()
                },
                named: BTreeSet::new(),
            });
            sheet.named.extend((self.key)(row));
        }
        list
    }
}

/// What the first sheet says otherwise than the second, each with the other's.
fn differing(own: Vec<Said>, theirs: &[Said]) -> Vec<(Said, &Said)> {
    let mut of: BTreeMap<(&str, &str), Vec<&Said>> = BTreeMap::new();
    for said in theirs {
        of.entry((&said.key, &said.what)).or_default().push(said);
    }
    let other = |own: &Said| {
        let theirs = of.get(&(own.key.as_str(), own.what.as_str()))?;
        let same = theirs.iter().any(|said| said.value == own.value);
        theirs.first().copied().filter(|_| !same)
    };
    own.into_iter()
        .filter_map(|own| other(&own).map(|theirs| (own, theirs)))
        .collect()
}

impl Sheet {
    /// The finding that this sheet repeats another: an error if they differ.
    fn repeats(&self, other: &Self, differing: &[(Said, &Said)]) -> Diagnostic {
        let name = other.place.sheet.as_deref().unwrap_or_default();
        let further: Vec<&String> = self.named.difference(&other.named).collect();
        if differing.is_empty() && further.is_empty() {
            return Diagnostic::warning(
                code::REPEATED_TABLE,
                self.place.clone(),
                format!(
                    "lembar ini mengulang tabel pada lembar \"{name}\"; yang diperiksa dan dijumlahkan hanya lembar itu"
                ),
            )
            .hint("hapus salah satunya agar isinya tidak berbeda");
        }
        let mut what = Vec::new();
        if !differing.is_empty() {
            what.push(format!("{} isian berbeda", differing.len()));
        }
        if !further.is_empty() {
            what.push(format!("{} baris hanya ada pada lembar ini", further.len()));
        }
        let mut finding = Diagnostic::error(
            code::REPEATED_TABLE,
            self.place.clone(),
            format!(
                "lembar ini mengulang tabel pada lembar \"{name}\", tetapi isinya tidak sama: {}",
                what.join(", ")
            ),
        );
        for (own, theirs) in differing.iter().take(SHOWN) {
            let what = format!("{} {}", own.key, own.what);
            finding = finding
                .figure(what, own.value.clone(), [own.origin.clone()])
                .figure(
                    format!("pada lembar {name}"),
                    theirs.value.clone(),
                    [theirs.origin.clone()],
                );
        }
        if !further.is_empty() {
            let shown: Vec<&str> = further.iter().take(SHOWN).map(|key| key.as_str()).collect();
            finding = finding.note("hanya di sini", shown.join(", "));
        }
        finding.hint("hapus lembar yang tidak dipakai, atau samakan isi keduanya")
    }
}
