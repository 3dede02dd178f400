//! The kode of urusan, program, kegiatan and sub kegiatan.
//!
//! Structure: Permendagri 90/2019 with its Kepmendagri; sub kegiatan have two
//! digits up to Kepmendagri 050-5889/2021 and four from 900.1.15.5-1317/2023 on.

mod error;
mod opd;
mod split;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

pub use error::KodeError;
pub use opd::{KodeOpd, KodeOpdError};
pub use split::split_coded;

/// What a kode stands for, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Government affair, `1`.
    Urusan,
    /// Field of a government affair, `1.02`.
    BidangUrusan,
    /// Programme, `1.02.02`.
    Program,
    /// Activity, `1.02.02.2.01`.
    Kegiatan,
    /// Sub-activity, `1.02.02.2.01.01` or `1.02.02.2.01.0001`.
    SubKegiatan,
}

impl Level {
    /// Number of dotted groups of a kode of this level.
    pub fn depth(self) -> usize {
        match self {
            Self::Urusan => 1,
            Self::BidangUrusan => 2,
            Self::Program => 3,
            Self::Kegiatan => 5,
            Self::SubKegiatan => 6,
        }
    }

    fn of_depth(depth: usize) -> Option<Self> {
        match depth {
            1 => Some(Self::Urusan),
            2 => Some(Self::BidangUrusan),
            3 => Some(Self::Program),
            5 => Some(Self::Kegiatan),
            6 => Some(Self::SubKegiatan),
            _ => None,
        }
    }

    /// The official term as the begin of a line.
    pub fn title(self) -> &'static str {
        match self {
            Self::Urusan => "Urusan",
            Self::BidangUrusan => "Bidang urusan",
            Self::Program => "Program",
            Self::Kegiatan => "Kegiatan",
            Self::SubKegiatan => "Sub kegiatan",
        }
    }
}

impl fmt::Display for Level {
    /// The official term in lower case.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Urusan => "urusan",
            Self::BidangUrusan => "bidang urusan",
            Self::Program => "program",
            Self::Kegiatan => "kegiatan",
            Self::SubKegiatan => "sub kegiatan",
        })
    }
}

/// A kode with all its zeros. Ordered so that a parent stands before its children.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kode {
    segment: Vec<String>,
    level: Level,
}

impl Kode {
    /// What it stands for.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Its groups, as text with their zeros. A kegiatan has two of its own:
    /// kewenangan and number.
    pub fn segment(&self) -> &[String] {
        &self.segment
    }

    /// The kode of the next wider level; `None` for an urusan.
    pub fn parent(&self) -> Option<Self> {
        let wider = match self.level {
            Level::Urusan => return None,
            Level::BidangUrusan => Level::Urusan,
            Level::Program => Level::BidangUrusan,
            Level::Kegiatan => Level::Program,
            Level::SubKegiatan => Level::Kegiatan,
        };
        self.ancestor(wider)
    }

    /// The kode of the given level in which this one lies, itself included;
    /// `None` for a narrower level.
    pub fn ancestor(&self, level: Level) -> Option<Self> {
        let segment = self.segment.get(..level.depth())?.to_vec();
        Some(Self { segment, level })
    }

    /// Whether `other` is this kode or lies below it.
    pub fn is_prefix_of(&self, other: &Self) -> bool {
        other.segment.starts_with(&self.segment)
    }

    /// Whether this kode lies below `other`; a kode does not lie below itself.
    pub fn is_under(&self, other: &Self) -> bool {
        self.level > other.level && other.is_prefix_of(self)
    }

    /// Whether it is of the master list's `X.XX`, in whose place the agency's
    /// own bidang urusan belongs.
    pub fn is_placeholder(&self) -> bool {
        self.segment.first().is_some_and(|urusan| urusan == "X")
    }

    /// The kode with `X.XX` replaced by the bidang urusan, `1.02`. A kode
    /// without placeholder, or a `bidang` that is none, leaves it as it is.
    #[must_use]
    pub fn with_bidang(&self, bidang: &str) -> Self {
        let mut kode = self.clone();
        if let Ok(bidang) = bidang.parse::<Self>()
            && bidang.level == Level::BidangUrusan
            && self.is_placeholder()
        {
            for (own, new) in kode.segment.iter_mut().zip(bidang.segment) {
                *own = new;
            }
        }
        kode
    }
}

impl FromStr for Kode {
    type Err = KodeError;

    /// Reads a kode as offices type it: blanks and line breaks inside, a dot
    /// behind, a lower-case `x`, a kegiatan group fused with its kewenangan
    /// (`1.02.02.201` for `1.02.02.2.01`). Zeros that are gone are not guessed.
    fn from_str(text: &str) -> Result<Self, KodeError> {
        let bare: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let bare = bare.trim_end_matches('.');
        if bare.is_empty() {
            return Err(KodeError::Empty);
        }
        if let Some(c) = bare.chars().find(|c| !matches!(c, '0'..='9' | 'X' | '.')) {
            return Err(KodeError::Character(c));
        }
        let segment = unfused(bare);
        check(&segment)?;
        let level = Level::of_depth(segment.len()).ok_or(KodeError::Depth(segment.len()))?;
        Ok(Self { segment, level })
    }
}

/// The groups, with a fused kegiatan group taken apart.
fn unfused(bare: &str) -> Vec<String> {
    let mut segment: Vec<String> = bare.split('.').map(str::to_owned).collect();
    if let Some(fused) = segment.get(3).filter(|group| group.len() == 3).cloned() {
        let (kewenangan, number) = fused.split_at(1);
        segment.splice(3..4, [kewenangan.to_owned(), number.to_owned()]);
    }
    segment
}

fn check(segment: &[String]) -> Result<(), KodeError> {
    let placeholder = segment.first().is_some_and(|urusan| urusan == "X");
    for (at, group) in segment.iter().enumerate() {
        let number = group.bytes().all(|b| b.is_ascii_digit());
        let good = match at {
            0 => placeholder || (number && group.len() == 1 && group != "0"),
            1 if placeholder => group == "XX",
            1 | 2 | 4 => number && group.len() == 2,
            3 => group == "1" || group == "2",
            5 => number && matches!(group.len(), 2 | 4),
            _ => return Err(KodeError::Depth(segment.len())),
        };
        if !good {
            return Err(KodeError::Group {
                at,
                group: group.clone(),
                placeholder,
            });
        }
    }
    Ok(())
}

impl fmt::Display for Kode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.segment.join("."))
    }
}

impl Serialize for Kode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Kode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}
