//! The few words in which a list says what is changed in a workbook.
//!
//! | edit | what it does |
//! |---|---|
//! | `T-C.25!D9 = teks` | a cell; nothing behind `=` empties it |
//! | `T-C.27!J9../2 = 1; 2; 3` | a cell and those to its right, here every second |
//! | `Narasi!B10 ~ lama => baru` | a part of a cell, which must be there |
//! | `Narasi!B10 + alinea` | a paragraph more |
//! | `everywhere ~ lama => baru` | a part of every cell that has it |
//! | `T-C.27!C85 <> T-C.27!C97` | two cells change places |
//! | `T-C.27!31 copy` | the row once more, below itself |
//! | `T-C.27!31-33 delete` | rows |
//! | `T-C.28 delete` | the sheet |
//!
//! A letter in front names another workbook than that of Dinas Kesehatan: `R: Program RPJMD!K12 = `
//! the RPJMD, `G:` Kecamatan Gadingrejo, `B:` Bappelitbangda, `D:` Dinas Perhubungan.

use crate::support::grid::{Content, Grid};

/// Letter and folder of each workbook of the sample city.
pub const FILES: [(char, &str); 5] = [
    ('K', "dinas-kesehatan"),
    ('G', "kecamatan-gadingrejo"),
    ('B', "bappelitbangda"),
    ('D', "dinas-perhubungan-2025"),
    ('R', "rpjmd"),
];

/// The workbook that an edit or a place names, and the rest.
pub fn file(text: &str) -> (char, &str) {
    let known = FILES.iter().find_map(|(letter, _)| {
        let rest = text.strip_prefix(*letter)?.strip_prefix(": ")?;
        Some((*letter, rest))
    });
    known.unwrap_or(('K', text))
}

/// Applies an edit to the sheets of its workbook.
pub fn apply(grid: &mut Vec<Grid>, edit: &str) {
    if let Some(place) = edit.strip_suffix(" delete") {
        if let Some((name, rows)) = place.split_once('!') {
            let (first, last) = rows.split_once('-').unwrap_or((rows, rows));
            let first: u32 = first.parse().unwrap();
            let last: u32 = last.parse().unwrap();
            for _ in first..=last {
                delete_row(sheet(grid, name), first - 1);
            }
        } else {
            sheet(grid, place);
            grid.retain(|grid| grid.name != place);
        }
    } else if let Some(place) = edit.strip_suffix(" copy") {
        let (name, row) = place.split_once('!').unwrap();
        let row: u32 = row.parse().unwrap();
        copy_row(sheet(grid, name), row - 1);
    } else if let Some((a, b)) = edit.split_once(" <> ") {
        let (first, second) = (take(grid, a), take(grid, b));
        put(grid, a, second);
        put(grid, b, first);
    } else if let Some((place, value)) = edit.split_once(" = ") {
        set(grid, place, value);
    } else if let Some(place) = edit.strip_suffix(" =") {
        take(grid, place);
    } else if let Some((place, change)) = edit.split_once(" ~ ") {
        let (old, new) = change.split_once(" => ").unwrap();
        let changed = if place == "everywhere" {
            let cells = grid.iter_mut().flat_map(|grid| grid.cell.values_mut());
            cells.filter_map(|content| part(content, old, new)).count()
        } else {
            let (name, at) = cell(place);
            let content = sheet(grid, name).cell.get_mut(&at).unwrap();
            usize::from(part(content, old, new).is_some())
        };
        assert!(changed > 0, "{edit}: not there");
    } else if let Some((place, more)) = edit.split_once(" + ") {
        let (name, at) = cell(place);
        let Some(Content::Text(text)) = sheet(grid, name).cell.get_mut(&at) else {
            panic!("{edit}: no text there");
        };
        text.push_str("\n\n");
        text.push_str(more);
    } else {
        panic!("{edit}: what is to be done?");
    }
}

fn sheet<'a>(grid: &'a mut [Grid], name: &str) -> &'a mut Grid {
    let found = grid.iter_mut().find(|grid| grid.name == name);
    found.unwrap_or_else(|| panic!("no sheet {name}"))
}

/// Sheet, and zero-based row and column, of `T-C.27!J9`.
fn cell(place: &str) -> (&str, (u32, u32)) {
    let (name, at) = place.rsplit_once('!').unwrap();
    let digits = at.find(|c: char| c.is_ascii_digit()).unwrap();
    let letters = at[..digits].bytes();
    let col = letters.fold(0, |col, letter| col * 26 + u32::from(letter - b'A') + 1);
    let row: u32 = at[digits..].parse().unwrap_or_else(|_| panic!("{place}"));
    (name, (row - 1, col - 1))
}

fn take(grid: &mut [Grid], place: &str) -> Option<Content> {
    let (name, at) = cell(place);
    sheet(grid, name).cell.remove(&at)
}

fn put(grid: &mut [Grid], place: &str, content: Option<Content>) {
    let (name, at) = cell(place);
    if let Some(content) = content {
        sheet(grid, name).cell.insert(at, content);
    }
}

fn set(grid: &mut [Grid], place: &str, value: &str) {
    let Some((first, step)) = place.split_once("..") else {
        let (name, at) = cell(place);
        let sheet = sheet(grid, name);
        let content = content(value, sheet.cell.get(&at));
        sheet.cell.insert(at, content);
        return;
    };
    let step: u32 = step
        .strip_prefix('/')
        .map_or(1, |step| step.parse().unwrap());
    let (name, (row, mut col)) = cell(first);
    let sheet = sheet(grid, name);
    for value in value.split("; ") {
        let content = content(value, sheet.cell.get(&(row, col)));
        sheet.cell.insert((row, col), content);
        col += step;
    }
}

/// A value as an office would type it over what stood there.
fn content(value: &str, before: Option<&Content>) -> Content {
    if let (Some(Content::Money(_)), Ok(amount)) = (before, value.parse()) {
        return Content::Money(amount);
    }
    // Excel keeps fifteen digits; what is longer is a number only by mistake.
    let simple = value.len() <= 15
        && value
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b',' || b == b'-');
    match value.replace(',', ".").parse() {
        Ok(number) if simple => Content::Number(number),
        _ => Content::Text(value.replace("\\n", "\n")),
    }
}

/// Replaces a part of a text; `None` if it has none.
fn part(content: &mut Content, old: &str, new: &str) -> Option<()> {
    let Content::Text(text) = content else {
        return None;
    };
    if !text.contains(old) {
        return None;
    }
    *text = text.replace(old, new);
    Some(())
}

/// Moves everything from a row on downwards or upwards.
fn shift(grid: &mut Grid, from: u32, by: i32) {
    let moved = |row: u32| row.checked_add_signed(by).unwrap();
    grid.cell = std::mem::take(&mut grid.cell)
        .into_iter()
        .map(|((row, col), content)| {
            let row = if row >= from { moved(row) } else { row };
            ((row, col), content)
        })
        .collect();
    for (top, _, bottom, _) in &mut grid.merge {
        if *top >= from {
            *top = moved(*top);
        }
        if *bottom >= from {
            *bottom = moved(*bottom);
        }
    }
}

fn delete_row(grid: &mut Grid, row: u32) {
    // As Excel does it: a cell merged over further rows keeps its value.
    let kept: Vec<_> = grid
        .merge
        .iter()
        .filter(|(top, _, bottom, _)| *top == row && *bottom > row)
        .filter_map(|(_, left, ..)| grid.cell.remove(&(row, *left)).map(|value| (*left, value)))
        .collect();
    grid.cell.retain(|(at, _), _| *at != row);
    grid.merge
        .retain(|(top, _, bottom, _)| (*top, *bottom) != (row, row));
    for (top, _, bottom, _) in &mut grid.merge {
        if *bottom == row && *top < row {
            *bottom -= 1;
        }
    }
    shift(grid, row + 1, -1);
    for (left, value) in kept {
        grid.cell.insert((row, left), value);
    }
    grid.merge
        .retain(|(top, left, bottom, right)| (top, left) != (bottom, right));
}

fn copy_row(grid: &mut Grid, row: u32) {
    let copied: Vec<_> = grid
        .cell
        .iter()
        .filter(|((at, col), _)| {
            let merged = grid
                .merge
                .iter()
                .any(|(top, left, bottom, _)| (*top, *left) == (*at, *col) && bottom > top);
            *at == row && !merged
        })
        .map(|((_, col), content)| (*col, content.clone()))
        .collect();
    shift(grid, row + 1, 1);
    for (col, content) in copied {
        grid.cell.insert((row + 1, col), content);
    }
}
