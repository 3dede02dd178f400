//! One worksheet of a form: title, merged heading with notes, rows ready to be filled.

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule,
    Format, FormatAlign, FormatBorder, Formula, Note, ProtectionOptions, Worksheet, XlsxError,
};

use super::layout::{self, HeadingCell, Physical};
use super::page;
use crate::sheets::migrate::MigratedRow;
use crate::sheets::schema::{Column, Kind};
use crate::workbook::{Cell, Value, row_height};

/// Rows below a heading that are ready to be filled.
const ROWS: u32 = 300;

/// Rows of a table without money that get its formulas: it is a short one, and what a formula
/// stands in is printed.
const SHORT: u32 = 60;

/// What a worksheet shows.
pub(super) struct Table<'a> {
    /// Name of its tab.
    pub tab: &'a str,
    /// The two lines above it.
    pub title: [String; 2],
    /// Its columns.
    pub column: Vec<Physical>,
    /// Rows that it already holds.
    pub known: &'a [MigratedRow],
    /// Which of those rows are there to be read only.
    pub locked: &'a [bool],
    /// Whether the whole sheet is there to be read only.
    pub read_only: bool,
    /// The cells that a column's list to choose from stands in, if it has one.
    pub list: &'a dyn Fn(&Column) -> Option<String>,
    /// The cells that hold each kode and, behind it, its official name.
    pub official: Option<String>,
    /// What the note at a column's heading says.
    pub note: &'a dyn Fn(&Column) -> String,
}

impl Table<'_> {
    /// Writes it.
    pub fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let physical = &self.column;
        sheet.set_name(self.tab)?;
        let last = u16::try_from(physical.len().saturating_sub(1)).unwrap_or_default();
        for (col, p) in (0..).zip(physical) {
            sheet.set_column_width(col, p.column.width)?;
            let format = if self.read_only {
                locked(p.column.kind)
            } else {
                body(p.column.kind)
            };
            sheet.set_column_format(col, &format.set_border(FormatBorder::None))?;
        }
        // Over several pages the middle would be on none of them.
        let side = if page::pages_of(physical) > 1 {
            FormatAlign::Left
        } else {
            FormatAlign::Center
        };
        let title = base().set_bold().set_align(side);
        for (row, line) in (0..).zip(&self.title) {
            if line.is_empty() {
                continue;
            }
            if last > 0 {
                sheet.merge_range(row, 0, row, last, line, &title)?;
            } else {
                sheet.write_string_with_format(row, 0, line, &title)?;
            }
        }
        let top = 3;
        let (heading, height) = layout::heading(physical);
        for cell in &heading {
            let (r1, r2) = (top + cell.row.0, top + cell.row.1);
            if (r1, cell.col.0) == (r2, cell.col.1) {
                sheet.write_string_with_format(r1, cell.col.0, &cell.text, &head())?;
            } else {
                sheet.merge_range(r1, cell.col.0, r2, cell.col.1, &cell.text, &head())?;
            }
        }
        for (row, height) in (top..).zip(heights(physical, &heading, height)) {
            sheet.set_row_height(row, height)?;
        }
        for (col, p) in (0..).zip(physical) {
            let level = u32::try_from(p.heading.len()).unwrap_or(1) - 1;
            // Once a group: the same words at every year would hide the table.
            let first = physical
                .iter()
                .position(|other| other.column.key == p.column.key);
            if first == Some(usize::from(col)) {
                add_note(sheet, top + level, col, (self.note)(p.column))?;
            }
        }
        let mut row = top + height;
        if physical.len() > 3 {
            for col in 0..=last {
                sheet.write_string_with_format(row, col, format!("({})", col + 1), &head())?;
            }
            row += 1;
        }
        sheet.set_freeze_panes(row, 0)?;
        page::setup_table(sheet, physical, row - 1)?;
        lines(sheet, row, last)?;
        self.validate(sheet, row)?;
        self.fill(sheet, row)?;
        if !self.read_only {
            total_formula(sheet, row, physical, self.known)?;
        }
        if let Some(official) = self.official.as_ref().filter(|_| !self.read_only) {
            name_formula(sheet, row, physical, self.known, official)?;
        }
        protect(sheet);
        Ok(())
    }

    fn fill(&self, sheet: &mut Worksheet, first: u32) -> Result<(), XlsxError> {
        for ((row, line), at) in (first..).zip(self.known).zip(0..) {
            let is_locked = self.read_only || self.locked.get(at) == Some(&true);
            sheet.set_row_height(row, self.height(line))?;
            for (col, p) in (0..).zip(&self.column) {
                let kind = p.column.kind;
                let format = if is_locked { locked(kind) } else { body(kind) };
                match line.get(&(p.column.key, p.tahun)) {
                    Some(cell) => write_cell(sheet, row, col, cell, &format)?,
                    // Also what is blank in a row that is locked.
                    None if is_locked => {
                        sheet.write_blank(row, col, &format)?;
                    }
                    None => {}
                }
            }
        }
        Ok(())
    }

    /// Height of a row that it already holds.
    fn height(&self, line: &MigratedRow) -> f64 {
        row_height(self.column.iter().filter_map(|p| {
            match &line.get(&(p.column.key, p.tahun))?.value {
                Value::Text(text) => Some((text.as_str(), usize::from(p.column.width))),
                _ => None,
            }
        }))
    }

    /// Lists to choose from, and numbers where only numbers are.
    fn validate(&self, sheet: &mut Worksheet, first: u32) -> Result<(), XlsxError> {
        let last = first + ROWS;
        for (col, p) in (0..).zip(&self.column) {
            let rule = if p.column.kind == Kind::Rupiah {
                DataValidation::new()
                    .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
                    .set_error_title("Bukan angka rupiah")?
                    .set_error_message("Isi angka rupiah penuh tanpa titik dan tanpa Rp.")?
            } else if let Some(list) = (self.list)(p.column) {
                // It proposes and does not forbid.
                DataValidation::new()
                    .set_error_style(DataValidationErrorStyle::Information)
                    .allow_list_formula(Formula::new(format!("={list}")))
            } else {
                continue;
            };
            sheet.add_data_validation(first, col, last, col, &rule)?;
        }
        Ok(())
    }
}

/// Heights of the rows of a heading: of each what its own cells need; what a cell over
/// several rows needs beyond theirs has the last of them.
fn heights(physical: &[Physical], heading: &[HeadingCell], count: u32) -> Vec<f64> {
    let needed = |cell: &HeadingCell| {
        let (first, last) = (usize::from(cell.col.0), usize::from(cell.col.1));
        let covered = physical.get(first..=last).unwrap_or_default();
        let width = covered.iter().map(|p| usize::from(p.column.width)).sum();
        row_height([(cell.text.as_str(), width)])
    };
    let place = |row: u32| usize::try_from(row).unwrap_or(usize::MAX);
    let mut heights = vec![row_height([]); place(count)];
    let (own, over): (Vec<_>, Vec<_>) = heading.iter().partition(|cell| cell.row.0 == cell.row.1);
    for cell in own.into_iter().chain(over) {
        let rows = place(cell.row.0)..=place(cell.row.1);
        let there: f64 = heights.get(rows).unwrap_or_default().iter().sum();
        if let Some(last) = heights.get_mut(place(cell.row.1)) {
            *last += (needed(cell) - there).max(0.0);
        }
    }
    heights
}

/// Lines around the cells of each row in which something stands, on paper too: those of the
/// grid are not printed.
fn lines(sheet: &mut Worksheet, first: u32, last: u16) -> Result<(), XlsxError> {
    let right = crate::diagnostic::column_name(u32::from(last));
    let at = first + 1;
    let rule = ConditionalFormatFormula::new()
        .set_rule(Formula::new(format!(
            "=SUMPRODUCT(LEN($A{at}:${right}{at}))>0"
        )))
        .set_format(Format::new().set_border(FormatBorder::Thin));
    sheet.add_conditional_format(first, 0, first + ROWS, last, &rule)?;
    Ok(())
}

pub(super) fn base() -> Format {
    Format::new()
        .set_font_name("Arial")
        .set_font_size(10)
        .set_text_wrap()
}

pub(super) fn head() -> Format {
    base()
        .set_bold()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x00D9_E2F3))
}

pub(super) fn body(kind: Kind) -> Format {
    let format = base()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_unlocked();
    match kind {
        Kind::Text | Kind::Kode => format.set_num_format("@"),
        Kind::Rupiah => format.set_num_format("#,##0"),
        Kind::No | Kind::Target | Kind::Angka => format,
    }
}

/// A cell that is there to be read only.
pub(super) fn locked(kind: Kind) -> Format {
    body(kind)
        .set_locked()
        .set_background_color(Color::RGB(0x00EE_EEEE))
}

/// Headings stay as the reader knows them; rows are the office's.
pub(super) fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        insert_rows: true,
        delete_rows: true,
        format_cells: true,
        format_rows: true,
        format_columns: true,
        sort: true,
        use_autofilter: true,
        edit_objects: true,
        ..ProtectionOptions::default()
    });
}

/// A note at a cell, as high as its text needs.
pub(super) fn add_note(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    text: String,
) -> Result<(), XlsxError> {
    let height = 40 + u32::try_from(text.len() / 3).unwrap_or(60);
    let note = Note::new(text)
        .add_author_prefix(false)
        .set_width(260)
        .set_height(height);
    sheet.insert_note(row, col, &note)?;
    Ok(())
}

/// A cell as it was, with its number format.
pub(super) fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    let own = |code: Option<&str>| match code {
        Some(code) if code != "General" => format.clone().set_num_format(code),
        _ => format.clone(),
    };
    match &cell.value {
        Value::Number(number) => {
            // A spreadsheet holds binary floats; fifteen digits come back exactly.
            let value: f64 = number.to_string().parse().unwrap_or_default();
            let format = match cell.format.as_deref() {
                // A number in a column of text stays a number.
                Some("General") | None => format.clone().set_num_format("General"),
                code => own(code),
            };
            sheet.write_number_with_format(row, col, value, &format)?;
        }
        Value::Text(text) | Value::Error(text) => {
            sheet.write_string_with_format(row, col, text, format)?;
        }
        Value::Bool(yes) => {
            sheet.write_boolean_with_format(row, col, *yes, format)?;
        }
        Value::Date(date) => {
            let year = u16::try_from(date.year).unwrap_or_default();
            let date = rust_xlsxwriter::ExcelDateTime::from_ymd(year, date.month, date.day)?;
            let format = format.clone().set_num_format("dd/mm/yyyy");
            sheet.write_datetime_with_format(row, col, &date, &format)?;
        }
        Value::NoResult => {}
    }
    Ok(())
}

/// The period's money as a formula with a stored blank, where nothing was carried
/// over.
fn total_formula(
    sheet: &mut Worksheet,
    first: u32,
    physical: &[Physical],
    known: &[MigratedRow],
) -> Result<(), XlsxError> {
    let Some(target) = physical.iter().position(|p| p.column.key == "pagu_akhir") else {
        return Ok(());
    };
    let money: Vec<String> = physical
        .iter()
        .enumerate()
        .filter(|(_, p)| p.column.key == "pagu")
        .map(|(col, _)| crate::diagnostic::column_name(u32::try_from(col).unwrap_or_default()))
        .collect();
    // A blank that the formula has not computed yet is a blank, not a zero.
    sheet.set_formula_result_default("");
    let start = first + u32::try_from(known.len()).unwrap_or_default();
    for row in start..first + ROWS {
        let cell: Vec<String> = money
            .iter()
            .map(|name| format!("{name}{}", row + 1))
            .collect();
        let list = cell.join(",");
        let formula = Formula::new(format!("=IF(COUNT({list})=0,\"\",SUM({list}))"));
        let col = u16::try_from(target).unwrap_or_default();
        let format = body(Kind::Rupiah).set_border(FormatBorder::None);
        sheet.write_formula_with_format(row, col, formula, &format)?;
    }
    Ok(())
}

/// A chosen kode brings its official name, until something else is typed there.
fn name_formula(
    sheet: &mut Worksheet,
    first: u32,
    physical: &[Physical],
    known: &[MigratedRow],
    official: &str,
) -> Result<(), XlsxError> {
    let place = |key| physical.iter().position(|p| p.column.key == key);
    let (Some(kode), Some(name)) = (place("kode"), place("uraian")) else {
        return Ok(());
    };
    let kode = crate::diagnostic::column_name(u32::try_from(kode).unwrap_or_default());
    let col = u16::try_from(name).unwrap_or_default();
    // A formula that is edited in a cell of text would become text.
    let format = body(Kind::No).set_border(FormatBorder::None);
    sheet.set_formula_result_default("");
    let start = first + u32::try_from(known.len()).unwrap_or_default();
    let is_long = physical.iter().any(|p| p.column.kind == Kind::Rupiah);
    let last = first + if is_long { ROWS } else { SHORT };
    for row in start..last {
        let cell = format!("${kode}{}", row + 1);
        let formula = Formula::new(format!(
            "=IF({cell}=\"\",\"\",IFERROR(VLOOKUP({cell},{official},2,FALSE),\"\"))"
        ));
        sheet.write_formula_with_format(row, col, formula, &format)?;
    }
    Ok(())
}
