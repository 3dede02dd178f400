//! Every ratio and growth that a page shows, exact and rounded once. Sums of
//! money are the model's own.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::config::Pertumbuhan;
use crate::model::{Entry, PerTahun, Rupiah, Target, number};

/// Achievement ÷ target × 100, per cent (T-C.23 columns 16–20). `None` where
/// one of them is missing, in words, or the target is zero.
pub fn rasio_target(
    target: Option<&Entry<Target>>,
    realisasi: Option<&Entry<Target>>,
) -> Option<Decimal> {
    ratio(realisasi?.value()?.nilai()?, target?.value()?.nilai()?)
}

/// Spending ÷ budget × 100, per cent (T-C.24 columns 12–16).
pub fn rasio_rupiah(
    anggaran: Option<&Entry<Rupiah>>,
    realisasi: Option<&Entry<Rupiah>>,
) -> Option<Decimal> {
    ratio(realisasi?.value()?.decimal(), anggaran?.value()?.decimal())
}

fn ratio(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// How the office states its ratios, in which the program states those that it
/// computes for empty cells of the same table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skala {
    /// `98,25`, per cent; also where the office states none.
    Persen,
    /// `98,25%`.
    TandaPersen,
    /// `0,98`.
    Pecahan,
}

impl Skala {
    /// The scale of a table, from its typed ratios and what they would be by
    /// computation, per cent.
    pub fn of<'a>(ratio: impl Iterator<Item = (&'a Target, Option<Decimal>)>) -> Self {
        let mut scale = Self::Persen;
        for (typed, computed) in ratio {
            if typed.persen() {
                return Self::TandaPersen;
            }
            let far = |value: Decimal| Some((value - computed?).abs());
            let value = typed.nilai();
            let hundredfold = value.and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED));
            if let (Some(own), Some(times)) = (value.and_then(far), hundredfold.and_then(far))
                && times < own
            {
                scale = Self::Pecahan;
            }
        }
        scale
    }

    /// A ratio in per cent as the table states it, with two digits.
    pub fn print(self, percent: Decimal) -> Target {
        let fraction = percent
            .checked_div(Decimal::ONE_HUNDRED)
            .unwrap_or_default();
        Target::parse(&match self {
            Self::Persen => number::print_fixed(percent, 2),
            Self::TandaPersen => format!("{}%", number::print_fixed(percent, 2)),
            Self::Pecahan => number::print_fixed(fraction, 2),
        })
    }

    /// What the heading says of the unit, if the numbers do not say it themselves.
    pub fn satuan(self) -> Option<&'static str> {
        (self == Self::Persen).then_some("persen")
    }
}

/// Mean growth (T-C.24 columns 17 and 18): rupiah a year, or per cent. `None`
/// where a year needed for it is missing.
pub fn growth(entry: &PerTahun<Rupiah>, how: Pertumbuhan) -> Option<Decimal> {
    let value: Vec<Option<Decimal>> = entry
        .values()
        .map(|entry| entry.value().map(Rupiah::decimal))
        .collect();
    match how {
        Pertumbuhan::Rupiah => {
            let first = (*value.first()?)?;
            let last = (*value.last()?)?;
            (last - first).checked_div(Decimal::from(value.len()))
        }
        Pertumbuhan::Persen => {
            let growth: Option<Vec<Decimal>> = value
                .windows(2)
                .map(|pair| {
                    let (before, after) = (pair[0]?, pair[1]?);
                    ratio(after - before, before)
                })
                .collect();
            let growth = growth.filter(|list| !list.is_empty())?;
            growth
                .iter()
                .sum::<Decimal>()
                .checked_div(Decimal::from(growth.len()))
        }
    }
}

/// Rounded half away from zero, as offices round.
pub fn round(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}
