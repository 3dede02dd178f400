//! How the sheets of the note look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::workbook::row_height;

/// Longest text that Excel takes in a cell.
const LONGEST: usize = 32_000;

/// Formats of the workbooks.
pub(super) struct Style {
    pub title: Format,
    pub head: Format,
    pub cell: Format,
    /// A cell in which people write.
    pub open: Format,
    pub link: Format,
    pub differs: Format,
}

impl Style {
    pub fn new() -> Self {
        let base = Format::new().set_font_name("Arial").set_font_size(10);
        let cell = base
            .clone()
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Top);
        Self {
            title: base.clone().set_bold().set_font_size(12),
            head: cell
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0x00DB_E4F0)),
            link: cell
                .clone()
                .set_font_color(Color::RGB(0x0005_63C1))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            open: cell.clone().set_background_color(Color::RGB(0x00FF_F9E5)),
            differs: cell.clone().set_background_color(Color::RGB(0x00FF_E1E1)),
            cell,
        }
    }
}

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
    sheet.write_with_format(0, 0, title, &style.title)?;
    sheet.write_with_format(1, 0, whose.unwrap_or("(nama belum diisi)"), &style.title)?;
    for (col, (text, width)) in (0..).zip(head) {
        sheet.write_with_format(3, col, *text, &style.head)?;
        sheet.set_column_width(col, *width)?;
    }
    sheet.set_freeze_panes(4, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(3, 3)?;
    Ok(())
}

/// Text that the writer takes, however long the cell it came from.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
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
