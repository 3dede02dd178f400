//! A chart of one or two series over years.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};

use crate::document::derived;
use crate::model::Tahun;

/// Spaces between the lines of an axis, at most.
const MOST_SPACES: u32 = 4;
/// An axis begins at zero unless its values are this close, in per cent of the largest.
const LEVEL: i64 = 60;

/// A chart of one or two series over years.
#[derive(Debug, Serialize)]
pub struct Grafik<'a> {
    pub(super) judul: &'a str,
    pub(super) satuan: Option<&'a str>,
    kategori: Vec<Tahun>,
    sumbu: Vec<Titik>,
    /// Whether the axis begins above zero.
    terpotong: bool,
    /// Whether the target falls over the years: less is better.
    menurun: bool,
    seri: Vec<Seri>,
    /// What stands above each year.
    pub(super) atas: Vec<Option<String>>,
}

#[derive(Debug, Serialize)]
struct Seri {
    nama: &'static str,
    titik: Vec<Option<Titik>>,
}

/// A height, 0 to 1 of the plot, with its printed value.
#[derive(Debug, Serialize)]
struct Titik {
    #[serde(serialize_with = "as_number")]
    posisi: Decimal,
    label: String,
}

/// Where an axis begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// At zero: heights are compared.
    Zero,
    /// Where the values begin, if they are close to each other: courses are compared.
    Values,
}

/// A chart of what is wanted and, where that is known, what was reached; `None` for
/// nothing but zeros, and for negative values.
pub(super) fn chart<'a>(
    years: &[Tahun],
    series: Vec<(&'static str, Vec<Decimal>)>,
    base: Base,
    print: impl Fn(Decimal) -> String,
) -> Option<Grafik<'a>> {
    let value = || series.iter().flat_map(|(_, value)| value).copied();
    if years.is_empty() || value().any(|value| value.is_sign_negative() && !value.is_zero()) {
        return None;
    }
    let (least, most) = (value().min()?, value().max()?);
    let level = most.checked_mul(Decimal::new(LEVEL, 2))?;
    let from = if base == Base::Values && least >= level {
        least
    } else {
        Decimal::ZERO
    };
    let range = most.checked_sub(from).filter(|range| !range.is_zero());
    let step = step(range.unwrap_or(most))?;
    let down = |value: Decimal| value.checked_div(step)?.floor().checked_mul(step);
    let up = |value: Decimal| value.checked_div(step)?.ceil().checked_mul(step);
    let (mut bottom, top) = (down(from)?, up(most)?);
    // A level course runs along the upper edge: above 100 % there is nothing.
    if top == bottom {
        bottom = bottom.checked_sub(step)?;
    }
    let whole = top.checked_sub(bottom)?;
    let titik = |value: Decimal| {
        let posisi = value.checked_sub(bottom)?.checked_div(whole)?;
        Some(Titik {
            posisi: derived::round(posisi, 4),
            label: print(value),
        })
    };
    let mut sumbu = Vec::new();
    let mut at = bottom;
    while at <= top {
        sumbu.push(titik(at)?);
        at = at.checked_add(step)?;
    }
    let target = series.first().map_or(&[][..], |(_, value)| value);
    Some(Grafik {
        judul: "",
        satuan: None,
        kategori: years.to_vec(),
        sumbu,
        terpotong: !bottom.is_zero(),
        menurun: target.last() < target.first(),
        atas: Vec::new(),
        seri: series
            .into_iter()
            .map(|(nama, value)| Seri {
                nama,
                titik: value.into_iter().map(titik).collect(),
            })
            .collect(),
    })
}

/// The distance of the axis' lines: 1, 2 or 5 times a power of ten. `None` for zero.
fn step(range: Decimal) -> Option<Decimal> {
    if range <= Decimal::ZERO {
        return None;
    }
    let wanted = range.checked_div(Decimal::from(MOST_SPACES))?;
    let ten = Decimal::TEN;
    let mut power = Decimal::ONE;
    while power > wanted {
        power = power.checked_div(ten)?;
    }
    while power.checked_mul(ten)? <= wanted {
        power = power.checked_mul(ten)?;
    }
    [Decimal::ONE, Decimal::TWO, Decimal::from(5), ten]
        .into_iter()
        .filter_map(|factor| power.checked_mul(factor))
        .find(|step| *step >= wanted)
}

/// A drawing position; the only place where a number leaves as a float.
pub(super) fn as_number<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(value.to_f64().unwrap_or_default())
}
