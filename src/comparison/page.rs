//! A sheet of the workbook while it is being filled.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::report::Comparison;
use crate::model::Rupiah;

/// Longest text that Excel takes in a cell.
const LONGEST: usize = 32_000;

/// Formats of the workbook.
pub(super) struct Style {
    title: Format,
    head: Format,
    cell: Format,
    money: Format,
    changed: Format,
    changed_money: Format,
}

impl Style {
    pub fn new() -> Self {
        let base = Format::new().set_font_name("Arial").set_font_size(9);
        let cell = base
            .clone()
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Top);
        let amount = "#,##0;(#,##0)";
        let changed = cell.clone().set_background_color(Color::RGB(0x00FF_F2CC));
        Self {
            title: base.set_bold().set_font_size(12),
            head: cell
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00DB_E4F0)),
            money: cell.clone().set_num_format(amount),
            changed_money: changed.clone().set_num_format(amount),
            changed,
            cell,
        }
    }

    fn cell(&self, differs: bool) -> &Format {
        if differs { &self.changed } else { &self.cell }
    }

    fn money(&self, differs: bool) -> &Format {
        if differs {
            &self.changed_money
        } else {
            &self.money
        }
    }
}

/// A sheet that is being filled.
pub(super) struct Page<'a> {
    pub sheet: &'a mut Worksheet,
    pub style: &'a Style,
}

impl Page<'_> {
    pub fn begin(&mut self, name: &str, comparison: &Comparison) -> Result<(), XlsxError> {
        self.sheet.set_name(name)?;
        let title = "MATRIKS PERUBAHAN";
        self.sheet
            .write_with_format(0, 0, title, &self.style.title)?;
        for (row, side) in (1..).zip([&comparison.semula, &comparison.menjadi]) {
            let whose = side.opd.as_deref().or(side.daerah.as_deref());
            let period = side.periode.as_deref().unwrap_or_default();
            let line = format!(
                "{}: {} {} {period}",
                side.sebutan,
                side.berkas,
                whose.unwrap_or_default()
            );
            self.sheet.write(row, 0, line.trim_end())?;
        }
        self.sheet.set_landscape();
        self.sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }

    pub fn text(&mut self, row: u32, col: u16, text: &str, differs: bool) -> Result<(), XlsxError> {
        let text: String = text.chars().take(LONGEST).collect();
        let format = self.style.cell(differs);
        self.sheet
            .write_string_with_format(row, col, text, format)?;
        Ok(())
    }

    pub fn amount(
        &mut self,
        row: u32,
        col: u16,
        amount: Option<Rupiah>,
        differs: bool,
    ) -> Result<(), XlsxError> {
        let format = self.style.money(differs);
        let exact = amount.and_then(|amount| amount.decimal().to_string().parse::<f64>().ok());
        match (amount, exact) {
            (None, _) => self.sheet.write_blank(row, col, format)?,
            // A spreadsheet's numbers hold whole rupiah up to some nine quadrillion.
            (Some(_), Some(number)) => self
                .sheet
                .write_number_with_format(row, col, number, format)?,
            (Some(amount), None) => {
                let text = amount.to_string();
                self.sheet
                    .write_string_with_format(row, col, text, format)?
            }
        };
        Ok(())
    }

    pub fn head(&mut self, row: u32, col: u16, text: &str) -> Result<(), XlsxError> {
        self.sheet
            .write_string_with_format(row, col, text, &self.style.head)?;
        Ok(())
    }

    pub fn head_over(&mut self, row: u32, from: u16, to: u16, text: &str) -> Result<(), XlsxError> {
        if from == to {
            return self.head(row, from, text);
        }
        let head = &self.style.head;
        self.sheet.merge_range(row, from, row, to, text, head)?;
        Ok(())
    }
}
