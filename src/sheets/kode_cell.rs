//! A kode from a cell. Offices type kode as text, as numbers with a padding
//! format, or let Excel turn it into a date; only what is certain is restored.

use rust_decimal::Decimal;

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin, Scope};
use crate::model::text::short;
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
        Value::Date(date) if date.is_time() => {
            let (hour, minute) = (date.second / 3600, date.second / 60 % 60);
            out.emit(
                Diagnostic::error(
                    code::UNEXPECTED_DATE,
                    origin.clone(),
                    format!("kode dibaca Excel sebagai jam {hour}.{minute:02}"),
                )
                .unprinted(Scope::Cell)
                .hint("ubah format sel menjadi Teks lalu ketik ulang kodenya"),
            );
            return Entry::Broken(origin);
        }
        Value::Date(date) => {
            out.emit(
                Diagnostic::error(
                    code::UNEXPECTED_DATE,
                    origin.clone(),
                    format!(
                        "kode dibaca Excel sebagai tanggal {}-{}-{}",
                        date.day, date.month, date.year
                    ),
                ).unprinted(Scope::Cell)
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
                .unprinted(Scope::Row)
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
        .unprinted(Scope::Row)
        .hint("ubah format sel menjadi Teks lalu ketik ulang kodenya, misalnya 1.02 atau 1.10"),
    );
    Entry::Broken(origin)
}

/// A number as a format of zeros shows it: 1.1 with `0.00` is `1.10`, 5 with `00`
/// is `05`, 102 with `00\\.00` or `00"."00` is `01.02`. `None` where the format
/// says nothing certain about zeros.
fn padded(number: Decimal, format: Option<&str>) -> Option<String> {
    let place = zeros(format?)?;
    let fraction = place
        .iter()
        .skip_while(|p| **p != Digit::Point)
        .filter(|p| **p == Digit::Zero);
    let digits = u32::try_from(fraction.count()).ok()?;
    if number.is_sign_negative() || number.round_dp(digits) != number {
        return None;
    }
    let plain = format!("{number:.prec$}", prec = digits as usize);
    let mut digit = plain.chars().filter(char::is_ascii_digit).rev();
    let mut out: Vec<char> = Vec::new();
    for place in place.iter().rev() {
        out.push(match place {
            Digit::Zero => digit.next().unwrap_or('0'),
            Digit::Point | Digit::Dot => '.',
        });
    }
    // More digits than zeros stand in front, as the spreadsheet shows them.
    out.extend(digit);
    Some(out.into_iter().rev().collect())
}

/// A place of a number format.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Digit {
    /// A digit that is shown even if it is zero.
    Zero,
    /// The decimal point.
    Point,
    /// A dot that is only written, as between the groups of a kode.
    Dot,
}

/// The places of a format of zeros and dots; `None` for any other, and for a
/// single `0`, which keeps no zeros.
fn zeros(format: &str) -> Option<Vec<Digit>> {
    let mut list = Vec::new();
    let bare = format.replace("\".\"", "\\.");
    let mut letter = bare.chars();
    while let Some(c) = letter.next() {
        list.push(match c {
            '0' => Digit::Zero,
            '.' if !list.contains(&Digit::Point) => Digit::Point,
            '\\' if letter.next() == Some('.') => Digit::Dot,
            _ => return None,
        });
    }
    (list.len() > 1).then_some(list)
}
