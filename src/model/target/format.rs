//! The part of a spreadsheet's number formats that decides which digits a
//! reader saw (ECMA-376 part 1, 18.8.31).

use rust_decimal::{Decimal, RoundingStrategy};

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

/// A section of a format code: its digits and signs, and the words around them.
#[derive(Debug, Default)]
struct Section {
    /// Without quoted words, escaped characters and bracketed colours.
    code: String,
    before: String,
    behind: String,
    /// Whether it is the one of negative numbers, which says their sign in its own way.
    is_negative: bool,
}

impl Section {
    fn has_digits(&self) -> bool {
        self.code.contains(['0', '#', '?'])
    }

    fn write(&mut self, literal: char) {
        if self.code.contains(['0', '#', '?', 'G']) {
            self.behind.push(literal);
        } else {
            self.before.push(literal);
        }
    }
}

/// The section for positive, negative or zero numbers, without quoted words,
/// escaped characters and bracketed colours.
pub(super) fn section(code: &str, value: Decimal) -> String {
    choose(code, value).code
}

/// The words of the format that change what the number says, before and behind it:
/// `≥ ` before 90, ` (B)` behind 65, `1:` before 50. A unit behind the number (`0" bln"`)
/// and the currency before it do not: the column satuan says them.
pub(super) fn words(code: &str, value: Decimal) -> (String, String) {
    if !code.contains(['"', '\\', '≥', '≤', '<', '>', '±', '~']) {
        return <(String, String)>::default();
    }
    let section = choose(code, value);
    let says_number = section.has_digits() || section.code.contains("General");
    // The number is printed with its sign, so the brackets of accountants say nothing more.
    if section.is_negative || !says_number {
        return <(String, String)>::default();
    }
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '≥' | '≤' | '<' | '>' | '±' | '%' | '(');
    let is_currency = matches!(
        section.before.trim().trim_end_matches('.'),
        "Rp" | "rp" | "RP" | "IDR"
    );
    let says = |c: char| sign(c) || c.is_alphabetic() || matches!(c, '~' | '=' | ':');
    let before = section.before.trim_start();
    let before = if before.contains(says) && !is_currency {
        before
    } else {
        ""
    };
    let behind = section.behind.trim_end();
    let behind = match behind.trim_start() {
        "%" => "%",
        // What is opened is closed.
        closed if closed.contains(sign) || before.contains('(') => behind,
        _ => "",
    };
    (before.to_owned(), behind.to_owned())
}

fn choose(code: &str, value: Decimal) -> Section {
    let mut list = vec![Section::default()];
    let mut signs = code.chars();
    while let Some(c) = signs.next() {
        let Some(section) = list.last_mut() else {
            break;
        };
        match c {
            '"' => signs
                .by_ref()
                .take_while(|c| *c != '"')
                .for_each(|c| section.write(c)),
            '[' => signs.by_ref().take_while(|c| *c != ']').for_each(drop),
            '\\' => signs.by_ref().take(1).for_each(|c| section.write(c)),
            // A blank as wide as the next character, or a filler.
            '_' | '*' => drop(signs.next()),
            ';' => list.push(Section::default()),
            '≥' | '≤' | '<' | '>' | '±' | '~' => section.write(c),
            other => section.code.push(other),
        }
    }
    let wanted = match list.len() {
        1 => 0,
        _ if value.is_sign_negative() && !value.is_zero() => 1,
        2 => 0,
        _ => usize::from(value.is_zero()) * 2,
    };
    // A zero section of words only ("-") still means the number zero.
    let wanted = match list.get(wanted) {
        Some(section) if section.has_digits() => wanted,
        _ => 0,
    };
    let mut section = list.swap_remove(wanted);
    section.is_negative = wanted == 1;
    section
}
