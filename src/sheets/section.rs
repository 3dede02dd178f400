//! A sheet that holds several tables, one below another, taken apart.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::ALL;
use super::header::{self, Header};
use super::shape::Shape;
use crate::workbook::{Sheet, Value};

/// The parts of a sheet, each with one table and the title above it. Cells keep
/// their places, so that findings name them as the sheet does. A sheet with one
/// table, or with none, is its only part.
pub fn split(sheet: &Sheet) -> Vec<Cow<'_, Sheet>> {
    let start = starts(sheet);
    if start.len() < 2 {
        return vec![Cow::Borrowed(sheet)];
    }
    let end = start.iter().skip(1).copied().chain([u32::MAX]);
    start
        .iter()
        .zip(end)
        .map(|(from, to)| Cow::Owned(part(sheet, *from, to)))
        .collect()
}

/// The first rows of the parts; the first part begins with the sheet.
fn starts(sheet: &Sheet) -> Vec<u32> {
    let row = filled(sheet);
    let mut start = Vec::new();
    let mut above: Option<(&Shape, Header)> = None;
    let mut previous = None;
    for (at, content) in &row {
        let stands_apart = previous.is_none_or(|(row, lone)| row + 1 < *at || lone);
        previous = Some((*at, content.text + content.other == 1));
        let in_heading = above.as_ref().is_some_and(|(_, header)| *at < header.body);
        if !stands_apart || in_heading || !content.may_be_heading() {
            continue;
        }
        let Some((shape, header)) = heading(sheet, *at) else {
            continue;
        };
        let again = above.as_ref().is_some_and(|(before, other)| {
            before.id == shape.id && other.single == header.single && other.yearly == header.yearly
        });
        if !again {
            start.push(if start.is_empty() {
                0
            } else {
                title_above(&row, *at)
            });
            above = Some((shape, header));
        }
    }
    start
}

/// What a row holds.
#[derive(Default)]
struct Content {
    text: usize,
    other: usize,
    /// How many of the others are years.
    year: usize,
}

impl Content {
    /// Texts, or a text before years that were typed as numbers.
    fn may_be_heading(&self) -> bool {
        self.text >= 2 || (self.text == 1 && self.year >= 2 && self.year == self.other)
    }
}

fn filled(sheet: &Sheet) -> BTreeMap<u32, Content> {
    let mut row: BTreeMap<u32, Content> = BTreeMap::new();
    for (at, cell) in &sheet.cell {
        let content = row.entry(at.row).or_default();
        if matches!(cell.value, Value::Text(_)) {
            content.text += 1;
        } else {
            content.other += 1;
            content.year += usize::from(is_year(&cell.value));
        }
    }
    row
}

fn is_year(value: &Value) -> bool {
    matches!(value, Value::Number(number)
        if u16::try_from(*number).is_ok_and(|year| (1990..=2100).contains(&year)))
}

/// The table whose whole heading begins in a row.
fn heading(sheet: &Sheet, row: u32) -> Option<(&'static Shape, Header)> {
    ALL.into_iter()
        .filter_map(|shape| {
            let header = header::find_at(sheet, shape, row)?;
            let foreign = header.unknown.len() + header.double.len();
            let whole = header.missing(shape).is_empty() && header.count() >= 3;
            (whole && foreign * 5 <= header.count()).then_some((shape, header))
        })
        .max_by_key(|(_, header)| header.count())
}

/// The first of the lone texts above a heading, which are its title.
fn title_above(row: &BTreeMap<u32, Content>, heading: u32) -> u32 {
    row.range(..heading)
        .rev()
        .take_while(|(_, content)| content.text == 1 && content.other == 0)
        .last()
        .map_or(heading, |(row, _)| *row)
}

fn part(sheet: &Sheet, from: u32, to: u32) -> Sheet {
    let mut part = sheet.clone();
    part.cell.retain(|at, _| (from..to).contains(&at.row));
    part.merged
        .retain(|area| (from..to).contains(&area.start.row));
    part
}
