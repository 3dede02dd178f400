//! Amounts in words of scale, `199,2 juta`, and with two zeros behind a further dot,
//! `1.234.567.00`. Amounts in the foreign style are read by [`Rupiah::parse`]; that
//! they were is reported here.

use rust_decimal::Decimal;

use super::{Found, Habit, columns, texts};
use crate::model::number::NumberError;
use crate::model::{Rupiah, number};
use crate::sheets::schema::Kind;
use crate::sheets::table::Table;
use crate::workbook::Value;

/// Words of scale and the rupiah they stand for. `M` is none: miliar to one, million to another.
const SCALE: [(&str, i64); 9] = [
    ("ribu", 1_000),
    ("rb", 1_000),
    ("juta", 1_000_000),
    ("jt", 1_000_000),
    ("miliar", 1_000_000_000),
    ("milyar", 1_000_000_000),
    ("milliar", 1_000_000_000),
    ("triliun", 1_000_000_000_000),
    ("trilyun", 1_000_000_000_000),
];

/// Cells typed with two zeros behind a dot that make it a way of typing, and no slip.
const ENOUGH: usize = 3;

pub(super) fn find(table: &Table<'_>, found: &mut Found) {
    let rows: Vec<u32> = table.rows().collect();
    let mut dotted = Vec::new();
    let mut whole = false;
    let comma = has_decimal_comma(table, &rows);
    for (_, col) in columns(table, |column| column.kind == Kind::Rupiah) {
        for (at, text) in texts(table, &rows, col) {
            if let Ok(amount) = Rupiah::parse(text) {
                if is_foreign(text) {
                    found.say(Habit::ForeignStyle, at, text, format!("Rp{amount}"));
                }
                // `1.234.567.-` ends in a mark of its own, as `1.234.567.00` does.
                whole |= text.matches('.').count() > 1 && !text.trim_end().ends_with('-');
            } else if let Some(amount) = scaled(text, comma) {
                let shown = format!("Rp{}", Rupiah::from_decimal(amount));
                found.read_as(Habit::Money, at, text, Value::Number(amount), shown);
            } else if let Some(front) = two_zeros(text) {
                dotted.push((at, text, front));
            }
        }
    }
    // `1.234.567.00` may also be a larger amount without its last zero, unless the
    // whole sheet is typed so.
    if whole || dotted.len() < ENOUGH {
        return;
    }
    for (at, text, front) in dotted {
        let amount = front.decimal();
        found.read_as(
            Habit::Money,
            at,
            text,
            Value::Number(amount),
            format!("Rp{front}"),
        );
    }
}

/// `1,234,567.89`, `1,234,567`.
fn is_foreign(text: &str) -> bool {
    let comma = text.trim_end_matches(['-', ',']).matches(',').count();
    comma > 1 || (comma == 1 && text.rfind('.') > text.find(','))
}

/// `199,2 juta`, `Rp1,5 miliar`; `None` where the number itself can be read two ways.
fn scaled(text: &str, comma: bool) -> Option<Decimal> {
    let (number, scale) = with_scale(text)?;
    let number = match number::parse(&number) {
        Ok(number) => number,
        Err(NumberError::Ambiguous { desimal, .. }) if comma && number.contains(',') => desimal,
        Err(_) => return None,
    };
    number.checked_mul(scale)
}

/// Whether a comma parts decimals in the table's amounts: one of them cannot be read
/// otherwise, `199,2 juta`, and none has a point in that place.
fn has_decimal_comma(table: &Table<'_>, rows: &[u32]) -> bool {
    let (mut comma, mut point) = (false, false);
    for (_, col) in columns(table, |column| column.kind == Kind::Rupiah) {
        for (number, _) in texts(table, rows, col).filter_map(|(_, text)| with_scale(text)) {
            let sure = number::parse(&number).is_ok();
            comma |= sure && number.contains(',') && !number.contains('.');
            point |= number.contains('.') && !number.contains(',');
        }
    }
    comma && !point
}

/// The number and the rupiah its word of scale stands for.
fn with_scale(text: &str) -> Option<(String, Decimal)> {
    let lower = text.trim().to_lowercase();
    let bare = ["rp.", "rp", "idr"]
        .iter()
        .find_map(|word| lower.strip_prefix(word))
        .unwrap_or(&lower);
    let end = bare.find(char::is_alphabetic)?;
    let (number, word) = bare.split_at(end);
    let word = word
        .trim()
        .trim_end_matches("rupiah")
        .trim()
        .trim_end_matches('.');
    let (_, scale) = SCALE.iter().find(|(own, _)| *own == word)?;
    Some((number.trim().to_owned(), Decimal::from(*scale)))
}

/// The amount before the `.00` of `1.234.567.00`.
fn two_zeros(text: &str) -> Option<Rupiah> {
    let front = text.trim().strip_suffix(".00")?;
    (front.matches('.').count() > 1).then(|| Rupiah::parse(front).ok())?
}
