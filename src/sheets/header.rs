//! Finds where a table starts on its sheet and which column is which.

use std::collections::BTreeMap;

use super::candidate::{self, Candidate};
use super::capaian;
use super::header_columns::Header;
use super::heading::{self, Words, Year};
use super::heading_rows::Headlines;
use super::level_columns;
use super::schema::{Column, Schema};
use crate::diagnostic::CellRef;
use crate::workbook::Sheet;

/// Rows that may stand above a table: titles, blanks, a caption.
const MAX_ROWS_ABOVE: u32 = 60;
/// Rows a heading may have.
const MAX_HEIGHT: u32 = 4;

/// The heading of a worksheet on a sheet: the block of rows in which most columns
/// are recognised; the upper and the lower block of equals. `None` if no row
/// holds two of its columns.
pub fn find(sheet: &Sheet, schema: &Schema) -> Option<Header> {
    let found = first(sheet, schema)?;
    let is_hidden = |row: u32| sheet.hidden_row.binary_search(&row).is_ok();
    if !(found.top..found.body).all(is_hidden) {
        return Some(found);
    }
    // An old heading may be kept hidden above the one in use.
    let lines = Headlines::new(sheet, found.body, found.body + MAX_HEIGHT, MAX_HEIGHT);
    let seen = lines.and_then(|lines| within(&lines, schema, None));
    let seen = seen.filter(|seen| seen.count() >= found.count());
    Some(seen.unwrap_or(found))
}

/// The heading of a worksheet, hidden or not.
fn first(sheet: &Sheet, schema: &Schema) -> Option<Header> {
    let lines = headlines(sheet)?;
    let plain = within(&lines, schema, None);
    // A letter is only put right where the table is not whole without.
    let whole = |header: &Header| header.missing(schema).is_empty() && header.unknown.is_empty();
    if plain.as_ref().is_some_and(whole) {
        return plain;
    }
    let mended = within(&lines, schema, Some(&words(schema)));
    match (plain, mended) {
        (Some(plain), Some(mended)) if mended.count() <= plain.count() => Some(plain),
        (plain, mended) => mended.or(plain),
    }
}

/// The rows of a sheet in which the heading of its first table may stand.
pub(super) fn headlines(sheet: &Sheet) -> Option<Headlines<'_>> {
    let first = sheet.cell.keys().next()?.row;
    Headlines::new(sheet, first, first + MAX_ROWS_ABOVE, MAX_HEIGHT)
}

/// The rows of a heading that begins in this very row.
pub(super) fn headlines_at(sheet: &Sheet, row: u32) -> Option<Headlines<'_>> {
    Headlines::new(sheet, row, row, MAX_HEIGHT)
}

/// As [`find`], as the headings stand there, without a letter put right.
pub(super) fn find_in(lines: &Headlines<'_>, schema: &Schema) -> Option<Header> {
    within(lines, schema, None)
}

fn words(schema: &Schema) -> Words {
    let pattern = |column: &'static Column| column.pattern.iter().copied();
    let printed = |column: &'static Column| column.heading.iter().copied();
    Words::new(
        schema
            .column
            .iter()
            .flat_map(|column| pattern(column).chain(printed(column))),
    )
}

fn within(lines: &Headlines<'_>, schema: &Schema, words: Option<&Words>) -> Option<Header> {
    let mut best: Option<Header> = None;
    for top in lines.first_row..=lines.last_row {
        // What stands below a whole heading is its table.
        let ended = |best: &Header| {
            let clear = best.unknown.is_empty() && best.duplicate.is_empty();
            (clear || best.body <= top) && best.missing(schema).is_empty()
        };
        if best.as_ref().is_some_and(ended) {
            break;
        }
        if !lines.starts_heading(top, schema, words) {
            continue;
        }
        for height in 1..=MAX_HEIGHT {
            if height > 1 && lines.is_body(top, top + height - 1) {
                break;
            }
            let header = resolve(lines, schema, top, height, words);
            // A line above the heading, `SASARAN IV RPJMD`, names columns a second time.
            let is_plainer = |b: &Header| top > b.top && header.duplicate.len() < b.duplicate.len();
            let better = best.as_ref().is_none_or(|b| {
                header.count() > b.count() || (header.count() == b.count() && is_plainer(b))
            });
            if header.count() >= 2 && better {
                best = Some(header);
            }
        }
    }
    best
}

fn resolve(
    lines: &Headlines<'_>,
    schema: &Schema,
    top: u32,
    height: u32,
    words: Option<&Words>,
) -> Header {
    let mut header = Header::new(top, height);
    let mut list: BTreeMap<(&'static str, Option<Year>), Vec<Candidate>> = BTreeMap::new();
    // A heading over several columns says of each what stands above the first.
    let mut left: Option<(CellRef, Vec<String>)> = None;
    let levels = match schema.find("kode") {
        Some(_) => level_columns::columns(lines, top, height),
        None => Vec::new(),
    };
    for col in lines.columns() {
        let mut path = lines.path(top, height, col);
        let Some(naming) = lines.naming(top, height, col).filter(|_| !path.is_empty()) else {
            continue;
        };
        if lines.is_blank(naming, col, top + height) {
            continue;
        }
        if let Some((from, above)) = &left
            && *from == naming.from
            && above.len() > path.len()
        {
            path.clone_from(above);
        }
        left = Some((naming.from, path.clone()));
        if levels.contains(&col) && path[0] != level_columns::GROUP {
            path.insert(0, level_columns::GROUP.to_owned());
        }
        header.row.insert(col, naming.from.row.max(top));
        let typed = lines.typed(naming.from);
        let year = year(&path);
        let (found, mended) = match recognise(schema, &path, year) {
            Some(found) => (Some(found), false),
            None => (
                words.and_then(|words| mend(schema, &path, year, words)),
                true,
            ),
        };
        let Some((column, fit)) = found else {
            header.unknown.push((col, typed));
            continue;
        };
        let named = if column.yearly() { year } else { None };
        list.entry((column.key, named))
            .or_default()
            .push(Candidate {
                col,
                column,
                fit,
                from: naming.from,
                typed,
                path,
                year,
                mended,
            });
    }
    // Which of two columns of a row's name is meant, the years next to them tell.
    let (yearly, single): (Vec<_>, Vec<_>) =
        list.into_iter().partition(|((_, year), _)| year.is_some());
    for (key, candidates) in yearly.into_iter().chain(single) {
        candidate::choose(&mut header, lines.sheet, key, candidates);
    }
    candidate::settle_units(&mut header, schema, lines);
    candidate::settle_kode(&mut header, schema, lines.sheet);
    capaian::settle(&mut header, schema, lines);
    header.unknown.sort();
    header.duplicate.sort_unstable();
    header
}

/// The year of a column: the calendar year that its headings name, else the count.
fn year(path: &[String]) -> Option<Year> {
    let all = || {
        path.iter()
            .rev()
            .filter_map(|heading| heading::year(heading))
    };
    all()
        .find(|year| matches!(year, Year::Calendar(_)))
        .or_else(|| all().next())
}

/// A heading with a wrong letter, as the column that it can only mean.
fn mend(
    schema: &Schema,
    path: &[String],
    year: Option<Year>,
    words: &Words,
) -> Option<(&'static Column, usize)> {
    let mut changed = false;
    let path: Vec<String> = path
        .iter()
        .map(|part| match words.mend(part) {
            Some(mended) => {
                changed = true;
                mended
            }
            None => part.clone(),
        })
        .collect();
    recognise(schema, &path, year).filter(|_| changed)
}

/// The column that fits a path best. A path that names a year prefers a yearly
/// column; one that names none can only be a single one.
fn recognise(
    schema: &Schema,
    path: &[String],
    year: Option<Year>,
) -> Option<(&'static Column, usize)> {
    // Below a group `Kode` stand the levels of a kode, whatever they are called.
    let kode = path.len() > 1
        && path
            .first()
            .is_some_and(|group| group == level_columns::GROUP);
    schema
        .column
        .iter()
        .filter(|column| year.is_some() || !column.yearly())
        .filter(|column| !kode || column.key == "kode")
        .filter_map(|column| {
            let fit = column
                .pattern
                .iter()
                .map(|pattern| heading::fit(pattern, path))
                .max()?;
            (fit > 0).then_some((column, fit))
        })
        .max_by_key(|(column, fit)| (*fit, column.yearly()))
}
