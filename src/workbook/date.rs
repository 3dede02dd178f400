//! Dates: serial numbers of Excel, ISO forms of `OpenDocument`.

use super::Date;

const DAY: f64 = 86_400.0;
/// Days from 1 January 1970 back to 30 December 1899, from which the serial
/// numbers count once the calendar has its 29 February 1900.
const EPOCH_1900: i64 = -25_569;
/// Days from the epoch of the 1900 system to that of the 1904 one.
const DAYS_1904: f64 = 1_462.0;
/// The first serial number after 31 December 9999.
const END: f64 = 2_958_466.0;

impl Date {
    /// The date of an Excel serial number: days, the time as a fraction, rounded
    /// to the second. `None` outside of Excel's calendar (negative, after 9999).
    ///
    /// Excel counts a 29 February 1900 that never was; that day is given as the 28th.
    pub(super) fn from_serial(serial: f64, is_1904: bool) -> Option<Self> {
        // Below one day the number is a time, whatever day the calendar begins with.
        let serial = if is_1904 && serial >= 1.0 {
            serial + DAYS_1904
        } else {
            serial
        };
        if !(0.0..END).contains(&serial) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "below 3 million days in seconds"
        )]
        let seconds = (serial * DAY).round() as i64;
        let days = seconds / 86_400;
        let second = u32::try_from(seconds % 86_400).ok()?;
        let days = if days < 60 { days + 1 } else { days };
        Some(Self::from_days(EPOCH_1900 + days, second))
    }

    /// The date that `days` days after 1 January 1970 is, after the civil-calendar
    /// algorithm of Howard Hinnant: years begin in March, so that the leap day is the last.
    fn from_days(days: i64, second: u32) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 {
            march_month + 3
        } else {
            march_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
            second,
        }
    }

    /// The date of `2025-01-02`, `2025-01-02T13:30:00` or `13:30:00`. Fractions of
    /// a second and zones are ignored. `None` for anything else.
    pub(super) fn from_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, time),
            None if text.contains(':') => ("1899-12-31", text),
            None => (text, ""),
        };
        let mut part = date.splitn(3, '-');
        let year = part.next()?.parse().ok()?;
        let month = part.next()?.parse().ok().filter(|n| (1..=12).contains(n))?;
        let day = part.next()?.parse().ok().filter(|n| (1..=31).contains(n))?;
        let mut second = 0;
        for (part, unit) in time.split(':').zip([3_600, 60, 1]) {
            let digits = part.get(..2).unwrap_or("");
            second += digits.parse::<u32>().unwrap_or(0) * unit;
        }
        Some(Self {
            year,
            month,
            day,
            second: second.min(86_399),
        })
    }

    /// The time of an ISO duration, `PT01H02M00S`, on the day before the calendar
    /// begins; hours beyond a day run into the calendar. `None` for anything else.
    pub(super) fn from_duration(text: &str) -> Option<Self> {
        let mut serial = 0.0;
        let mut number = String::new();
        for c in text.trim().strip_prefix("PT")?.chars() {
            let unit = match c {
                'H' => 3_600.0,
                'M' => 60.0,
                'S' => 1.0,
                _ => {
                    number.push(c);
                    continue;
                }
            };
            serial += number.replace(',', ".").parse::<f64>().ok()? * unit / DAY;
            number.clear();
        }
        Self::from_serial(serial, false)
    }

    /// Whether only a time was entered, no date.
    pub fn is_time(&self) -> bool {
        (self.year, self.month, self.day) == (1899, 12, 31)
    }
}
