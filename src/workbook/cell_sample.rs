//! Cells that something is said of.

use std::fmt;

use crate::diagnostic::CellRef;

/// The first few cells that something is said of, and their number.
#[derive(Debug, Default)]
pub(super) struct CellSample {
    some: Vec<CellRef>,
    count: u64,
}

impl CellSample {
    /// How many are named.
    const NAMED: usize = 8;

    /// Takes a cell.
    pub fn add(&mut self, at: CellRef) {
        self.add_many(at, 1);
    }

    /// Takes `count` cells of which this is the first.
    pub fn add_many(&mut self, first: CellRef, count: u64) {
        if self.some.len() < Self::NAMED {
            self.some.push(first);
        }
        self.count = self.count.saturating_add(count);
    }

    /// How many cells were taken.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The first cell that was taken.
    pub fn first(&self) -> Option<CellRef> {
        self.some.first().copied()
    }
}

impl fmt::Display for CellSample {
    /// `H6, I6, J6` or `H6, I6 dan 12 lainnya`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, at) in self.some.iter().enumerate() {
            let separator = if place == 0 { "" } else { ", " };
            write!(f, "{separator}{at}")?;
        }
        match self.count.saturating_sub(self.some.len() as u64) {
            0 => Ok(()),
            more => write!(f, " dan {more} lainnya"),
        }
    }
}
