//! Filters: how a value is printed.

use minijinja::value::{Rest, Value};
use minijinja::{Environment, Error, filters};

use super::number;
use super::placeholder_error::PlaceholderError;
use crate::model::number::{print_fixed, print_up_to};
use crate::model::terbilang::terbilang;
use crate::model::{Rupiah, Tanggal};

/// All filters. Of minijinja's own only those that print are kept. `default`
/// is not: it would put another word in the place of a missing value.
pub(super) const NAME: [&str; 10] = [
    "rupiah",
    "angka",
    "persen",
    "tanggal",
    "terbilang",
    "upper",
    "lower",
    "title",
    "length",
    "join",
];

/// Most decimals that `angka` and `persen` print.
const MAX_DIGIT: u32 = 10;

/// Adds the filters to an environment that has none.
pub(super) fn add(env: &mut Environment<'static>) {
    env.add_filter("rupiah", |value: Value, rest: Rest<Value>| {
        no_more("rupiah", &rest)?;
        Ok(format!(
            "Rp{}",
            Rupiah::from_decimal(decimal("rupiah", &value)?)
        ))
    });
    env.add_filter("angka", |value: Value, digit: Option<u32>| {
        print("angka", &value, digit)
    });
    env.add_filter("persen", |value: Value, digit: Option<u32>| {
        print("persen", &value, digit).map(|number| format!("{number}%"))
    });
    env.add_filter("tanggal", |value: Value, rest: Rest<Value>| {
        no_more("tanggal", &rest)?;
        let tanggal = value.as_str().and_then(|text| text.parse::<Tanggal>().ok());
        tanggal
            .map(|tanggal| tanggal.to_string())
            .ok_or_else(|| wrong("tanggal", &value, "tanggal"))
    });
    env.add_filter("terbilang", |value: Value, rest: Rest<Value>| {
        no_more("terbilang", &rest)?;
        decimal("terbilang", &value).map(terbilang)
    });
    env.add_filter("upper", filters::upper);
    env.add_filter("lower", filters::lower);
    env.add_filter("title", filters::title);
    env.add_filter("length", filters::length);
    env.add_filter("join", filters::join);
}

fn print(filter: &str, value: &Value, digit: Option<u32>) -> Result<String, Error> {
    let number = decimal(filter, value)?;
    match digit {
        None => Ok(print_up_to(number, MAX_DIGIT)),
        Some(digit) if digit <= MAX_DIGIT => Ok(print_fixed(number, digit)),
        Some(digit) => Err(PlaceholderError::Argument(format!(
            "filter {filter} paling banyak {MAX_DIGIT} angka di belakang koma, bukan {digit}"
        ))
        .raise()),
    }
}

fn decimal(filter: &str, value: &Value) -> Result<rust_decimal::Decimal, Error> {
    number::of(value).ok_or_else(|| wrong(filter, value, "angka"))
}

fn no_more(filter: &str, rest: &[Value]) -> Result<(), Error> {
    if rest.is_empty() {
        return Ok(());
    }
    Err(PlaceholderError::Argument(format!(
        "filter {filter} tidak memakai nilai di dalam kurung"
    ))
    .raise())
}

fn wrong(filter: &str, value: &Value, wanted: &str) -> Error {
    let shown = number::print(value).unwrap_or_else(|| "daftar atau objek".to_owned());
    PlaceholderError::Argument(format!(
        "filter {filter} memerlukan {wanted}, sedangkan \"{shown}\" bukan {wanted}"
    ))
    .raise()
}
