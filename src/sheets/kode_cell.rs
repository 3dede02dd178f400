//! A kode from a cell. Offices type kode as text, as numbers with a padding
//! format, or let Excel turn it into a date; only what is certain is restored.

use rust_decimal::Decimal;

use super::cell::short;
use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{Entry, Kode, Located};
use crate::workbook::{Cell, Value};

/// Reads a kode, or reports why the cell holds none.
pub fn read(cell: &Cell, origin: Origin, out: &mut Diagnostics) -> Entry<Kode> {
    let text = match &cell.value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => match padded(*number, cell.format.as_deref()) {
            Some(text) => text,
            None => return numeric(*number, origin, out),
        },
        Value::Date(date) => {
            out.emit(
                Diagnostic::error(
                    code::UNEXPECTED_DATE,
                    origin.clone(),
                    format!(
                        "kode dibaca Excel sebagai tanggal {}-{}-{}",
                        date.day, date.month, date.year
                    ),
                )
                .hint(format!(
                    "mungkin yang diketik \"{}.{:02}\"; ubah format sel menjadi Teks lalu ketik ulang",
                    date.day, date.month
                )),
            );
            return Entry::Broken(origin);
        }
        _ => String::new(),
    };
    match text.parse::<Kode>() {
        Ok(value) => Entry::Filled(Located { value, origin }),
        Err(why) => {
            out.emit(
                Diagnostic::error(
                    code::BAD_KODE,
                    origin.clone(),
                    format!("kode \"{}\" tidak sah: {why}", short(&text)),
                )
                .hint("tulis kode seperti 1.02.02.2.01.01, dengan nol dan titiknya, sebagai teks"),
            );
            Entry::Broken(origin)
        }
    }
}

fn numeric(number: Decimal, origin: Origin, out: &mut Diagnostics) -> Entry<Kode> {
    let shown = number.normalize();
    // A single digit is the kode of an urusan and has no zeros to lose.
    if let Ok(value) = shown.to_string().parse::<Kode>()
        && shown.scale() == 0
    {
        return Entry::Filled(Located { value, origin });
    }
    out.emit(
        Diagnostic::error(
            code::NUMERIC_KODE,
            origin.clone(),
            format!(
                "kode diketik sebagai angka ({shown}); nol di depan atau di belakang dapat hilang"
            ),
        )
        .hint("ubah format sel menjadi Teks lalu ketik ulang kodenya, misalnya 1.02 atau 1.10"),
    );
    Entry::Broken(origin)
}

/// A number as a format of digits only shows it: 1.1 with `0.00` is `1.10`, 5
/// with `00` is `05`. `None` where the format says nothing about zeros.
fn padded(number: Decimal, format: Option<&str>) -> Option<String> {
    let format = format?;
    let (whole, fraction) = format.split_once('.').unwrap_or((format, ""));
    let zeros = |part: &str| part.chars().all(|c| c == '0');
    if whole.is_empty() || !zeros(whole) || !zeros(fraction) || format == "0" {
        return None;
    }
    let digits = u32::try_from(fraction.len()).ok()?;
    let rounded = number.round_dp(digits);
    if rounded != number {
        return None;
    }
    let plain = format!("{rounded:.prec$}", prec = fraction.len());
    let (left, right) = plain.split_once('.').unwrap_or((&plain, ""));
    let left = format!("{left:0>width$}", width = whole.len());
    Some(if right.is_empty() {
        left
    } else {
        format!("{left}.{right}")
    })
}
