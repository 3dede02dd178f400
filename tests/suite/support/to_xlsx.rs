//! Sheets to an `.xlsx`, as an office would keep it: merged and shaded heading,
//! borders, wrapped text, frozen heading.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
};

use super::grid::{Content, Grid};
use super::to_workbook::percent_format;

/// The bytes of the file; the same for the same sheets.
pub fn xlsx(grid: &[Grid]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2021, 9, 1).unwrap();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for grid in grid {
        write(workbook.add_worksheet(), grid);
    }
    workbook.save_to_buffer().unwrap()
}

fn write(sheet: &mut rust_xlsxwriter::Worksheet, grid: &Grid) {
    sheet.set_name(&grid.name).unwrap();
    for (col, width) in grid.width.iter().enumerate() {
        sheet
            .set_column_width(u16::try_from(col).unwrap(), *width)
            .unwrap();
    }
    let (top, bottom) = grid.heading;
    let format = |row: u32, content: Option<&Content>| style(row, top, bottom, content);
    for (r1, c1, r2, c2) in &grid.merge {
        let format = format(*r1, grid.cell.get(&(*r1, *c1)));
        let (c1, c2) = (u16::try_from(*c1).unwrap(), u16::try_from(*c2).unwrap());
        sheet.merge_range(*r1, c1, *r2, c2, "", &format).unwrap();
    }
    for ((row, col), content) in &grid.cell {
        let format = format(*row, Some(content));
        let col = u16::try_from(*col).unwrap();
        match content {
            Content::Text(text) => sheet.write_string_with_format(*row, col, text, &format),
            #[allow(clippy::cast_precision_loss)] // amounts of the sample stay far below 2^53
            Content::Money(amount) => {
                sheet.write_number_with_format(*row, col, *amount as f64, &format)
            }
            Content::Number(value) | Content::Percent(value, _) => {
                sheet.write_number_with_format(*row, col, *value, &format)
            }
        }
        .unwrap();
    }
    if bottom > 0 {
        sheet.set_freeze_panes(bottom + 1, 0).unwrap();
    }
}

fn style(row: u32, top: u32, bottom: u32, content: Option<&Content>) -> Format {
    let base = Format::new()
        .set_text_wrap()
        .set_font_name("Arial")
        .set_font_size(10);
    if row < top {
        return base.set_bold().set_align(FormatAlign::Center);
    }
    let base = base.set_border(FormatBorder::Thin);
    if row <= bottom {
        return base
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00D9_E2F3));
    }
    let base = base.set_align(FormatAlign::Top);
    match content {
        Some(Content::Text(_)) => base.set_num_format("@"),
        Some(Content::Money(_)) => base.set_num_format("#,##0"),
        Some(Content::Percent(_, digits)) => base.set_num_format(percent_format(*digits)),
        Some(Content::Number(_)) | None => base,
    }
}
