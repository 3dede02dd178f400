//! The model's value types: what is read, what is refused, what is printed.

mod amounts;
mod any_value;
mod dates;
mod kode;
mod target;

use rust_decimal::Decimal;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}
