//! A date, as a signature block prints it.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// Names of the months.
const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// A day of the calendar that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tanggal {
    // In this order, so that the derived order is the calendar's.
    tahun: u16,
    bulan: u8,
    hari: u8,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TanggalError {
    /// It has not the form of a date.
    #[error("tanggal ditulis seperti 20 September 2021 atau 20-09-2021")]
    NotDate,
    /// The calendar has no such day (30 February).
    #[error("tanggal itu tidak ada dalam kalender")]
    NoSuchDay,
}

impl Tanggal {
    /// The date, `None` if there is no such day in the years 1900 to 2199.
    pub fn new(hari: u8, bulan: u8, tahun: u16) -> Option<Self> {
        let leap =
            tahun.is_multiple_of(4) && (!tahun.is_multiple_of(100) || tahun.is_multiple_of(400));
        let length = match bulan {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        let exists = (1900..=2199).contains(&tahun) && (1..=length).contains(&hari);
        exists.then_some(Self { tahun, bulan, hari })
    }

    /// The date of a date cell, by the fields of [`crate::workbook::Date`].
    pub fn from_date(year: i32, month: u8, day: u8) -> Option<Self> {
        Self::new(day, month, u16::try_from(year).ok()?)
    }

    /// The date of a spreadsheet's day number, which counts from 30 December 1899: what
    /// a date cell shows under the General format. Only of the years 2000 to 2099.
    pub fn from_serial(serial: u32) -> Option<Self> {
        // Days from 1 March 2000, so that the leap day is the last of its year.
        let mut day = serial.checked_sub(36_586)?;
        let mut year: u16 = 2000;
        loop {
            let leap = (year + 1).is_multiple_of(4);
            let length = if leap { 366 } else { 365 };
            if day < length {
                break;
            }
            day -= length;
            year += 1;
            if year > 2099 {
                return None;
            }
        }
        let mut month: u8 = 3;
        for length in [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29] {
            if day < length {
                break;
            }
            day -= length;
            month += 1;
        }
        let (month, year) = if month > 12 {
            (month - 12, year + 1)
        } else {
            (month, year)
        };
        Self::new(u8::try_from(day + 1).ok()?, month, year)
    }

    /// Day of the month, from 1.
    pub fn hari(self) -> u8 {
        self.hari
    }

    /// Month, 1 to 12.
    pub fn bulan(self) -> u8 {
        self.bulan
    }

    /// Calendar year.
    pub fn tahun(self) -> u16 {
        self.tahun
    }
}

impl Tanggal {
    /// Midnight of the day in UTC, in seconds since 1970.
    pub fn unix(self) -> i64 {
        // Days from civil date, proleptic Gregorian: years begin in March, so
        // that the leap day is the last of its year.
        let (year, month) = (i64::from(self.tahun), i64::from(self.bulan));
        let year = if month <= 2 { year - 1 } else { year };
        let month_from_march = (month + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(self.hari) - 1;
        let days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468;
        days * 86_400
    }
}

impl FromStr for Tanggal {
    type Err = TanggalError;

    /// Reads `20 September 2021`, `20-09-2021`, `20/09/2021`, `20.09.2021` and
    /// ISO `2021-09-20`. Day before month, always: this is no American country.
    fn from_str(text: &str) -> Result<Self, TanggalError> {
        let part: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | '–'))
            .filter(|part| !part.is_empty())
            .collect();
        let [first, month, last] = part.as_slice() else {
            return Err(TanggalError::NotDate);
        };
        let (day, year) = if first.len() == 4 {
            (last, first)
        } else {
            (first, last)
        };
        if year.len() != 4 || day.len() > 2 {
            return Err(TanggalError::NotDate);
        }
        let bulan = month_number(month).ok_or(TanggalError::NotDate)?;
        let hari = day.parse().map_err(|_| TanggalError::NotDate)?;
        let tahun = year.parse().map_err(|_| TanggalError::NotDate)?;
        Self::new(hari, bulan, tahun).ok_or(TanggalError::NoSuchDay)
    }
}

/// `September`, `september`, `Sept`, `9`, `09` to 9. Old and short spellings that offices use.
fn month_number(text: &str) -> Option<u8> {
    if text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    let word = text.to_lowercase();
    let word = match word.as_str() {
        "pebruari" => "februari",
        "nopember" => "november",
        "agt" | "ags" => "agustus",
        other => other,
    };
    let at = BULAN.iter().position(|name| {
        let name = name.to_lowercase();
        name == word || (word.len() >= 3 && word.len() <= 4 && name.starts_with(word))
    })?;
    u8::try_from(at + 1).ok()
}

impl fmt::Display for Tanggal {
    /// `20 September 2021`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = usize::from(self.bulan)
            .checked_sub(1)
            .and_then(|at| BULAN.get(at));
        write!(f, "{} {} {}", self.hari, name.unwrap_or(&""), self.tahun)
    }
}

impl Serialize for Tanggal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
