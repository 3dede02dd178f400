//! Seconds since 1970 as a date.

use typst::foundations::Datetime;

const SECONDS_A_DAY: i64 = 86_400;
/// Days from 1 March of the year 0 to 1 January 1970.
const EPOCH: i64 = 719_468;
/// Days in 400 years of the Gregorian calendar.
const DAYS_AN_ERA: i64 = 146_097;

/// The moment in UTC, or `None` outside the years 0 to 9999, which PDF cannot
/// write.
pub(super) fn from_unix(unix: i64) -> Option<Datetime> {
    let (year, month, day) = civil(unix.div_euclid(SECONDS_A_DAY))?;
    let second = unix.rem_euclid(SECONDS_A_DAY);
    let part = |value: i64| u8::try_from(value).ok();
    Datetime::from_ymd_hms(
        i32::try_from(year)
            .ok()
            .filter(|year| (0..=9999).contains(year))?,
        part(month)?,
        part(day)?,
        part(second / 3600)?,
        part(second / 60 % 60)?,
        part(second % 60)?,
    )
}

/// Year, month and day of a day counted from 1970-01-01.
///
/// Counts from March, so that the leap day is the last of its year and months
/// have a regular length (153 days in five of them).
fn civil(day: i64) -> Option<(i64, i64, i64)> {
    let day = day.checked_add(EPOCH)?;
    let era = day.div_euclid(DAYS_AN_ERA);
    let day = day.rem_euclid(DAYS_AN_ERA);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    Some((era * 400 + year + i64::from(month <= 2), month, day))
}
