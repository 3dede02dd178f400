//! The civil servant's number.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

use super::Tanggal;

/// Length of the number.
const LENGTH: usize = 18;

/// Nomor Induk Pegawai (Peraturan Kepala BKN 22/2007): date of birth, month of
/// appointment, sex, sequence. Civil servants by contract have the year and
/// level of their contract instead of the month, which is why a month above 12
/// is accepted for them (`21`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip(String);

/// Why a text is no NIP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NipError {
    /// Something else than digits and blanks.
    #[error("NIP hanya berisi angka")]
    NotDigits,
    /// Not 18 digits.
    #[error("NIP terdiri atas 18 angka, bukan {0}")]
    Length(usize),
    /// The first eight digits are no date.
    #[error("delapan angka pertama NIP bukan tanggal lahir (tahun, bulan, hari)")]
    Birth,
    /// Digits 9 to 14 are no month of appointment.
    #[error("angka ke-9 sampai ke-14 NIP bukan tahun dan bulan pengangkatan")]
    Appointment,
    /// Digit 15 is neither 1 nor 2.
    #[error("angka ke-15 NIP harus 1 (pria) atau 2 (wanita)")]
    Sex,
}

impl Nip {
    /// The 18 digits without blanks.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl FromStr for Nip {
    type Err = NipError;

    /// Reads 18 digits, with or without blanks, dots, or `NIP.` before them.
    fn from_str(text: &str) -> Result<Self, NipError> {
        let text = text.trim();
        let bare = match text.get(..3) {
            Some(head) if head.eq_ignore_ascii_case("nip") => &text[3..],
            _ => text,
        };
        let digits: String = bare
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | ':'))
            .collect();
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NipError::NotDigits);
        }
        if digits.len() != LENGTH {
            return Err(NipError::Length(digits.len()));
        }
        let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u16>().ok();
        let small = |from: usize| part(from, from + 2).and_then(|n| u8::try_from(n).ok());
        let birth = (|| Tanggal::new(small(6)?, small(4)?, part(0, 4)?))();
        let (Some(birth), Some(year), Some(month)) = (birth, part(8, 12), part(12, 14)) else {
            return Err(NipError::Birth);
        };
        let grown = (birth.tahun() + 15..=2199).contains(&year);
        if !grown || !matches!(month, 1..=12 | 21..=22) {
            return Err(NipError::Appointment);
        }
        if !matches!(part(14, 15), Some(1 | 2)) {
            return Err(NipError::Sex);
        }
        Ok(Self(digits))
    }
}

impl fmt::Display for Nip {
    /// `19700101 199503 1 001`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (birth, rest) = self.0.split_at(8);
        let (appointment, rest) = rest.split_at(6);
        let (sex, sequence) = rest.split_at(1);
        write!(f, "{birth} {appointment} {sex} {sequence}")
    }
}

impl Serialize for Nip {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
