//! Numbers and money inside placeholders, without binary floats on our side.

use std::fmt;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Object, ObjectRepr, ValueKind};
use rust_decimal::Decimal;

use crate::model::{Rupiah, number};

/// Decimals of a quotient that a text prints when no filter says how many.
const FREE_DIGIT: u32 = 6;

/// An exact amount in rupiah on its way from a function to a filter.
#[derive(Debug)]
pub(super) struct Uang(pub(super) Rupiah);

impl Object for Uang {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The number in a value: an amount, a count, a quotient, or a text that reads
/// as one number. `None` for everything else.
pub(super) fn of(value: &Value) -> Option<Decimal> {
    if let Some(Uang(rupiah)) = value.downcast_object_ref() {
        return Some(rupiah.decimal());
    }
    match value.kind() {
        // minijinja divides in floats; their shortest print is what was meant.
        ValueKind::Number => {
            let plain = value.to_string();
            plain
                .parse()
                .or_else(|_| Decimal::from_scientific(&plain))
                .ok()
        }
        ValueKind::String => {
            let text = value.as_str()?;
            number::parse(text)
                .ok()
                .or_else(|| Rupiah::parse(text).ok().map(|r| r.decimal()))
        }
        _ => None,
    }
}

/// A value as it is printed without a filter; `None` for what has no print (a
/// list, an object, a function).
pub(super) fn print(value: &Value) -> Option<String> {
    match value.kind() {
        ValueKind::String => value.as_str().map(str::to_owned),
        ValueKind::Number => of(value).map(|number| number::print_up_to(number, FREE_DIGIT)),
        ValueKind::Bool => Some(if value.is_true() { "ya" } else { "tidak" }.to_owned()),
        _ => value
            .downcast_object_ref::<Uang>()
            .map(|Uang(rupiah)| rupiah.to_string()),
    }
}
