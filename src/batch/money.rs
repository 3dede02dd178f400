//! Money by year as records keep it.

use std::collections::BTreeMap;

use crate::model::Rupiah;
use crate::model::rupiah::Exact;

/// Money by year, rupiah.
pub type Pagu = BTreeMap<u16, Exact>;

/// Money over all years; `None` if no year has any.
pub fn total(pagu: &Pagu) -> Option<Rupiah> {
    (!pagu.is_empty()).then(|| pagu.values().map(|amount| amount.0).sum())
}

/// Adds to the money of a year.
pub(super) fn add(pagu: &mut Pagu, year: u16, amount: Rupiah) {
    let sum = pagu.entry(year).or_default();
    sum.0 = sum.0 + amount;
}
