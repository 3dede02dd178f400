//! A share of a run: the third of sixteen machines takes every sixteenth
//! workbook from the third on.

use std::str::FromStr;

use thiserror::Error;

/// Part `number` of `total`, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: usize,
    total: usize,
}

/// A text that is no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("tulis bagian sebagai K/N dengan K dari 1 sampai N, misalnya 3/16")]
pub struct ShardError;

impl Shard {
    /// Everything.
    pub const WHOLE: Self = Self {
        number: 1,
        total: 1,
    };

    /// Whether it is everything.
    pub fn is_whole(self) -> bool {
        self.total == 1
    }

    /// Whether the workbook at this place, from 0, belongs to it.
    pub fn has(self, at: usize) -> bool {
        at % self.total == self.number - 1
    }
}

impl FromStr for Shard {
    type Err = ShardError;
    fn from_str(text: &str) -> Result<Self, ShardError> {
        let (number, total) = text.split_once('/').ok_or(ShardError)?;
        let number = number.trim().parse().map_err(|_| ShardError)?;
        let total = total.trim().parse().map_err(|_| ShardError)?;
        if (1..=total).contains(&number) {
            Ok(Self { number, total })
        } else {
            Err(ShardError)
        }
    }
}
