//! The workbook of one unit: the rows that it answers for, and what they stand under
//! locked to read.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::guide;
use super::opd::{self, Form};
use super::page::{self, Side};
use super::table::{base, locked, protect, write_cell};
use crate::model::{BERKAS_UNIT, Worksheet as Lembar};
use crate::sheets::ALL;
use crate::sheets::migrate::{MigratedRow, ShareRow};
use crate::sheets::schema::Kind;
use crate::workbook::let_rows_grow;

/// What the workbook is made for.
#[derive(Debug)]
pub struct ShareForm<'a> {
    /// The agency, with what its workbook holds.
    pub form: Form<'a>,
    /// The unit.
    pub unit: &'a str,
    /// Its rows by worksheet.
    pub rows: &'a BTreeMap<Lembar, Vec<ShareRow>>,
}

/// The bytes of the workbook; the same for the same form.
///
/// # Errors
/// If the writer refuses, which no form can cause.
pub fn share(share: &ShareForm<'_>) -> Result<Vec<u8>, XlsxError> {
    let form = &share.form;
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(form.periode.awal.get(), 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_creation_datetime(&made)
            .set_category(BERKAS_UNIT)
            .set_title(format!("Renstra {}: {}", form.opd, share.unit)),
    );
    let lines = guide::share_lines(form.opd, share.unit);
    guide::write(workbook.add_worksheet(), &lines)?;
    identitas(workbook.add_worksheet(), form)?;
    for schema in ALL {
        let Some(rows) = share.rows.get(&schema.id).filter(|rows| !rows.is_empty()) else {
            continue;
        };
        let known: Vec<MigratedRow> = rows.iter().map(|row| row.cells.clone()).collect();
        let locked: Vec<bool> = rows.iter().map(|row| row.is_locked).collect();
        opd::write_rows(workbook.add_worksheet(), schema, form, &known, &locked)?;
    }
    opd::write_reference(workbook.add_worksheet(), form)?;
    Ok(let_rows_grow(workbook.save_to_buffer()?)?)
}

/// Identitas as it is, to be read only.
fn identitas(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    sheet
        .set_name(Lembar::Identitas.tab())?
        .set_column_width(0, 30)?
        .set_column_width(1, 80)?;
    let title = base().set_bold();
    sheet.write_string_with_format(0, 0, "IDENTITAS PERANGKAT DAERAH", &title)?;
    for (row, (label, cell)) in (2..).zip(&form.migrated.identitas) {
        sheet.write_string_with_format(row, 0, label, &title)?;
        write_cell(sheet, row, 1, cell, &locked(Kind::Text))?;
    }
    page::setup(sheet, Side::Upright, None)?;
    protect(sheet);
    Ok(())
}
