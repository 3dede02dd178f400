//! The sheet Identitas of a blank workbook.

use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

use super::note;
use super::page::{self, Side};
use super::table::{add_note, base, body, protect, write_cell};
use crate::model::{Periode, Tahap, Worksheet as Lembar};
use crate::sheets::schema::Kind;
use crate::sheets::worksheets::identitas;
use crate::workbook::{Cell, Value};

/// Writes the sheet: what is known of the agency, and behind it what a workbook that is carried
/// over said under each label.
pub(super) fn write(
    sheet: &mut Worksheet,
    opd: &str,
    daerah: Option<&str>,
    periode: Periode,
    migrated: &[(String, Cell)],
) -> Result<(), XlsxError> {
    sheet
        .set_name(Lembar::Identitas.tab())?
        .set_column_width(0, 30)?
        .set_column_width(1, 80)?;
    sheet.write_string_with_format(0, 0, "IDENTITAS PERANGKAT DAERAH", &base().set_bold())?;
    let mut known = migrated.to_vec();
    let text = |text: String| Cell {
        value: Value::Text(text),
        format: None,
    };
    let mut set = |label: &str, value: Option<String>| {
        if let Some(value) = value.filter(|_| !known.iter().any(|(name, _)| name == label)) {
            known.push((label.to_owned(), text(value)));
        }
    };
    set(
        "Nama Perangkat Daerah",
        (!opd.is_empty()).then(|| opd.to_owned()),
    );
    set("Daerah", daerah.map(str::to_owned));
    set(
        "Periode",
        Some(format!("{}-{}", periode.awal, periode.akhir)),
    );
    let mut row = 2;
    for (label, _) in identitas::LABEL {
        sheet.write_string_with_format(row, 0, label, &base().set_bold())?;
        add_note(sheet, row, 0, note::identitas(label).to_owned())?;
        if label == "Tahap" {
            let stage = Tahap::ALL.map(|tahap| tahap.to_string());
            let changed = stage.clone().map(|stage| format!("{stage} Perubahan"));
            let list = [stage, changed].concat();
            sheet.add_data_validation(
                row,
                1,
                row,
                1,
                &DataValidation::new().allow_list_strings(&list)?,
            )?;
        }
        let lines = lines_of(&known, label);
        for cell in &lines {
            write_cell(sheet, row, 1, cell, &body(Kind::Text))?;
            row += 1;
        }
        if lines.is_empty() {
            sheet.write_blank(row, 1, &body(Kind::Text))?;
            row += 1;
        }
    }
    sheet.set_column_format(1, &base().set_unlocked())?;
    page::setup(sheet, Side::Upright, None)?;
    protect(sheet);
    Ok(())
}

/// The values of a label with those of the blank labels behind it.
fn lines_of<'c>(known: &'c [(String, Cell)], label: &str) -> Vec<&'c Cell> {
    let mut own = false;
    known
        .iter()
        .filter(|(name, _)| {
            if !name.is_empty() {
                own = name == label;
            }
            own
        })
        .map(|(_, cell)| cell)
        .collect()
}
