//! The kode of an agency.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// The kode of an OPD in eight groups, `1.02.0.00.0.00.01.0000`: three bidang
/// urusan (`0.00` for none), a number, and a unit (`0000` for the OPD itself).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KodeOpd(String);

/// Why a text is no kode of an OPD.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KodeOpdError {
    /// Not eight groups.
    #[error(
        "kode perangkat daerah terdiri atas 8 bagian, misalnya 1.02.0.00.0.00.01.0000, bukan {0}"
    )]
    Depth(usize),
    /// A group that is too short, too long or no number.
    #[error("bagian ke-{} \"{group}\" kode perangkat daerah harus {length} angka", .at + 1)]
    Group {
        /// Position of the group, from 0.
        at: usize,
        /// The group as typed.
        group: String,
        /// Digits it must have.
        length: usize,
    },
    /// The first bidang urusan is `0.00`.
    #[error("bidang urusan pertama pada kode perangkat daerah tidak boleh 0.00")]
    NoBidang,
}

/// Digits of the eight groups.
const LENGTH: [usize; 8] = [1, 2, 1, 2, 1, 2, 2, 4];

impl KodeOpd {
    /// The bidang urusan the agency carries out, `1.02`, one to three.
    pub fn bidang(&self) -> impl Iterator<Item = &str> {
        // Each pair is four bytes and a dot behind it.
        (0..3)
            .filter_map(|pair| self.0.get(pair * 5..pair * 5 + 4))
            .filter(|pair| *pair != "0.00")
    }

    /// Whether it is the agency itself and not one of its units.
    pub fn is_induk(&self) -> bool {
        self.0.ends_with(".0000")
    }
}

impl FromStr for KodeOpd {
    type Err = KodeOpdError;

    /// Blanks and line breaks inside and a dot behind do not matter.
    fn from_str(text: &str) -> Result<Self, KodeOpdError> {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let bare = bare.trim_end_matches('.');
        let group: Vec<&str> = bare.split('.').collect();
        if group.len() != LENGTH.len() {
            return Err(KodeOpdError::Depth(group.len()));
        }
        for (at, (group, length)) in group.iter().zip(LENGTH).enumerate() {
            if group.len() != length || !group.bytes().all(|b| b.is_ascii_digit()) {
                return Err(KodeOpdError::Group {
                    at,
                    group: (*group).to_owned(),
                    length,
                });
            }
        }
        if bare.starts_with('0') {
            return Err(KodeOpdError::NoBidang);
        }
        Ok(Self(bare.to_owned()))
    }
}

impl fmt::Display for KodeOpd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for KodeOpd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
