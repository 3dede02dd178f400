//! When a text on a page says what a cell says.

use rust_decimal::Decimal;

use crate::model::number::{self, NumberError};
use crate::model::rupiah::RupiahError;
use crate::model::{Rupiah, Tanggal, target};
use crate::workbook::{Cell, Value};

/// Most decimals to which a number is rounded in print.
const MAX_DIGIT: u32 = 4;
/// Digits from which on a number is not found by chance.
const MONEY: u32 = 10_000;
/// Longest label of a statement, in characters.
const LABEL: usize = 16;
/// Letters from which on a text outside of tables is looked for.
pub(super) const SHORTEST: usize = 3;
/// Letters from which on a text may be a part of a longer one.
const WORD: usize = 4;

/// What a cell says, in the forms in which it may be printed.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    /// Texts, without blanks, hyphens and case; the first is the cell's own.
    pub(super) texts: Vec<String>,
    /// The numbers that it may be.
    pub(super) numbers: Vec<Decimal>,
    /// The text as it stands; empty for what is no text.
    pub(super) raw: String,
}

/// What stands in one place of the document.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// Without blanks, hyphens and case.
    pub(super) text: String,
    /// The numbers that it may be.
    pub(super) numbers: Vec<Decimal>,
}

impl Typed {
    pub(super) fn new(cell: &Cell) -> Self {
        match &cell.value {
            Value::Text(text) => Self {
                texts: [text.as_str()]
                    .into_iter()
                    .chain(unlabelled(text))
                    .map(squash)
                    .collect(),
                numbers: numbers(text),
                raw: text.clone(),
            },
            Value::Number(number) => {
                let mut typed = Self::of_number(*number, cell.format.as_deref());
                // A fraction stands as its format shows it.
                if cell.format.is_some() {
                    typed.texts.push(squash(&crate::sheets::shown(cell)));
                }
                typed
            }
            Value::Bool(yes) => Self::of_texts([if *yes { "ya" } else { "tidak" }.to_owned()]),
            Value::Date(date) => {
                let long =
                    Tanggal::new(date.day, date.month, u16::try_from(date.year).unwrap_or(0));
                Self::of_texts(
                    [format!("{:02}{:02}{:04}", date.day, date.month, date.year)]
                        .into_iter()
                        .chain(long.map(|long| squash(&long.to_string()))),
                )
            }
            Value::Error(_) | Value::NoResult => Self::default(),
        }
    }

    /// The same cell, as it is read: a finding says that it means another value.
    pub(super) fn read_as(mut self, value: &Value, cell: &Cell) -> Self {
        let read = Self::new(&Cell {
            value: value.clone(),
            format: cell.format.clone(),
        });
        // What is printed is the amount that is meant, and not the figure as typed.
        if !read.numbers.is_empty() {
            self.numbers = read.numbers;
        }
        self.texts.extend(read.texts);
        self
    }

    fn of_texts(texts: impl IntoIterator<Item = String>) -> Self {
        Self {
            texts: texts.into_iter().collect(),
            ..Self::default()
        }
    }

    fn of_number(number: Decimal, format: Option<&str>) -> Self {
        let mut numbers = vec![number];
        if format.is_some_and(|format| format.contains('%'))
            && let Some(percent) = number.checked_mul(Decimal::ONE_HUNDRED)
        {
            numbers.push(percent);
        }
        for number in numbers.clone() {
            if number.fract().is_zero() {
                continue;
            }
            let rounded = |digit| number::print_up_to(number, digit);
            numbers.extend((0..=MAX_DIGIT).flat_map(|digit| self::numbers(&rounded(digit))));
        }
        Self {
            texts: vec![squash(&number::print_plain(number))],
            numbers,
            raw: String::new(),
        }
    }

    /// The same cell as a part of a kode that stands in several; as it is where it has
    /// no part in it.
    pub(super) fn in_kode(self, kode: &str) -> Self {
        // A part that Excel took for a number has a comma.
        let own = self
            .texts
            .first()
            .map_or("", String::as_str)
            .replace(',', ".");
        let own = own.trim_start_matches('0');
        let is_part = |part: &str| part.trim_start_matches('0') == own;
        let parts = kode.split('.').any(is_part) || (own.contains('.') && kode.contains(own));
        if own.is_empty() || !parts {
            return self;
        }
        Self::of_texts([kode.to_owned()])
    }

    /// Whether there is nothing to look for: dashes, `n/a`, signs alone.
    pub(super) fn is_blank(&self) -> bool {
        self.numbers.is_empty()
            && !self.raw.is_empty()
            && (target::is_missing(&self.raw) || !self.raw.chars().any(says))
    }

    /// Whether it is an amount rather than a small number.
    pub(super) fn is_money(&self) -> bool {
        self.numbers
            .iter()
            .any(|number| number.abs() >= Decimal::from(MONEY))
    }

    /// Length of its text.
    pub(super) fn len(&self) -> usize {
        self.texts.first().map_or(0, String::len)
    }

    /// Whether the whole of `shown` says it.
    pub(super) fn is_same(&self, shown: &Shown) -> bool {
        let texts = self.texts.iter();
        texts
            .clone()
            .any(|text| !text.is_empty() && bare(text) == bare(&shown.text))
            || self
                .numbers
                .iter()
                .any(|number| shown.numbers.contains(number))
    }

    /// Whether `shown` says it among other things, such as `indikator (satuan)`.
    pub(super) fn is_part(&self, shown: &str) -> bool {
        let mut texts = self.texts.iter().filter(|text| !text.is_empty());
        texts.any(|text| {
            if text.len() >= WORD && self.numbers.is_empty() {
                return is_within(text, shown);
            }
            in_parentheses(text, shown)
        })
    }

    /// Where `shown` says it, if it does.
    pub(super) fn side(&self, shown: &Shown) -> Option<Side> {
        if self.is_same(shown) {
            return Some(Side::Front);
        }
        let mut texts = self.texts.iter().filter(|text| !text.is_empty());
        self.is_part(&shown.text).then(|| {
            if texts.any(|text| in_parentheses(text, &shown.text)) {
                Side::Parentheses
            } else {
                Side::Front
            }
        })
    }

    /// Whether all of it is said by several texts together.
    pub(super) fn is_covered<'a>(&self, shown: impl IntoIterator<Item = &'a Shown>) -> bool {
        let Some(mut rest) = self.texts.first().cloned() else {
            return false;
        };
        for shown in shown {
            let text = bare(&shown.text);
            if let Some(at) = rest.find(text).filter(|_| !text.is_empty()) {
                rest.replace_range(at..at + text.len(), "\u{1}");
            }
        }
        !rest.chars().any(char::is_alphanumeric)
    }
}

/// Which part of a text says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Side {
    /// The text itself.
    Front,
    /// What stands in parentheses behind it, as the unit of an indicator.
    Parentheses,
}

fn in_parentheses(text: &str, shown: &str) -> bool {
    // Nearly all that is asked for is no part of a cell, and most cells are shorter.
    if shown.len() < text.len() + 2 || !shown.contains('(') {
        return false;
    }
    let mut at = shown.match_indices(text);
    at.any(|(at, _)| shown[..at].ends_with('(') && shown[at + text.len()..].starts_with(')'))
}

/// Whether a text stands in another one; a kode is no part of the longer ones below it.
fn is_within(text: &str, shown: &str) -> bool {
    if text.len() > shown.len() {
        return false;
    }
    let of_kode = |c: char| c.is_ascii_digit() || c == '.';
    if !text.chars().all(of_kode) {
        return shown.contains(text);
    }
    let mut at = shown.match_indices(text);
    at.any(|(at, _)| {
        !shown[..at].ends_with(of_kode) && !shown[at + text.len()..].starts_with(of_kode)
    })
}

impl Shown {
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: squash(text),
            numbers: numbers(text),
        }
    }
}

/// Whether a character says something; a percent sign is a unit.
fn says(c: char) -> bool {
    c.is_alphanumeric() || c == '%'
}

/// A statement without its label (`Sasaran 1: …`, `VISI : …`) or number: the
/// document has its own.
fn unlabelled(text: &str) -> Option<&str> {
    let text = text.trim_start();
    if let Some((label, rest)) = text.split_once(':')
        && label.chars().count() <= LABEL
    {
        return Some(rest);
    }
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let rest = text.trim_start_matches(number);
    (rest.len() < text.len() && rest.starts_with(' ')).then_some(rest)
}

/// Without the points at its ends, which a kode may have or not.
fn bare(text: &str) -> &str {
    text.trim_matches('.')
}

/// A text without case, blanks, hyphens and bullets: what breaking lines and
/// joining them may change.
pub(super) fn squash(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '-'
            | '‐'
            | '‑'
            | '–'
            | '—'
            | '−'
            | '•'
            | '●'
            | '▪'
            | '\u{ad}'
            | '\u{f0b7}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'
            | '\u{feff}' => {}
            '“' | '”' | '‘' | '’' | '`' | '"' => out.push('\''),
            c if c.is_whitespace() => {}
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// The numbers that a text may be: `Rp1.000,-`, `85 %`, `(1.000)`, `98.5`.
pub(super) fn numbers(text: &str) -> Vec<Decimal> {
    let mut found = figures(text);
    // An amount is read as the model reads it, with its currency and its signs.
    let amounts = match Rupiah::parse(text) {
        Ok(amount) => vec![amount],
        Err(RupiahError::Ambiguous { ribuan, desimal }) => vec![ribuan, desimal],
        Err(RupiahError::NotMoney) => Vec::new(),
    };
    for amount in amounts.iter().map(Rupiah::decimal) {
        if !found.contains(&amount) {
            found.push(amount);
        }
    }
    found
}

/// The number that a text is, a share in brackets or percent included.
fn figures(text: &str) -> Vec<Decimal> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let (negative, text) = match text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) => (true, inner.trim()),
        None => (false, text),
    };
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−')) {
        return Vec::new();
    }
    let found = match number::parse(text) {
        Ok(number) => vec![number],
        Err(NumberError::Ambiguous { ribuan, desimal }) => vec![ribuan, desimal],
        Err(NumberError::NotNumber) => Vec::new(),
    };
    found
        .into_iter()
        .map(|number| if negative { -number } else { number })
        .collect()
}
