//! How the sheets of the note begin, and how high their rows are.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::spreadsheet::{self, Style};
use crate::workbook::row_height;

/// Title in the first rows, headings in the fourth.
pub(super) fn begin(
    sheet: &mut Worksheet,
    name: &str,
    title: &str,
    whose: Option<&str>,
    head: &[(&str, u16)],
    style: &Style,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let whose = whose.unwrap_or("(nama belum diisi)");
    spreadsheet::text(sheet, 0, 0, title, &style.title)?;
    spreadsheet::text(sheet, 1, 0, whose, &style.title)?;
    spreadsheet::headings(sheet, 3, head, 0, style)
}

/// Height of a row with these texts from column `first` on.
pub(super) fn height<'t>(
    head: &[(&str, u16)],
    first: usize,
    texts: impl IntoIterator<Item = &'t str>,
) -> f64 {
    let widths = head
        .iter()
        .skip(first)
        .map(|(_, width)| usize::from(*width));
    row_height(texts.into_iter().zip(widths))
}
