//! A sheet that holds several tables, one below or next to another, taken apart.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::header;
use super::header_columns::Header;
use super::schema::Schema;
use super::{heading, recognise, side_by_side, tambahan};
use crate::diagnostic::CellRef;
use crate::workbook::{Sheet, Value};

/// Blank rows that may stand between a title and its table.
const TITLE_GAP: u32 = 3;
/// Rows below a caption in which its table begins.
const CAPTION_REACH: u32 = 8;
/// Columns that a merged title covers at least.
const WIDE: u32 = 3;

/// The parts of a sheet, each with one table and the title above it. Cells keep
/// their places, so that findings name them as the sheet does. A sheet with one
/// table, or with none, is its only part.
pub fn split(sheet: &Sheet) -> Vec<Cow<'_, Sheet>> {
    let strips = side_by_side::split(sheet);
    if strips.is_empty() {
        return stacked(sheet);
    }
    strips
        .iter()
        .flat_map(stacked)
        .map(|part| Cow::Owned(part.into_owned()))
        .collect()
}

/// The tables one below another.
fn stacked(sheet: &Sheet) -> Vec<Cow<'_, Sheet>> {
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
    let mut start: Vec<u32> = Vec::new();
    let mut above: Option<(&Schema, Header)> = None;
    let mut previous = None;
    // Whether a row of a table has been met since the last start: without one, a
    // caption is still the title of the table that begins.
    let mut in_table = false;
    for (at, content) in &row {
        let stands_apart = previous.is_none_or(|(row, lone)| row + 1 < *at || lone);
        let in_heading = above.as_ref().is_some_and(|(_, header)| *at < header.body);
        previous = Some((*at, content.is_lone()));
        let was_in_table = in_table;
        if in_table && !in_heading && begins_own(sheet, &row, *at, start.last().copied()) {
            if start.is_empty() {
                start.push(0);
            }
            start.push(*at);
            above = None;
            in_table = false;
            continue;
        }
        in_table |= content.is_of_table();
        if !stands_apart || in_heading || !content.may_be_heading() {
            continue;
        }
        let Some((schema, header)) = heading(sheet, *at) else {
            continue;
        };
        let again = above.as_ref().is_some_and(|(before, other)| {
            before.id == schema.id && other.single == header.single && other.yearly == header.yearly
        });
        if again {
            continue;
        }
        if start.is_empty() {
            start.push(0);
            let title = title_above(sheet, &row, *at);
            if was_in_table && recognise::has_own_words(&part(sheet, 0, title)) {
                start.push(title);
            }
        } else if above.is_some() || was_in_table {
            start.push(title_above(sheet, &row, *at));
        }
        above = Some((schema, header));
    }
    start
}

/// Whether a table of the agency's own begins in a row below another table: with a
/// caption `Tabel 2.9 …` that is not the same again, or with a title that stands
/// apart and a heading `No …` below it.
fn begins_own(sheet: &Sheet, row: &BTreeMap<u32, Content>, at: u32, start: Option<u32>) -> bool {
    let Some(text) = lone_text(sheet, row, at) else {
        return false;
    };
    let mut below = row.range(at + 1..=at + CAPTION_REACH);
    let Some((next, content)) = below.find(|(_, content)| !content.is_lone()) else {
        return false;
    };
    let plain = heading::plain(text);
    if plain.contains("lanjutan") || plain.contains("sambungan") {
        return false;
    }
    if let Some(caption) = tambahan::caption_number(text) {
        let mut titles = row
            .range(start.unwrap_or(0)..at)
            .filter_map(|(at, _)| lone_text(sheet, row, *at));
        return content.text >= 2
            && titles.all(|above| tambahan::caption_number(above) != Some(caption.clone()));
    }
    let apart = row
        .range(..at)
        .next_back()
        .is_some_and(|(above, _)| above + 1 < at);
    let counts = sheet
        .cell
        .range(CellRef::new(*next, 0)..)
        .next()
        .is_some_and(|(_, cell)| {
            matches!(&cell.value, Value::Text(text)
                if matches!(heading::plain(text).as_str(), "no" | "nomor" | "no urut"))
        });
    apart
        && counts
        && content.text >= 3
        && content.other == 0
        && heading(sheet, *next).is_none()
        && !super::table::is_note(text)
}

/// The text of a row that holds nothing else.
fn lone_text<'s>(sheet: &'s Sheet, row: &BTreeMap<u32, Content>, at: u32) -> Option<&'s str> {
    row.get(&at)
        .filter(|content| content.is_lone() && content.text == 1)?;
    let (_, cell) = sheet.cell.range(CellRef::new(at, 0)..).next()?;
    match &cell.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// What a row holds.
#[derive(Default)]
struct Content {
    text: usize,
    other: usize,
    /// How many of the others are years.
    year: usize,
    /// Its first column.
    first: u32,
    /// Whether it is a label with its value, as in a letterhead.
    labelled: bool,
}

impl Content {
    /// Texts, or a text before years that were typed as numbers.
    fn may_be_heading(&self) -> bool {
        self.text >= 2 || (self.text == 1 && self.year >= 2 && self.year == self.other)
    }

    fn is_of_table(&self) -> bool {
        self.text + self.other >= 2 && !self.labelled
    }

    fn is_lone(&self) -> bool {
        self.text + self.other == 1
    }
}

fn filled(sheet: &Sheet) -> BTreeMap<u32, Content> {
    let mut row: BTreeMap<u32, Content> = BTreeMap::new();
    for (at, cell) in &sheet.cell {
        let content = row.entry(at.row).or_insert_with(|| Content {
            first: at.col,
            ..Content::default()
        });
        if let Value::Text(text) = &cell.value {
            content.text += 1;
            content.labelled |=
                text.trim_start().starts_with(':') || text.trim_end().ends_with(':');
        } else {
            content.other += 1;
            content.year += usize::from(is_year(&cell.value));
        }
    }
    row
}

fn is_year(value: &Value) -> bool {
    match value {
        Value::Number(number) => {
            u16::try_from(*number).is_ok_and(|year| (1990..=2100).contains(&year))
        }
        Value::Date(date) => (1990..=2100).contains(&date.year),
        _ => false,
    }
}

/// The table whose whole heading begins in a row.
fn heading(sheet: &Sheet, row: u32) -> Option<(&'static Schema, Header)> {
    recognise::whole(&header::headlines_at(sheet, row)?)
}

/// The first of the lone texts above a heading that are its title: those that stand
/// together, in one column or merged over several. A lone text of the table above is
/// none of them.
fn title_above(sheet: &Sheet, row: &BTreeMap<u32, Content>, heading: u32) -> u32 {
    let mut first = heading;
    let mut column: Option<u32> = None;
    for (at, content) in row.range(..heading).rev() {
        let gap = first - at - 1;
        let most = if first == heading { TITLE_GAP } else { 0 };
        let lone = content.text == 1 && content.other == 0;
        let spans = sheet
            .area(*at, content.first)
            .is_some_and(|area| area.end.col - area.start.col + 1 >= WIDE);
        let in_line = spans || column.is_none_or(|column| column == content.first);
        if !lone || gap > most || !in_line {
            break;
        }
        column.get_or_insert(content.first);
        first = *at;
    }
    first
}

fn part(sheet: &Sheet, from: u32, to: u32) -> Sheet {
    let mut part = sheet.clone();
    part.cell.retain(|at, _| (from..to).contains(&at.row));
    part.merged
        .retain(|area| (from..to).contains(&area.start.row));
    part
}
