//! Binary floats to exact decimals.

use rust_decimal::Decimal;

use super::format::Format;
use super::{Date, Value};

impl Value {
    /// What a stored number means under its format: a date, a number, or where no
    /// decimal holds it, its digits as text.
    pub(super) fn from_number(number: f64, format: &Format, is_1904: bool) -> Self {
        if format.date
            && let Some(date) = Date::from_serial(number, is_1904)
        {
            return Self::Date(date);
        }
        let exact = decimal(number).filter(|exact| exact.abs() < LARGEST);
        exact.map_or_else(|| Self::Text(too_large(number)), Self::Number)
    }
}

/// The first number of 19 digits, 10¹⁸. No plan needs it; what is below can be
/// added up half a million times without leaving the range of a [`Decimal`].
const LARGEST: Decimal = Decimal::from_parts(0xA764_0000, 0x0DE0_B6B3, 0, false, 0);

/// Integers below this are exact in a float and have at most 15 digits.
const EXACT: f64 = 1e15;

/// The decimal that a spreadsheet shows for a stored float.
///
/// The float is rounded to 15 significant digits, which is what Excel keeps and
/// shows: `0.28999999999999998` is `0.29` and `1.1` is `1.1`, not
/// `1.100000000000000088…`. Integers of up to 15 digits are exact. Beyond 28
/// decimals, the most a [`Decimal`] has, digits are rounded off, so that dust
/// such as 10⁻³⁰ is zero. Trailing zeros are not kept.
///
/// `None` for infinities, NaN and numbers from about 7.9 × 10²⁸ on, which no
/// [`Decimal`] holds.
fn decimal(number: f64) -> Option<Decimal> {
    if !number.is_finite() {
        return None;
    }
    if number.fract() == 0.0 && number.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "an integer below 10^15")]
        return Some(Decimal::from(number as i64));
    }
    if let Some(short) = short_decimal(number) {
        return Some(short);
    }
    // `-1.23456789012345e-7`: the only form in which 14 decimals are 15 significant digits.
    let shown = format!("{number:.14e}");
    let (mantissa, exponent) = shown.split_once('e')?;
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let digits: i128 = digits.parse().ok()?;
    let scale = 14 - exponent.parse::<i32>().ok()?;
    at_scale(digits, scale).map(|exact| exact.normalize())
}

/// The decimal of a float with few decimals, as nearly all are, without a way
/// through text. If an integer of at most 15 digits, divided by a power of ten,
/// is this very float, then no other decimal of 15 digits is.
fn short_decimal(number: f64) -> Option<Decimal> {
    let mut power = 1.0;
    for scale in 1..=6 {
        power *= 10.0;
        let digits = (number * power).round();
        if digits.abs() >= EXACT {
            return None;
        }
        #[expect(
            clippy::float_cmp,
            reason = "the very same float is what is looked for"
        )]
        if digits / power == number {
            #[expect(clippy::cast_possible_truncation, reason = "an integer below 10^15")]
            return Some(Decimal::new(digits as i64, scale));
        }
    }
    None
}

/// `digits` × 10^-`scale`.
fn at_scale(digits: i128, scale: i32) -> Option<Decimal> {
    let Ok(scale) = u32::try_from(scale) else {
        let factor = 10_i128.checked_pow(scale.unsigned_abs())?;
        return Decimal::try_from_i128_with_scale(digits.checked_mul(factor)?, 0).ok();
    };
    let Some(excess) = scale
        .checked_sub(Decimal::MAX_SCALE)
        .filter(|more| *more > 0)
    else {
        return Decimal::try_from_i128_with_scale(digits, scale).ok();
    };
    // Half away from zero, as Excel rounds.
    let rounded = 10_i128.checked_pow(excess).map_or(0, |divisor| {
        (digits + digits.signum() * divisor / 2) / divisor
    });
    Decimal::try_from_i128_with_scale(rounded, Decimal::MAX_SCALE).ok()
}

/// The text for a number that is no decimal: `1E+30`.
fn too_large(number: f64) -> String {
    let shown = format!("{number:E}");
    match shown.split_once('E') {
        Some((mantissa, exponent)) if !exponent.starts_with('-') => {
            format!("{mantissa}E+{exponent}")
        }
        _ => shown,
    }
}
