//! Money as records keep it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Money by year, in rupiah.
pub type Pagu = BTreeMap<u16, Money>;

/// An amount, written as a text so that no reader makes a float of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Money(pub Decimal);

impl TryFrom<String> for Money {
    type Error = rust_decimal::Error;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl From<Money> for String {
    fn from(money: Money) -> Self {
        money.0.normalize().to_string()
    }
}
