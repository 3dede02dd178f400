//! Tables that are carried over as they stand, each onto a sheet of its own.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::table::{base, write_cell};
use crate::workbook::Sheet;

/// Longest name of a sheet.
const NAME: usize = 31;
/// Width of a column, in characters.
const WIDTH: f64 = 24.0;

/// Writes the cells where they stood, under the name that the sheet had.
pub(super) fn write(workbook: &mut Workbook, sheet: &Sheet) -> Result<(), XlsxError> {
    let taken: Vec<String> = workbook
        .worksheets()
        .iter()
        .map(|sheet| sheet.name().to_lowercase())
        .collect();
    let name = free_name(&sheet.name, &taken);
    let to = workbook.add_worksheet();
    to.set_name(name)?;
    let narrow = |col: u32| u16::try_from(col).unwrap_or(u16::MAX);
    let last = sheet.extent().map_or(0, |extent| extent.col);
    for col in 0..=narrow(last) {
        to.set_column_width(col, WIDTH)?;
    }
    let format = base();
    for area in (sheet.merged.areas().iter()).filter(|area| area.start != area.end) {
        let (start, end) = (area.start, area.end);
        // An area over another is no area of Excel's; its text is still written.
        let _ = to.merge_range(
            start.row,
            narrow(start.col),
            end.row,
            narrow(end.col),
            "",
            &format,
        );
    }
    for (at, cell) in &sheet.cell {
        write_cell(to, at.row, narrow(at.col), cell, &format)?;
    }
    Ok(())
}

/// The name, in the form that Excel allows and that no other sheet has.
fn free_name(name: &str, taken: &[String]) -> String {
    let plain: String = name
        .chars()
        .map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c })
        .collect();
    let plain = plain.trim_matches('\'').trim();
    let with = |ending: String| {
        let kept = NAME - ending.chars().count();
        plain.chars().take(kept).collect::<String>() + &ending
    };
    let mut name = with(String::new());
    for nth in 2..=taken.len() + 2 {
        if !name.is_empty() && !taken.contains(&name.to_lowercase()) {
            break;
        }
        name = with(format!(" ({nth})"));
    }
    name
}
