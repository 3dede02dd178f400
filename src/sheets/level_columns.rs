//! Narrow columns that hold the levels of a kode, each under a heading of its own and
//! under none together: `Urusan | Bidang Urusan | Program | Kegiatan | Sub Kegiatan`.

use super::heading_rows::Headlines;
use crate::workbook::{Sheet, Value};

/// The heading that stands above the levels of a kode, where one does.
pub(super) const GROUP: &str = "kode";
/// What the levels are called, from the widest on.
const LEVELS: [&[&str]; 5] = [
    &["urusan", "kode urusan"],
    &[
        "bidang",
        "bidang urusan",
        "kode bidang",
        "kode bidang urusan",
    ],
    &["program", "kode program"],
    &["kegiatan", "kode kegiatan"],
    &["sub kegiatan", "kode sub kegiatan"],
];
/// Fewest columns that make a kode.
const FEWEST: usize = 3;

/// The columns of the levels, side by side in their order, which hold nothing but the
/// parts of a kode; none where too few do.
pub(super) fn columns(lines: &Headlines<'_>, top: u32, height: u32) -> Vec<u32> {
    let mut run: Vec<(u32, usize)> = Vec::new();
    for col in lines.columns() {
        let level = lines
            .naming(top, height, col)
            .and_then(|text| level(&text.plain));
        let goes_on = level.is_some_and(|level| {
            run.last()
                .is_none_or(|(left, above)| left + 1 == col && *above < level)
        });
        match level {
            Some(level) if goes_on => run.push((col, level)),
            _ if is_whole(&run, lines.sheet, top + height) => break,
            _ => run = level.map(|level| (col, level)).into_iter().collect(),
        }
    }
    if is_whole(&run, lines.sheet, top + height) {
        run.into_iter().map(|(col, _)| col).collect()
    } else {
        Vec::new()
    }
}

fn level(plain: &str) -> Option<usize> {
    LEVELS.iter().position(|words| words.contains(&plain))
}

/// Whether the columns are enough for a kode and hold nothing else.
fn is_whole(run: &[(u32, usize)], sheet: &Sheet, body: u32) -> bool {
    let filled = |col: u32| (sheet.cell.keys()).any(|at| at.row >= body && at.col == col);
    run.len() >= FEWEST
        && run.iter().all(|(col, _)| holds_parts(sheet, body, *col))
        && run.first().is_some_and(|(col, _)| filled(*col))
}

/// Whether a column holds nothing but digits, as `02` or `2.01`; once a kode was joined
/// in the first column, the others are empty.
fn holds_parts(sheet: &Sheet, body: u32, col: u32) -> bool {
    let mut held = sheet
        .cell
        .iter()
        .filter(|(at, _)| at.row >= body && at.col == col)
        .map(|(_, cell)| &cell.value);
    held.all(|value| match value {
        Value::Number(_) => true,
        Value::Text(text) => text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '(' | ')' | ' ' | 'X' | 'x')),
        _ => false,
    })
}
