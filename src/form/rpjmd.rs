//! A blank RPJMD workbook of a city.

use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};

use super::layout::{self, Physical};
use super::page::{self, Side};
use super::reference::{self, edition};
use super::table::{Table, add_note, base, body, head, protect};
use super::{guide, note, year};
use crate::model::{JenisWajib, Periode, Worksheet as Lembar};
use crate::regulation::Regulation;
use crate::sheets::migrate::Migrated;
use crate::sheets::rpjmd::ALL;
use crate::sheets::schema::{Kind, Schema};
use crate::workbook::let_rows_grow;

/// Labels of Identitas that speak of a region and not of an agency.
const LABEL: [&str; 3] = ["Daerah", "Provinsi", "Periode"];

/// What the workbook is made for.
#[derive(Debug)]
pub struct RpjmdForm<'a> {
    /// The regulation of the plans that follow it.
    pub regulation: &'a Regulation,
    /// Agencies to choose from.
    pub opd: &'a [&'a str],
    /// The period.
    pub periode: Periode,
    /// The region, if it is known.
    pub daerah: Option<&'a str>,
    /// What it already holds.
    pub migrated: Migrated,
}

/// The bytes of the workbook; the same for the same form.
///
/// # Errors
/// If the writer refuses, which no form can cause.
pub fn blank_rpjmd(form: &RpjmdForm<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = rust_xlsxwriter::ExcelDateTime::from_ymd(form.periode.awal.get(), 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_creation_datetime(&made)
            .set_title("RPJMD")
            .set_custom_property("renstra_formulir", i32::from(guide::VERSION)),
    );
    guide::write(workbook.add_worksheet(), &guide::rpjmd_lines())?;
    write_identitas(workbook.add_worksheet(), form)?;
    for schema in ALL
        .into_iter()
        .filter(|schema| schema.id != Lembar::Identitas)
    {
        write_table(workbook.add_worksheet(), schema, form)?;
    }
    write_reference(workbook.add_worksheet(), form)?;
    Ok(let_rows_grow(workbook.save_to_buffer()?)?)
}

fn write_identitas(sheet: &mut Worksheet, form: &RpjmdForm<'_>) -> Result<(), XlsxError> {
    sheet
        .set_name(Lembar::Identitas.tab())?
        .set_column_width(0, 30)?
        .set_column_width(1, 80)?;
    sheet.write_string_with_format(0, 0, "IDENTITAS RPJMD", &base().set_bold())?;
    let periode = format!("{}-{}", form.periode.awal, form.periode.akhir);
    for (row, label) in (2..).zip(LABEL) {
        sheet.write_string_with_format(row, 0, label, &base().set_bold())?;
        add_note(sheet, row, 0, note::identitas(label).to_owned())?;
        let value = match label {
            "Daerah" => form.daerah.unwrap_or_default(),
            "Periode" => &periode,
            _ => "",
        };
        sheet.write_string_with_format(row, 1, value, &body(Kind::Text))?;
    }
    sheet.set_column_format(1, &base().set_unlocked())?;
    page::setup(sheet, Side::Upright, None)?;
    protect(sheet);
    Ok(())
}

fn write_table(
    sheet: &mut Worksheet,
    schema: &'static Schema,
    form: &RpjmdForm<'_>,
) -> Result<(), XlsxError> {
    let known = form.migrated.row.get(&schema.id);
    let program = programs(form).len() + 1;
    Table {
        tab: schema.tab(),
        title: [
            schema.tab().to_uppercase(),
            form.daerah.unwrap_or_default().to_uppercase(),
        ],
        column: columns(schema, form),
        known: known.map(Vec::as_slice).unwrap_or_default(),
        locked: &[],
        read_only: false,
        list: &|column| match column.key {
            "satuan" => Some("Referensi!$D$2:$D$25".to_owned()),
            // Further agencies are added below those that were named.
            "opd" | "pelaksana" => Some("Referensi!$E$2:$E$200".to_owned()),
            "jenis" => Some(format!("Referensi!$F$2:$F${}", JenisWajib::ALL.len() + 1)),
            "bidang" => Some(format!("Referensi!$G$2:$G${}", bidang(form).len() + 1)),
            "kode" => Some(format!("Referensi!$A$2:$A${program}")),
            _ => None,
        },
        official: Some(format!("Referensi!$A$2:$B${program}")),
        note: &note::rpjmd_note,
    }
    .write(sheet)
}

fn columns(schema: &'static Schema, form: &RpjmdForm<'_>) -> Vec<Physical> {
    layout::columns(
        schema,
        |_| true,
        |_| year::years(schema, form.periode, form.regulation),
        year::base_year(form.periode, form.regulation),
    )
}

/// Kode and names of programs that an RPJMD may have.
fn programs(form: &RpjmdForm<'_>) -> Vec<(String, String)> {
    reference::programs(edition(form.regulation))
}

/// Bidang urusan to choose from.
fn bidang(form: &RpjmdForm<'_>) -> Vec<String> {
    reference::bidang(edition(form.regulation))
}

fn write_reference(sheet: &mut Worksheet, form: &RpjmdForm<'_>) -> Result<(), XlsxError> {
    sheet.set_name("Referensi")?;
    for (col, (label, width)) in (0..).zip([
        ("Kode", 14),
        ("Nama resmi program", 90),
        ("", 4),
        ("Satuan", 20),
        ("Perangkat Daerah", 60),
        ("Jenis", 24),
        ("Bidang urusan", 80),
    ]) {
        sheet.set_column_width(col, width)?;
        if !label.is_empty() {
            sheet.write_string_with_format(0, col, label, &head())?;
        }
    }
    let text = base().set_num_format("@");
    for (row, (kode, uraian)) in (1..).zip(programs(form)) {
        sheet.write_string_with_format(row, 0, kode, &text)?;
        sheet.write_string_with_format(row, 1, uraian, &text)?;
    }
    for (row, satuan) in (1..).zip(reference::SATUAN) {
        sheet.write_string(row, 3, satuan)?;
    }
    for (row, opd) in (1..).zip(form.opd) {
        sheet.write_string_with_format(row, 4, *opd, &text)?;
    }
    for (row, jenis) in (1..).zip(JenisWajib::ALL) {
        sheet.write_string(row, 5, jenis.word())?;
    }
    for (row, bidang) in (1..).zip(bidang(form)) {
        sheet.write_string_with_format(row, 6, bidang, &text)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    page::setup(sheet, Side::Turned, Some(0))?;
    Ok(())
}
