//! `Capaian` in the heading of T-C.23: what was achieved, or what part of the target
//! that is. Of the two the figures tell.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::header_columns::{Header, Mended};
use super::heading_rows::Headlines;
use super::schema::Schema;
use crate::model::{Target, Worksheet};
use crate::workbook::{Sheet, Value};

/// Fewest figures that tell.
const FEWEST: usize = 3;
/// Of ten figures so many must tell the same.
const SHARE: usize = 9;

/// Where the only results are headed `Capaian`, takes them for what was achieved if they
/// are as large as the targets and not near a hundred.
pub(super) fn settle(header: &mut Header, schema: &Schema, lines: &Headlines<'_>) {
    if schema.id != Worksheet::Tc23 || header.has("realisasi") {
        return;
    }
    let Some(capaian) = header.yearly.get("rasio") else {
        return;
    };
    let height = header.body - header.top;
    let says_ratio = |col: u32| {
        let path = lines.path(header.top, height, col);
        path.iter().any(|part| {
            part.contains("rasio") || part.contains("persen") || part.contains("tingkat")
        })
    };
    let typed = |col: u32| {
        lines
            .naming(header.top, height, col)
            .map(|found| lines.typed(found.from))
    };
    if capaian.values().any(|col| says_ratio(*col)) || !is_achieved(header, lines.sheet) {
        return;
    }
    let Some(label) = schema.find("realisasi").map(super::schema::Column::label) else {
        return;
    };
    let meant = capaian.values().min().and_then(|col| {
        Some(Mended {
            col: *col,
            typed: typed(*col)?,
            label,
        })
    });
    header.meant.extend(meant);
    if let Some(capaian) = header.yearly.remove("rasio") {
        header.yearly.insert("realisasi", capaian);
    }
}

/// Whether the figures are as large as the targets of their years.
fn is_achieved(header: &Header, sheet: &Sheet) -> bool {
    let empty = BTreeMap::new();
    let target = header.yearly.get("target").unwrap_or(&empty);
    let capaian = header.yearly.get("rasio").unwrap_or(&empty);
    let number = |row: u32, col: u32| {
        let cell = sheet.get(row, col)?;
        match &cell.value {
            Value::Number(number) => Target::from_decimal(*number, cell.format.as_deref()).nilai(),
            Value::Text(text) => Target::parse(text).nilai(),
            _ => None,
        }
    };
    let last = sheet.extent().map_or(0, |at| at.row);
    let (mut achieved, mut ratio) = (0, 0);
    for row in header.body..=last {
        for (year, col) in capaian {
            let pair = target
                .get(year)
                .map(|target| (number(row, *target), number(row, *col)));
            if let Some((Some(target), Some(own))) = pair {
                let (to_target, to_hundred) =
                    ((own - target).abs(), (own - Decimal::ONE_HUNDRED).abs());
                achieved += usize::from(to_target < to_hundred);
                ratio += usize::from(to_target > to_hundred);
            }
        }
    }
    let all = achieved + ratio;
    all >= FEWEST && achieved * 10 >= all * SHARE
}
