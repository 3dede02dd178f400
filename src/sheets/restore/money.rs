//! Amounts in words of scale, `199,2 juta`, and with two zeros behind a further dot,
//! `1.234.567.00`. Amounts in the foreign style are read by [`Rupiah::parse`]; that
//! they were is reported here.

use rust_decimal::Decimal;

use super::{Found, Habit, columns, texts};
use crate::diagnostic::{CellRef, Diagnostic};
use crate::model::number::NumberError;
use crate::model::{Rupiah, Target, number, target};
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::money_unit;
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
            } else if money_unit::is_stated(table, col) {
                // A word of scale below another one may count twice.
            } else if let Some(amount) = scaled(text, comma) {
                let shown = format!("Rp{}", Rupiah::from_decimal(amount));
                found.read_as(Habit::Money, at, text, Value::Number(amount), shown);
            } else if let Some(front) = two_zeros(text) {
                dotted.push((at, text, front));
            }
        }
    }
    shown_by_formats(table, &rows, found);
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

/// Numbers that are amounts only with what their format sets behind them: 150 under
/// `0" juta"`, 150 under `#,##0".000.000"`.
fn shown_by_formats(table: &Table<'_>, rows: &[u32], found: &mut Found) {
    let money = columns(table, |column| column.kind == Kind::Rupiah);
    for (_, col) in money.filter(|(_, col)| !money_unit::is_stated(table, *col)) {
        for (at, number, format) in numbers(table, rows, col) {
            let (_, behind) = target::words_around(number, Some(format));
            let typed = Target::from_decimal(number, Some(format)).to_string();
            let behind = behind.trim();
            let amount = if behind.is_empty() {
                continue;
            } else {
                let scale = scale_of(behind).or_else(|| zeros(behind));
                scale.and_then(|scale| number.checked_mul(scale))
            };
            match amount {
                Some(amount) => {
                    let shown = format!("Rp{}", Rupiah::from_decimal(amount));
                    found.read_as(Habit::Money, at, &typed, Value::Number(amount), shown);
                }
                None => found.unclear.push(unclear(table, at, number, &typed)),
            }
        }
    }
}

/// What zeros behind a number multiply it by: a thousand for `.000`.
fn zeros(behind: &str) -> Option<Decimal> {
    let are_all = behind.chars().all(|c| matches!(c, '0' | '.'));
    let count = u32::try_from(behind.matches('0').count()).ok()?;
    let factor = 10_i64.checked_pow(count).filter(|_| are_all)?;
    Some(Decimal::from(factor))
}

/// The numbers of a column in the table's rows, each with its format.
fn numbers<'t>(
    table: &'t Table<'_>,
    rows: &'t [u32],
    col: u32,
) -> impl Iterator<Item = (CellRef, Decimal, &'t str)> {
    rows.iter().filter_map(move |row| {
        let at = CellRef::new(*row, col);
        let cell = table.sheet.cell.get(&at)?;
        match cell.value {
            Value::Number(number) => Some((at, number, cell.format.as_deref()?)),
            _ => None,
        }
    })
}

fn unclear(table: &Table<'_>, at: CellRef, number: Decimal, typed: &str) -> Diagnostic {
    let message = format!(
        "jumlah uang tampak \"{}\" karena format angkanya, tetapi isinya {}; yang dicetak isinya",
        cell::short(typed),
        Rupiah::from_decimal(number)
    );
    Diagnostic::warning(code::NOT_CERTAIN, table.sheet.at(at), message)
        .hint("ketik jumlahnya dalam rupiah penuh, tanpa kata pada format angka")
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
    Some((number.trim().to_owned(), scale_of(word)?))
}

/// The rupiah that a word of scale stands for.
fn scale_of(word: &str) -> Option<Decimal> {
    let word = word.to_lowercase();
    let (_, scale) = SCALE.iter().find(|(own, _)| *own == word)?;
    Some(Decimal::from(*scale))
}

/// The amount before the `.00` of `1.234.567.00`.
fn two_zeros(text: &str) -> Option<Rupiah> {
    let front = text.trim().strip_suffix(".00")?;
    (front.matches('.').count() > 1).then(|| Rupiah::parse(front).ok())?
}
