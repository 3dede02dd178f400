//! The part of a spreadsheet's number formats that decides which digits a
//! reader saw (ECMA-376 part 1, 18.8.31).

use rust_decimal::{Decimal, RoundingStrategy};

use super::section::section;
use crate::model::number;

/// Decimals kept where the format does not say; a number with more was
/// computed, not typed.
const FREE_DIGIT: u32 = 4;

/// Decimals beyond which a decimal cannot go.
const MAX_DIGIT: u32 = 28;

/// How a format shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// Whether it shows hundredths with a percent sign.
    pub(super) persen: bool,
    /// Decimals that are always shown, and those shown if they are not zero;
    /// `None` where the format does not speak of digits.
    digit: Option<(u32, u32)>,
}

impl NumberFormat {
    /// The section of a format code that is for this number.
    ///
    /// Scaling commas (`#,##0,` shows thousands) are left aside: the printed
    /// page must not say 12 where the cell holds 12000.
    pub(super) fn parse(code: &str, value: Decimal) -> Self {
        let section = section(code, value);
        let persen = section.contains('%');
        // An exponent shows a number in a way no page should.
        let odd = section.contains('E') || section.contains('/');
        let holder = |c: char| matches!(c, '0' | '#' | '?');
        if odd || !section.contains(holder) {
            return Self {
                persen,
                digit: None,
            };
        }
        let fraction: Vec<char> = section
            .split_once('.')
            .map(|(_, behind)| behind.chars().filter(|c| holder(*c)).collect())
            .unwrap_or_default();
        let count = |digit: usize| u32::try_from(digit).unwrap_or(MAX_DIGIT).min(MAX_DIGIT);
        let always = fraction
            .iter()
            .rposition(|c| *c == '0')
            .map_or(0, |at| at + 1);
        Self {
            persen,
            digit: Some((count(always), count(fraction.len()))),
        }
    }

    /// The number as shown, rounded half away from zero as spreadsheets do.
    pub(super) fn apply(&self, value: Decimal) -> Decimal {
        let scaled = if self.persen {
            value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value)
        } else {
            value
        };
        let digit = self.digit.map_or(FREE_DIGIT, |(_, most)| most);
        let rounded = scaled.round_dp_with_strategy(digit, RoundingStrategy::MidpointAwayFromZero);
        // Where nothing says how many digits matter, a small number is not lost.
        let lost = self.digit.is_none() && rounded.is_zero() && !scaled.is_zero();
        if lost {
            scaled.normalize()
        } else {
            rounded.normalize()
        }
    }

    /// Prints a number that [`NumberFormat::apply`] gave.
    pub(super) fn print(&self, shown: Decimal) -> String {
        match self.digit {
            Some((always, _)) if shown.scale() < always => number::print_fixed(shown, always),
            _ => number::print(shown),
        }
    }
}
