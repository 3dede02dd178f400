//! A calendar year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use thiserror::Error;

/// A calendar year that a plan or its data can speak of, 1990 to 2100. Years
/// are names, not amounts: they are printed and serialised as `2021`, never `2.021`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tahun(u16);

/// A text or number that is no year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("bukan tahun antara {} dan {}", Tahun::FIRST, Tahun::LAST)]
pub struct TahunError;

impl Tahun {
    /// The earliest year that is taken for one.
    pub const FIRST: u16 = 1990;
    /// The latest year that is taken for one.
    pub const LAST: u16 = 2100;

    /// The year, `None` outside [`Tahun::FIRST`]..=[`Tahun::LAST`].
    pub fn new(year: u16) -> Option<Self> {
        (Self::FIRST..=Self::LAST)
            .contains(&year)
            .then_some(Self(year))
    }

    /// The year as a number.
    pub fn get(self) -> u16 {
        self.0
    }

    /// The year after, `None` after the latest.
    pub fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }
}

impl FromStr for Tahun {
    type Err = TahunError;
    fn from_str(text: &str) -> Result<Self, TahunError> {
        text.trim()
            .parse()
            .ok()
            .and_then(Self::new)
            .ok_or(TahunError)
    }
}

impl fmt::Display for Tahun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Tahun {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Tahun {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}
