//! A table that a workbook holds twice: once in short, once in full, or once in
//! the office's form and once as SIPD exports it. The fuller one is used.

use std::collections::{BTreeMap, BTreeSet};

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};

/// Of how many in ten elements of a sheet another must have too, to be its repeat.
const SHARE: usize = 6;

/// Rows of the sheets that are used, and the sheets that only repeat another.
/// `key` names a row's element; rows without one follow their sheet.
pub(super) fn drop_repeated<T>(
    row: Vec<T>,
    key: impl Fn(&T) -> Option<String>,
    origin: impl Fn(&T) -> &Origin,
    out: &mut Diagnostics,
) -> (Vec<T>, Vec<T>, Vec<u32>) {
    let mut sheet: BTreeMap<Option<u32>, (Origin, BTreeSet<String>)> = BTreeMap::new();
    for row in &row {
        let place = origin(row);
        let (_, named) = sheet.entry(place.sheet_index).or_insert_with(|| {
            let whole = Origin {
                cell: None,
                ..place.clone()
            };
            (whole, BTreeSet::new())
        });
        named.extend(key(row));
    }
    let mut dropped: BTreeSet<Option<u32>> = BTreeSet::new();
    for (at, (place, own)) in &sheet {
        let fuller = sheet.iter().find(|(other, (_, theirs))| {
            let larger =
                (theirs.len(), std::cmp::Reverse(**other)) > (own.len(), std::cmp::Reverse(*at));
            let shared = own.intersection(theirs).count();
            *other != at && larger && !own.is_empty() && shared * 10 >= own.len() * SHARE
        });
        if let Some((_, (other, _))) = fuller {
            dropped.insert(*at);
            out.emit(
                Diagnostic::warning(
                    code::REPEATED_TABLE,
                    place.clone(),
                    format!(
                        "lembar ini mengulang tabel pada lembar \"{}\"; yang diperiksa dan dijumlahkan hanya lembar itu",
                        other.sheet.as_deref().unwrap_or_default()
                    ),
                )
                .hint("hapus salah satunya agar isinya tidak berbeda"),
            );
        }
    }
    let (repeat, used) = row
        .into_iter()
        .partition(|row| dropped.contains(&origin(row).sheet_index));
    (used, repeat, dropped.into_iter().flatten().collect())
}
