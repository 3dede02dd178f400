//! A target or achievement: kept as its author saw it, read as a number where it is one.

mod format;
mod fraction;
mod section;

use std::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::number::{self, NumberError};
use format::NumberFormat;

/// A target or an achievement. What is printed is what was typed: `WTP`,
/// `B (65,5)`, `≥ 90`, `80-85`, `85%`. Missing is no `Target` at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    teks: String,
    isi: Reading,
    persen: bool,
}

/// What the text says as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reading {
    One(Decimal),
    Range(Range),
    /// `1.234`: thousand or decimal, nobody knows.
    Ambiguous,
    Words,
}

/// A target between two numbers, `80-85`. Falling ranges (`0,28-0,27`) are
/// ordered here and printed as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The smaller number.
    pub lower: Decimal,
    /// The larger number.
    pub upper: Decimal,
}

impl Target {
    /// A target from the text of a cell, kept verbatim but for blanks around it.
    pub fn parse(text: &str) -> Self {
        let teks = text.trim().to_owned();
        let (number, persen) = without_percent(&teks);
        let isi = match number::parse(number) {
            Ok(value) => Reading::One(value),
            Err(NumberError::Ambiguous { .. }) => Reading::Ambiguous,
            Err(NumberError::NotNumber) => range(&teks).map_or(Reading::Words, Reading::Range),
        };
        let persen = persen && !matches!(isi, Reading::Words);
        Self { teks, isi, persen }
    }

    /// A target from the number of a cell, printed in the Indonesian style as
    /// its number format shows it: 0.85 under `0%` is `85%`, 0.875 under `0.0%`
    /// is `87,5%`, 97.5 under `0.00` is `97,50`, 1.25 under `# ?/?` is `1 1/4`.
    ///
    /// Without a format, or under one that says nothing of digits (`General`,
    /// `@`), thousands get a dot and more than four decimals, which nobody
    /// typed, are rounded. The number that later stages compute with is the
    /// printed one, so that a page's figures agree with each other. A unit in
    /// the format (`#,##0" bln"`) is not printed: the column satuan says it. What else
    /// it says is: 90 under `"≥ "0` is `≥ 90`.
    pub fn from_decimal(value: Decimal, format: Option<&str>) -> Self {
        if let Some(teks) = Self::fraction(value, format) {
            return Self {
                teks,
                isi: Reading::One(value),
                persen: false,
            };
        }
        let code = format.unwrap_or_default();
        let format = NumberFormat::parse(code, value);
        let shown = format.apply(value);
        let mut teks = format.print(shown);
        if format.persen {
            teks.push('%');
        }
        let (before, behind) = section::words(code, value);
        if !before.is_empty() || !behind.is_empty() {
            return Self::parse(&format!("{before}{teks}{behind}"));
        }
        Self {
            teks,
            isi: Reading::One(shown),
            persen: format.persen,
        }
    }

    /// The fraction that a number format such as `# ?/?` shows for a number; `None`
    /// under every other format.
    pub fn fraction(value: Decimal, format: Option<&str>) -> Option<String> {
        let code = format.filter(|code| code.contains('/'))?;
        fraction::shown(&section::section(code, value), value)
    }

    /// The text as printed.
    pub fn teks(&self) -> &str {
        &self.teks
    }

    /// The number, if it is exactly one. `85%` is 85, in persen.
    pub fn nilai(&self) -> Option<Decimal> {
        match self.isi {
            Reading::One(value) => Some(value),
            Reading::Range(_) | Reading::Ambiguous | Reading::Words => None,
        }
    }

    /// The two numbers of a range.
    pub fn range(&self) -> Option<Range> {
        match self.isi {
            Reading::Range(range) => Some(range),
            Reading::One(_) | Reading::Ambiguous | Reading::Words => None,
        }
    }

    /// Whether it carries its own percent sign (or the word persen).
    pub fn persen(&self) -> bool {
        self.persen
    }

    /// Whether it is a number that can be read two ways (`1.234`) and
    /// therefore has no [`Target::nilai`].
    pub fn is_ambiguous(&self) -> bool {
        self.isi == Reading::Ambiguous
    }
}

/// What the sheet shows of a number in its place under a number format: words
/// (`"WTP"`), nothing at all (`;;;`), a negative number without its sign; `None` where
/// the number is seen.
pub fn shown_in_place(value: Decimal, format: Option<&str>) -> Option<String> {
    section::in_place(format?, value)
}

/// The words that a number format sets before and behind a number and that change what
/// it says: `≥ `, ` juta`.
pub fn words_around(value: Decimal, format: Option<&str>) -> (String, String) {
    section::words(format.unwrap_or_default(), value)
}

/// A number as printed, `text`, with all that its number format sets around it but the
/// currency: `5 unit`, for tables without a column of units.
pub fn with_words(text: &str, value: Decimal, format: &str) -> String {
    section::with_words(text, format, value)
}

/// The digits of a number under a format of zeros alone: `007` under `000`.
pub fn padded(value: Decimal, format: &str) -> Option<String> {
    section::padded(format, value)
}

/// Whether a text stands for nothing: empty, a dash, `n/a`. `NA` is not: it is
/// also a grade and an abbreviation, and a wrong "missing" would hide it.
pub fn is_missing(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "" | "-" | "–" | "—" | "−" | "--") || text.eq_ignore_ascii_case("n/a")
}

/// `85%`, `85 %`, `50 Persen` to the number and whether a percent sign stood there.
fn without_percent(text: &str) -> (&str, bool) {
    if let Some(number) = text.strip_suffix('%') {
        return (number.trim_end(), true);
    }
    let at = text.len().saturating_sub("persen".len());
    match (text.get(..at), text.get(at..)) {
        (Some(number), Some(word)) if word.eq_ignore_ascii_case("persen") => {
            (number.trim_end(), true)
        }
        _ => (text, false),
    }
}

/// `80-85`, `80 – 85`, `80 s.d. 85`, `80%-85%`.
fn range(text: &str) -> Option<Range> {
    ["–", "—", " s.d. ", " s.d ", " s/d ", " sampai ", "-"]
        .iter()
        .find_map(|dash| {
            let (left, right) = text.split_once(dash)?;
            let number = |text: &str| number::parse(without_percent(text.trim()).0).ok();
            let (left, right) = (number(left)?, number(right)?);
            Some(Range {
                lower: left.min(right),
                upper: left.max(right),
            })
        })
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.teks)
    }
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.teks)
    }
}
