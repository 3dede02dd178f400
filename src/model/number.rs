//! Numbers as Indonesians write them: `1.234.567,89`. Exact decimals only.

use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

/// Decimals beyond which a decimal cannot go.
const MAX_DIGIT: u32 = 28;

/// Why a text is not read as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NumberError {
    /// It is no number.
    #[error("bukan angka")]
    NotNumber,
    /// `1.234` or `1,234`: the separator may part thousands or decimals.
    #[error("dapat dibaca {} atau {}", print(*.ribuan), print(*.desimal))]
    Ambiguous {
        /// The reading with a thousands separator, 1234.
        ribuan: Decimal,
        /// The reading with a decimal separator, 1.234.
        desimal: Decimal,
    },
}

/// Reads a number in the Indonesian (`1.234,5`), the plain (`1234.5`, `98.5`)
/// or, where it cannot be mistaken, the foreign style (`1,234.5`). Thousands may
/// also be parted by blanks. A sign is `-` or `−`.
///
/// # Errors
/// [`NumberError::Ambiguous`] for a single separator before exactly three
/// digits, unless a zero stands before it (`0,818`); else
/// [`NumberError::NotNumber`].
pub fn parse(text: &str) -> Result<Decimal, NumberError> {
    let text = text.trim();
    let (negative, size) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let sign = |value: Decimal| if negative { -value } else { value };
    match unsigned(size) {
        Ok(value) => Ok(sign(value)),
        Err(NumberError::Ambiguous { ribuan, desimal }) => Err(NumberError::Ambiguous {
            ribuan: sign(ribuan),
            desimal: sign(desimal),
        }),
        Err(why) => Err(why),
    }
}

/// A number without a sign; see [`parse`].
pub(super) fn unsigned(text: &str) -> Result<Decimal, NumberError> {
    let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(NumberError::NotNumber);
    }
    // The decimal separator is the last one, if it stands alone of its kind.
    let last = text.rfind(['.', ',']);
    let Some((at, separator)) = last.and_then(|at| Some((at, text[at..].chars().next()?))) else {
        return whole(text, blank).and_then(|digits| decimal(&digits, ""));
    };
    let (left, right) = (&text[..at], &text[at + 1..]);
    let other = if separator == '.' { ',' } else { '.' };
    if left.contains(separator) {
        // 1.234.567: all of them part thousands, and nothing else may stand there.
        return whole(text, |c| c == separator).and_then(|digits| decimal(&digits, ""));
    }
    if left.contains(other) {
        return whole(left, |c| c == other).and_then(|digits| decimal(&digits, right));
    }
    let digits = whole(left, blank)?;
    if right.len() == 3 && left.len() <= 3 && !left.starts_with('0') {
        return Err(NumberError::Ambiguous {
            ribuan: decimal(&format!("{digits}{right}"), "")?,
            desimal: decimal(&digits, right)?,
        });
    }
    decimal(&digits, right)
}

/// The digits of a whole number whose thousands are parted by `separator` or not at all.
fn whole(text: &str, separator: impl Fn(char) -> bool) -> Result<String, NumberError> {
    let group: Vec<&str> = text.split(separator).collect();
    let good = match group.as_slice() {
        [] => false,
        [only] => !only.is_empty(),
        [first, rest @ ..] => {
            (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3)
        }
    };
    let digits = group.concat();
    if good && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err(NumberError::NotNumber)
    }
}

/// Most digits before the comma: what can be added up without end.
const MOST_DIGITS: usize = 18;

fn decimal(whole: &str, fraction: &str) -> Result<Decimal, NumberError> {
    if whole.trim_start_matches('0').len() > MOST_DIGITS {
        return Err(NumberError::NotNumber);
    }
    let plain = match fraction {
        "" => whole.to_owned(),
        digits if digits.bytes().all(|b| b.is_ascii_digit()) => format!("{whole}.{digits}"),
        _ => return Err(NumberError::NotNumber),
    };
    Decimal::from_str_exact(&plain).map_err(|_| NumberError::NotNumber)
}

/// Prints with thousands dots and as many decimals as the number has: `1.234,5`.
pub fn print(value: Decimal) -> String {
    grouped(&value.normalize().to_string())
}

/// Prints with exactly `digit` decimals, half rounded away from zero as offices
/// round: `1.234,50`.
pub fn print_fixed(value: Decimal, digit: u32) -> String {
    let digit = digit.min(MAX_DIGIT);
    let rounded = value.round_dp_with_strategy(digit, RoundingStrategy::MidpointAwayFromZero);
    grouped(&format!(
        "{rounded:.precision$}",
        precision = digit as usize
    ))
}

/// Prints with at most `digit` decimals, rounded as [`print_fixed`] does: `66,67`
/// for two thirds of 100, `50` for a half.
pub fn print_up_to(value: Decimal, digit: u32) -> String {
    print(value.round_dp_with_strategy(digit, RoundingStrategy::MidpointAwayFromZero))
}

/// Prints with a decimal comma and without thousands dots, for numbers that
/// count nothing (years, house numbers): `2021`, `12,5`.
pub fn print_plain(value: Decimal) -> String {
    positive_zero(&value.normalize().to_string()).replace('.', ",")
}

/// `-1234.5` to `-1.234,5`.
fn grouped(plain: &str) -> String {
    let plain = positive_zero(plain);
    let (sign, size) = plain
        .strip_prefix('-')
        .map_or(("", plain), |size| ("-", size));
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

/// Zero has no sign, also where rounding made it.
fn positive_zero(plain: &str) -> &str {
    match plain.strip_prefix('-') {
        Some(size) if size.bytes().all(|b| matches!(b, b'0' | b'.')) => size,
        _ => plain,
    }
}
