//! A sheet of the workbook while it is being filled.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::report::Comparison;
use crate::model::Rupiah;
use crate::spreadsheet::{self, Style};

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
        spreadsheet::fit(self.sheet);
        Ok(())
    }

    pub fn text(&mut self, row: u32, col: u16, text: &str, differs: bool) -> Result<(), XlsxError> {
        let style = self.style;
        let format = if differs { &style.changed } else { &style.cell };
        spreadsheet::text(self.sheet, row, col, text, format)
    }

    pub fn amount(
        &mut self,
        row: u32,
        col: u16,
        amount: Option<Rupiah>,
        differs: bool,
    ) -> Result<(), XlsxError> {
        let style = self.style;
        let format = if differs {
            &style.changed_money
        } else {
            &style.money
        };
        match amount {
            Some(amount) => spreadsheet::amount(self.sheet, row, col, amount, format),
            None => self.sheet.write_blank(row, col, format).map(|_| ()),
        }
    }

    pub fn head(&mut self, row: u32, col: u16, text: &str) -> Result<(), XlsxError> {
        spreadsheet::text(self.sheet, row, col, text, &self.style.head)
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
