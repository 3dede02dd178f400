//! The years a plan covers.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

use super::Tahun;

/// The first and the last year of a plan, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Periode {
    /// First year.
    pub awal: Tahun,
    /// Last year, not before the first.
    pub akhir: Tahun,
}

/// Why a text is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PeriodeError {
    /// It does not consist of two years.
    #[error("periode terdiri atas dua tahun, misalnya 2021-2026")]
    NotTwoYears,
    /// The last year lies before the first.
    #[error("tahun akhir {akhir} mendahului tahun awal {awal}")]
    Reversed {
        /// First year as typed.
        awal: Tahun,
        /// Last year as typed.
        akhir: Tahun,
    },
}

impl Periode {
    /// The period, `None` if it ends before it begins.
    pub fn new(awal: Tahun, akhir: Tahun) -> Option<Self> {
        (awal <= akhir).then_some(Self { awal, akhir })
    }

    /// Its years in order.
    pub fn iter(self) -> impl Iterator<Item = Tahun> {
        (self.awal.get()..=self.akhir.get()).filter_map(Tahun::new)
    }

    /// Whether the year lies in it.
    pub fn contains(self, tahun: Tahun) -> bool {
        (self.awal..=self.akhir).contains(&tahun)
    }
}

impl FromStr for Periode {
    type Err = PeriodeError;

    /// Reads `2021-2026`, `2021–2026`, `2021 s.d. 2026`, `2021 s/d 2026`, with
    /// or without `Tahun` or `Periode` before it.
    fn from_str(text: &str) -> Result<Self, PeriodeError> {
        let lower = text.to_lowercase();
        let mut rest = lower.trim();
        for word in ["periode", "tahun"] {
            rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
        }
        let cut = |at: usize| rest.is_char_boundary(at).then(|| rest.split_at(at));
        let (awal, rest) = cut(4).ok_or(PeriodeError::NotTwoYears)?;
        let (between, akhir) = rest
            .len()
            .checked_sub(4)
            .filter(|at| rest.is_char_boundary(*at))
            .map(|at| rest.split_at(at))
            .ok_or(PeriodeError::NotTwoYears)?;
        let joins = matches!(
            between.trim(),
            "-" | "–"
                | "—"
                | "/"
                | "s.d."
                | "s.d"
                | "s/d"
                | "sd"
                | "sampai"
                | "sampai dengan"
                | "hingga"
        );
        let year = |text: &str| text.parse::<Tahun>().map_err(|_| PeriodeError::NotTwoYears);
        let (awal, akhir) = (year(awal)?, year(akhir)?);
        if !joins {
            return Err(PeriodeError::NotTwoYears);
        }
        Self::new(awal, akhir).ok_or(PeriodeError::Reversed { awal, akhir })
    }
}

impl fmt::Display for Periode {
    /// `2021–2026`, with an en dash.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.awal, self.akhir)
    }
}

impl Serialize for Periode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
