//! In which columns of a laid-out table the columns of a sheet stand.
//!
//! The rows of the table tell: what is typed below one heading is printed below one
//! heading, in every row. A value that stands where those of another column of the sheet
//! stand has changed places with it.

use std::collections::{BTreeMap, HashMap};

use super::typed::Side;

/// A column must have a part of this share of what the one with most has.
const SHARE: usize = 4;

/// A column of a sheet.
pub(super) type From = (usize, u32);

/// A column of the table, and the part of its cells.
pub(super) type Slot = (usize, Side);

/// Where the columns of the sheets stand in one table.
#[derive(Default)]
pub(super) struct Columns {
    votes: BTreeMap<From, BTreeMap<Slot, usize>>,
    /// Which column of a sheet has most votes for a column of the table.
    main: HashMap<Slot, From>,
}

impl Columns {
    /// A row has a value of `from` in `slot`.
    pub(super) fn vote(&mut self, from: From, slot: Slot) {
        let votes = self.votes.entry(from).or_default();
        *votes.entry(slot).or_default() += 1;
    }

    /// To be called once all rows have voted.
    pub(super) fn settle(&mut self) {
        let mut most: HashMap<Slot, (usize, From)> = HashMap::new();
        for (from, votes) in &self.votes {
            for (column, count) in votes {
                let best = most.entry(*column).or_insert((*count, *from));
                // Of equals the first of the workbook, in whatever order they come.
                if *count > best.0 || (*count == best.0 && *from < best.1) {
                    *best = (*count, *from);
                }
            }
        }
        let main = most.into_iter().map(|(column, (_, from))| (column, from));
        self.main = main.collect();
    }

    /// Whether what is typed in `from` may be printed in `slot`.
    pub(super) fn allows(&self, from: From, slot: Slot) -> bool {
        let Some(votes) = self.votes.get(&from) else {
            return true;
        };
        let count = votes.get(&slot).copied().unwrap_or_default();
        let most = votes.values().copied().max().unwrap_or_default();
        let main = self.main.get(&slot);
        // The column that has most of it, or one that has enough and is no other's.
        count == most || (count * SHARE >= most && main.is_none_or(|main| *main == from))
    }

    /// Whether the cells of `slot` are those of `from`.
    pub(super) fn is_main(&self, from: From, slot: Slot) -> bool {
        self.main.get(&slot) == Some(&from)
    }
}
