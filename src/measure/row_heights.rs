//! Heights that rows are sure to have before anything is laid out.
//!
//! typst lays a cell out twice: to learn how high its row is, and again to set it. A row
//! whose height it is told costs half of that, and half of the memory. But a row told too
//! low would be printed over by its own text. So a height is only told where a cell takes
//! as many lines when its letters stand as far apart as they can and few places part it, as
//! when they stand as near as they can and every place does.

use super::font::{Face, Faces};
use super::grid::{Cell, Grid};
use super::search::LEADING;

/// Blank that the rounding of columns to hundredths of a point may add to a cell, for each
/// column, in thousandths of the type size.
const ROUNDING: u32 = 3;

/// The most and the fewest lines that a text takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bounds {
    most: u32,
    least: u32,
}

/// The height of each row below the heading, in thousandths of the type size; `None` for one
/// that only the layout knows. `texts` are the cells' as they are printed, with the marks
/// where lines may end; `blank` is what stands above and below the text of a row.
pub(super) fn heights(
    grid: &Grid,
    cells: &[&Cell<'_>],
    texts: &[Option<String>],
    (width, blank): (&[u32], u64),
    faces: &Faces,
) -> Vec<Option<u64>> {
    let mut rows = vec![Some(Bounds { most: 0, least: 0 }); grid.rows];
    let mut merged = Vec::new();
    for ((placed, cell), text) in grid.cells.iter().zip(cells).zip(texts) {
        let columns = u32::try_from(placed.columns).unwrap_or(u32::MAX);
        let inner = grid.inner(placed, width);
        let inner = (
            inner,
            inner.saturating_add(ROUNDING.saturating_mul(columns)),
        );
        let text = text.as_deref().unwrap_or(cell.text);
        let own = bounds(text, cell, inner, faces);
        if placed.rows > 1 {
            merged.push((placed, own));
            continue;
        }
        let row = &mut rows[placed.row];
        *row = row.zip(own).map(|(row, own)| Bounds {
            most: row.most.max(own.most),
            least: row.least.max(own.least),
        });
    }
    let capital = u64::from(faces.regular.capital());
    // What is blank has no line at all, and how high that is only the layout knows.
    let height =
        |lines: u32| (u64::from(lines) * (capital + LEADING)).saturating_sub(LEADING) + blank;
    let least = |row: &Option<Bounds>| row.map_or(0, |row| height(row.least));
    let known = |row: &Option<Bounds>| {
        let same = row.filter(|row| row.most == row.least && row.most > 0);
        same.map(|row| height(row.most))
    };
    let mut out: Vec<Option<u64>> = rows.iter().map(known).collect();
    let capitals = [&faces.medium, &faces.bold].map(Face::capital);
    if capitals != [faces.regular.capital(); 2] {
        out.fill(None);
    }
    for (placed, own) in merged {
        let covered = placed.row..placed.row + placed.rows;
        let have: u64 = rows[covered.clone()].iter().map(least).sum();
        // What it needs beyond its rows is given to the last.
        if own.is_none_or(|own| height(own.most) > have) {
            out[covered.end - 1] = None;
        }
    }
    out.split_off(grid.heading)
}

/// `None` for a text with a sign of which it is not known how wide it is or where typst
/// parts it.
fn bounds(
    text: &str,
    cell: &Cell<'_>,
    (narrow, width): (u32, u32),
    faces: &Faces,
) -> Option<Bounds> {
    if text.is_empty() {
        return Some(Bounds { most: 0, least: 0 });
    }
    let face = faces.of(cell.weight);
    let mut sum = Bounds { most: 0, least: 0 };
    for line in text.split('\n') {
        let blank = |c: char| c == ' ';
        // Addresses are parted by rules of their own.
        let is_other = line.contains("www.") || line.contains("://") || line.contains("  ");
        if line.is_empty() || line.starts_with(blank) || line.ends_with(blank) || is_other {
            return None;
        }
        let whole = line.chars().try_fold(0, |sum, c| {
            is_plain(c).then(|| face.known(c))?.map(|own| sum + own)
        })?;
        if whole <= narrow {
            sum.most += 1;
            sum.least += 1;
        } else {
            sum.most += most(&pieces(line, face, true), narrow, face.width("-"))?;
            sum.least += least(&pieces(line, face, false), width);
        }
    }
    Some(sum)
}

/// Whether it is a sign that no neighbour makes wider: the closing quotes are not.
fn is_plain(c: char) -> bool {
    matches!(
        c,
        ' '..='~' | 'À'..='ÿ' | '–' | '−' | '°' | '±' | '²' | '³' | '\u{ad}' | '\u{200b}'
    )
}

/// What stands between two places where a line may end.
struct Piece {
    width: u32,
    /// Blank behind it, which the end of a line takes the place of.
    space: u32,
    /// Whether the end of a line shows a hyphen behind it.
    hyphen: bool,
}

/// A text in pieces: `wide` with letters as far apart as they stand without kerning, parted
/// where it is sure that typst parts it; else as near, and parted wherever it could.
fn pieces(text: &str, face: &Face, wide: bool) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut width = 0;
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let own = face.known(c).unwrap_or(0);
        let kerning = match before {
            Some(before) if !wide => face.kerning(before, c),
            _ => 0,
        };
        let is_place = chars.peek().is_none_or(|next| {
            if wide {
                is_sure(before, c, *next)
            } else {
                is_any(c, *next)
            }
        });
        let space = if c == ' ' && is_place { own } else { 0 };
        width = (width + own - space).saturating_sub(kerning);
        if is_place {
            out.push(Piece {
                width,
                space,
                hyphen: c == '\u{ad}',
            });
            width = 0;
        }
        before = Some(c);
    }
    out
}

/// Whether typst is sure to end a line between two signs where one has to end.
fn is_sure(before: Option<char>, c: char, next: char) -> bool {
    let closes = |c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | ';' | ':' | ')' | '%');
    match c {
        ' ' => before.is_some_and(closes) && (next.is_alphanumeric() || next == '('),
        '\u{ad}' | '\u{200b}' => next.is_alphanumeric(),
        _ => false,
    }
}

/// Whether it could.
fn is_any(c: char, next: char) -> bool {
    !c.is_alphanumeric() || !next.is_alphanumeric()
}

/// Lines of pieces filled as typst fills them: up to the first that does not fit. `None`
/// where one is wider than a line, for who knows where it is parted.
fn most(pieces: &[Piece], width: u32, hyphen: u32) -> Option<u32> {
    let mut lines = 1;
    let mut line = 0;
    for piece in pieces {
        let own = piece.width + if piece.hyphen { hyphen } else { 0 };
        if own > width {
            return None;
        }
        if line + own > width {
            lines += 1;
            line = 0;
        }
        line += piece.width + piece.space;
    }
    Some(lines)
}

/// The fewest lines that could hold the pieces.
fn least(pieces: &[Piece], width: u32) -> u32 {
    let mut lines = 1;
    let mut line = 0;
    for piece in pieces {
        if line + piece.width > width && line > 0 {
            lines += 1;
            line = 0;
        }
        line += piece.width + piece.space;
    }
    lines
}
