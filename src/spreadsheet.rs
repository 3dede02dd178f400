//! Workbooks that the program writes as a result: one look, exact amounts, and no clock, so
//! that the same content gives the same bytes.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline,
    Workbook, Worksheet, XlsxError,
};

use crate::model::{KELUARAN, Rupiah};

/// Longest text that Excel takes in a cell, in letters.
const LONGEST: usize = 32_000;
/// Whole rupiah; what is less in brackets, as in the budgets that planners know.
const MONEY: &str = "#,##0;(#,##0)";

/// How cells look.
pub struct Style {
    /// What a sheet is.
    pub title: Format,
    /// Heading of a column.
    pub head: Format,
    /// Text, from the top of its cell.
    pub cell: Format,
    /// A cell in which people write.
    pub open: Format,
    /// A way to another cell.
    pub link: Format,
    /// Text that calls for somebody.
    pub wrong: Format,
    /// Text that is another than it was.
    pub changed: Format,
    /// An amount, or a count.
    pub money: Format,
    /// An amount that is another than it was.
    pub changed_money: Format,
    /// A sum.
    pub total: Format,
}

impl Style {
    /// The formats of one workbook.
    pub fn new() -> Self {
        let base = Format::new().set_font_name("Arial").set_font_size(10);
        let cell = base
            .clone()
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Top);
        let shaded = |color| cell.clone().set_background_color(Color::RGB(color));
        let changed = shaded(0x00FF_F2CC);
        let money = cell.clone().set_num_format(MONEY);
        Self {
            title: base.set_bold().set_font_size(12),
            head: shaded(0x00DB_E4F0)
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            open: shaded(0x00FF_F9E5),
            link: cell
                .clone()
                .set_font_color(Color::RGB(0x0005_63C1))
                .set_underline(FormatUnderline::Single),
            wrong: shaded(0x00FF_E1E1),
            changed_money: changed.clone().set_num_format(MONEY),
            total: money.clone().set_bold(),
            changed,
            money,
            cell,
        }
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::new()
    }
}

/// An empty workbook that says of itself that it is a result, so that nobody reads it as an
/// agency's.
///
/// # Errors
/// Never, as far as the writer's interface can say so.
pub fn result() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_creation_datetime(&created)
        .set_category(KELUARAN);
    book.set_properties(&properties);
    Ok(book)
}

/// Headings in a row, with their columns' widths in letters: the rows above the table and
/// `fixed` columns stay in sight, and a printed page is as wide as the table.
///
/// # Errors
/// If the writer refuses a cell.
pub fn headings(
    sheet: &mut Worksheet,
    row: u32,
    columns: &[(impl AsRef<str>, u16)],
    fixed: u16,
    style: &Style,
) -> Result<(), XlsxError> {
    for (col, (heading, width)) in (0..).zip(columns) {
        text(sheet, row, col, heading.as_ref(), &style.head)?;
        sheet.set_column_width(col, *width)?;
    }
    sheet.set_freeze_panes(row + 1, fixed)?;
    sheet.set_repeat_rows(row, row)?;
    fit(sheet);
    Ok(())
}

/// Prints a sheet across the page, all its columns on one.
pub fn fit(sheet: &mut Worksheet) {
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
}

/// Writes a text, as much of it as Excel takes.
///
/// # Errors
/// If the writer refuses the cell.
pub fn text(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, col, cut(text), format)?;
    Ok(())
}

/// As much of a text as Excel takes.
pub fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// Writes an amount: as a number where Excel keeps it exactly, else as text.
///
/// # Errors
/// If the writer refuses the cell.
pub fn amount(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    amount: Rupiah,
    format: &Format,
) -> Result<(), XlsxError> {
    match amount.spreadsheet_number() {
        Some(number) => sheet.write_number_with_format(row, col, number, format)?,
        None => sheet.write_string_with_format(row, col, amount.to_string(), format)?,
    };
    Ok(())
}
