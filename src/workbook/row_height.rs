//! Heights of rows in workbooks that are written: high enough for what stands in them, and
//! still growing with what is typed.
//!
//! Excel makes a row without a stated height as high as its lines. Other programs take the
//! height of one line, and lines run over each other. The writer can only state a height for
//! good, so that a row would no longer grow; this takes that back.

use std::io::{self, Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

/// Height of a line in points, and what a row has besides its lines.
const LINE: f64 = 13.0;
const BESIDE: f64 = 2.0;
/// No row is higher.
const MOST: f64 = 405.0;

/// What says that a row keeps its height whatever is typed in it.
const FIXED: &str = " customHeight=\"1\"";

/// Height in points of a row of these cells: their texts, and how many letters wide their
/// columns are.
pub fn row_height<'t>(cells: impl IntoIterator<Item = (&'t str, usize)>) -> f64 {
    let lines = cells.into_iter().map(|(text, width)| {
        // A line ends at a word, short of the column's end.
        let width = width.saturating_sub(width / 10).max(1);
        let lines = text.lines();
        let lines = lines.map(|line| line.chars().count().max(1).div_ceil(width));
        lines.sum::<usize>().max(1)
    });
    let lines = u32::try_from(lines.max().unwrap_or(1)).unwrap_or(u32::MAX);
    (LINE * f64::from(lines) + BESIDE).min(MOST)
}

/// The workbook with rows that grow from the heights that are stated for them.
///
/// # Errors
/// If the bytes are no workbook.
pub fn let_rows_grow(workbook: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut parts = ZipArchive::new(Cursor::new(workbook))?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    // No clock: the same cells give the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for place in 0..parts.len() {
        let mut part = parts.by_index(place)?;
        let name = part.name()?.into_owned();
        if !name.starts_with("xl/worksheets/sheet") {
            out.raw_copy_file(part)?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        out.start_file(name, options)?;
        out.write_all(text.replace(FIXED, "").as_bytes())?;
    }
    Ok(out.finish()?.into_inner())
}
