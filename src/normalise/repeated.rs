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
pub(super) struct Table<T> {
    /// What names a row's element; rows without a name follow their sheet.
    pub(super) key: fn(&T) -> Option<String>,
    /// The row's place.
    pub(super) origin: fn(&T) -> &Origin,
    /// What the row says of its element: what it is, as printed, and where it stands.
    pub(super) values: fn(&T) -> Vec<(String, String, Origin)>,
}

/// A sheet, the elements it names and what it says of them.
struct Sheet {
    place: Origin,
    named: BTreeSet<String>,
    /// By element and what is said of it.
    said: BTreeMap<(String, String), Vec<(String, Origin)>>,
}

impl<T> Table<T> {
    /// Rows of the sheets that are used, those of sheets that only repeat another,
    /// and the latter sheets.
    pub(super) fn drop_repeated(
        &self,
        row: Vec<T>,
        out: &mut Diagnostics,
    ) -> (Vec<T>, Vec<T>, Vec<u32>) {
        let sheet = self.sheets(&row);
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
            if let Some((_, other)) = fuller {
                dropped.insert(*at);
                out.emit(own.repeats(other));
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
                said: BTreeMap::new(),
            });
            let Some(key) = (self.key)(row) else { continue };
            for (what, value, origin) in (self.values)(row) {
                let said = sheet.said.entry((key.clone(), what)).or_default();
                said.push((value, origin));
            }
            sheet.named.insert(key);
        }
        list
    }
}

impl Sheet {
    /// The finding that this sheet repeats another: an error if they differ.
    fn repeats(&self, other: &Self) -> Diagnostic {
        let name = other.place.sheet.as_deref().unwrap_or_default();
        let mut differing = Vec::new();
        for (key, own) in &self.said {
            let Some(theirs) = other.said.get(key) else {
                continue;
            };
            let differs = own
                .iter()
                .find(|(value, _)| theirs.iter().all(|(t, _)| t != value));
            if let (Some(own), Some(theirs)) = (differs, theirs.first()) {
                differing.push((key, own, theirs));
            }
        }
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
        for ((key, what), (own, at), (theirs, there)) in differing.into_iter().take(SHOWN) {
            finding = finding
                .figure(format!("{key} {what}"), own.clone(), [at.clone()])
                .figure(
                    format!("pada lembar {name}"),
                    theirs.clone(),
                    [there.clone()],
                );
        }
        if !further.is_empty() {
            let shown: Vec<&str> = further.iter().take(SHOWN).map(|key| key.as_str()).collect();
            finding = finding.note("hanya di sini", shown.join(", "));
        }
        finding.hint("hapus lembar yang tidak dipakai, atau samakan isi keduanya")
    }
}
