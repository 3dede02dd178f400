//! Money in rupiah, exact.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

use super::number::{self, NumberError};

/// An amount in rupiah, with sen where the office wrote them. Never a binary
/// float. Zero is an amount; a missing amount is no `Rupiah` at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rupiah(Decimal);

/// What is less than this is no amount.
const HALF_SEN: Decimal = Decimal::from_parts(5, 0, 0, false, 3);

/// Why a text is not read as an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RupiahError {
    /// It is no amount (`1,5 Milyar`, `1.23.456`, `Rp` alone).
    #[error("bukan jumlah uang")]
    NotMoney,
    /// It can be read two ways: `1.234`, `1,500`, `1.50` (which may be 1.500
    /// whose last zero a spreadsheet took away).
    #[error("dapat dibaca Rp{ribuan} atau Rp{desimal}")]
    Ambiguous {
        /// The reading with a thousands separator.
        ribuan: Rupiah,
        /// The reading with a decimal separator.
        desimal: Rupiah,
    },
}

impl Rupiah {
    /// No money, which is not the same as no entry.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// An amount from the number of a cell.
    pub fn from_decimal(value: Decimal) -> Self {
        Self(value.normalize())
    }

    /// The amount in rupiah.
    pub fn decimal(&self) -> Decimal {
        self.0
    }

    /// The amount as a number of a spreadsheet; `None` where that does not hold it exactly.
    pub fn spreadsheet_number(self) -> Option<f64> {
        /// Whole numbers up to it are exact in a double.
        const MOST: i64 = 9_007_199_254_740_991;
        let whole = self.0.is_integer().then(|| self.0.to_i64()).flatten();
        #[expect(clippy::cast_precision_loss, reason = "within what a double keeps")]
        whole
            .filter(|whole| whole.abs() <= MOST)
            .map(|whole| whole as f64)
    }

    /// Whether the amount is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether two amounts are the same but for less than half a sen: what a spreadsheet
    /// computes (`=G10*1,02`) is rounded to 15 digits, and so is the sum of it.
    pub fn agrees(self, other: Self) -> bool {
        let gap = self.0.checked_sub(other.0);
        gap.map_or(self == other, |gap| gap.abs() < HALF_SEN)
    }

    /// The sum, `None` beyond about 7.9 × 10²⁸.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, `None` beyond about 7.9 × 10²⁸.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Reads an amount from the text of a cell: `1.234.567,89`, `Rp. 1.000,-`,
    /// `(1.000)`, `1234567`, `1 234 567`, `1,234,567.00`.
    ///
    /// `1.234` alone is not guessed. It is 1234 where something else says that
    /// it is money (`Rp`, `,-`, accountants' parentheses); so is `1.000`, since
    /// nobody writes three zeros behind a decimal point.
    ///
    /// # Errors
    /// [`RupiahError`].
    pub fn parse(text: &str) -> Result<Self, RupiahError> {
        if is_column_number(text) {
            return Err(RupiahError::NotMoney);
        }
        let bare = Bare::strip(text);
        match number::unsigned(bare.number) {
            Ok(value) => {
                if let Some(ribuan) = bare.lost_zero() {
                    return Err(bare.ambiguous(ribuan, value));
                }
                Ok(bare.signed(value))
            }
            Err(NumberError::Ambiguous { ribuan, desimal }) => {
                let dot = bare.number.contains('.');
                if dot && (bare.money || bare.number.ends_with(".000")) {
                    Ok(bare.signed(ribuan))
                } else {
                    Err(bare.ambiguous(ribuan, desimal))
                }
            }
            Err(NumberError::NotNumber) => Err(RupiahError::NotMoney),
        }
    }
}

/// Whether a text is the dash with which accountants write that there is no amount, with
/// its currency: `Rp -`, `Rp. ,-`.
pub fn is_nothing(text: &str) -> bool {
    let rest = without_currency(text.trim());
    rest.is_some_and(|rest| {
        let rest = rest.trim_start_matches([',', ' ', '\u{a0}', ':']);
        !rest.is_empty()
            && rest
                .chars()
                .all(|c| matches!(c, '-' | '–' | '—' | ',' | '.'))
    })
}

/// A text without what makes its number an amount of money.
struct Bare<'a> {
    number: &'a str,
    negative: bool,
    /// Whether anything but the digits says that this is money.
    money: bool,
}

impl<'a> Bare<'a> {
    fn strip(text: &'a str) -> Self {
        // A leading apostrophe is Excel's mark for text.
        let mut bare = Self {
            number: text.trim(),
            negative: false,
            money: false,
        };
        bare.number = bare
            .number
            .strip_prefix('\'')
            .unwrap_or(bare.number)
            .trim_start();
        // Each may stand once, in any order: -Rp1.000, Rp-1.000, (Rp1.000), Rp(1.000).
        let (mut sign, mut currency) = (false, false);
        loop {
            if !sign && let Some(rest) = bare.number.strip_prefix(['-', '−']) {
                sign = true;
                bare.negative = true;
                bare.number = rest.trim_start();
            } else if !sign && let Some(rest) = parenthesised(bare.number) {
                sign = true;
                bare.negative = true;
                bare.money = true;
                bare.number = rest.trim();
            } else if !currency && let Some(rest) = without_currency(bare.number) {
                currency = true;
                bare.money = true;
                let rest = rest.trim_start();
                bare.number = rest.strip_prefix(':').unwrap_or(rest).trim_start();
            } else if !currency && let Some(rest) = currency_behind(bare.number) {
                currency = true;
                bare.money = true;
                bare.number = rest.trim_end();
            } else {
                break;
            }
        }
        for dash in [",--", ",-", ".-", ",–", ",—"] {
            if let Some(rest) = bare.number.strip_suffix(dash) {
                bare.number = rest.trim_end();
                bare.money = true;
                break;
            }
        }
        bare
    }

    fn signed(&self, value: Decimal) -> Rupiah {
        Rupiah::from_decimal(if self.negative { -value } else { value })
    }

    fn ambiguous(&self, ribuan: Decimal, desimal: Decimal) -> RupiahError {
        RupiahError::Ambiguous {
            ribuan: self.signed(ribuan),
            desimal: self.signed(desimal),
        }
    }

    /// `1.5` and `1.50` may be 1.500 after a spreadsheet took it for a decimal;
    /// that reading, if the text allows it.
    fn lost_zero(&self) -> Option<Decimal> {
        let (whole, fraction) = self.number.split_once('.')?;
        let thousands = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        let short = (1..=2).contains(&fraction.len());
        (thousands && short).then(|| number::unsigned(&format!("{whole}{fraction:0<3}")).ok())?
    }
}

/// `(7)`: the number of a column, and no accountant's -7.
fn is_column_number(text: &str) -> bool {
    parenthesised(text.trim()).is_some_and(|inner| {
        (1..=2).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit())
    })
}

fn parenthesised(text: &str) -> Option<&str> {
    text.strip_prefix('(')?.strip_suffix(')')
}

fn without_currency(text: &str) -> Option<&str> {
    ["rp.", "rp", "idr"].iter().find_map(|word| {
        let head = text.get(..word.len())?;
        head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
    })
}

/// The number of `1.234.567 rupiah`.
fn currency_behind(text: &str) -> Option<&str> {
    ["rupiah", "rp.", "rp"].iter().find_map(|word| {
        let at = text.len().checked_sub(word.len())?;
        let tail = text.get(at..)?;
        tail.eq_ignore_ascii_case(word).then(|| &text[..at])
    })
}

impl fmt::Display for Rupiah {
    /// `1.234.567`, with sen only where there are any: `1.234.567,89`. Without
    /// `Rp`, which stands in a table's heading.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sen = self
            .0
            .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        f.write_str(&number::print_fixed(
            sen,
            if sen.fract().is_zero() { 0 } else { 2 },
        ))
    }
}

impl Serialize for Rupiah {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An amount as records keep it: exact, and a text, so that no reader makes a float of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Exact(pub Rupiah);

impl TryFrom<String> for Exact {
    type Error = rust_decimal::Error;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(|value| Self(Rupiah::from_decimal(value)))
    }
}

impl From<Exact> for String {
    fn from(amount: Exact) -> Self {
        amount.0.0.normalize().to_string()
    }
}

impl Add for Rupiah {
    type Output = Self;
    /// Stays at the largest amount instead of overflowing: a workbook may hold
    /// anything, and no amount in it may stop the program.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Rupiah {
    type Output = Self;
    /// Saturates, as [`Add`] does.
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Rupiah {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Rupiah {
    fn sum<I: Iterator<Item = Self>>(amount: I) -> Self {
        amount.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Rupiah> for Rupiah {
    fn sum<I: Iterator<Item = &'a Rupiah>>(amount: I) -> Self {
        amount.copied().sum()
    }
}
