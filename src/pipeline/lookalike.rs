//! The sheets that look like a worksheet, for the rules that miss one.

use std::collections::BTreeMap;

use crate::checks::Lookalike;
use crate::model::Worksheet;
use crate::sheets;

/// By worksheet the sheet that looks most like it.
pub(super) fn by_worksheet(list: &[sheets::Lookalike]) -> BTreeMap<Worksheet, Lookalike> {
    let mut best: BTreeMap<Worksheet, &sheets::Lookalike> = BTreeMap::new();
    for one in list {
        let known = best.get(&one.id);
        if known.is_none_or(|known| known.likeness < one.likeness) {
            best.insert(one.id, one);
        }
    }
    best.into_iter()
        .map(|(id, one)| {
            let found = Lookalike {
                origin: one.origin.clone(),
                missing: one.missing.clone(),
                judul: one.judul.clone(),
            };
            (id, found)
        })
        .collect()
}
