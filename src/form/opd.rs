//! A blank workbook of one agency, or one that already holds what is known.

use rust_xlsxwriter::{DocProperties, Formula, Workbook, Worksheet, XlsxError};

use super::layout::{self, Physical};
use super::page::{self, Side};
use super::reference::{self, edition};
use super::table::{Table, base, head};
use super::{guide, identitas, narasi, note, tambahan, year};
use crate::model::{Periode, Worksheet as Lembar};
use crate::regulation::{Kolom, Regulation, Tabel};
use crate::sheets::ALL;
pub use crate::sheets::migrate::Migrated;
use crate::sheets::migrate::MigratedRow;
use crate::sheets::schema::{Column, Schema};
use crate::workbook::{let_rows_grow, row_height};

/// Columns that a described table needs beyond those it prints.
const BESIDE: [&str; 3] = ["satuan", "sumber_data", "penanggung_jawab"];

/// Directions of an indicator that the sheet IKK knows.
const STATUS: [&str; 3] = ["Positif", "Negatif", "Kumulatif"];

/// What a workbook is made for.
#[derive(Debug)]
pub struct Form<'a> {
    /// The regulation.
    pub regulation: &'a Regulation,
    /// Name of the agency.
    pub opd: &'a str,
    /// Its bidang urusan, `1.02`.
    pub bidang: &'a [String],
    /// The plan's period.
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
pub fn blank(form: &Form<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = rust_xlsxwriter::ExcelDateTime::from_ymd(form.periode.awal.get(), 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_creation_datetime(&made)
            .set_title(format!("Renstra {}", form.opd))
            .set_custom_property("renstra_formulir", i32::from(guide::VERSION)),
    );
    guide::write(
        workbook.add_worksheet(),
        &guide::lines(form.regulation, form.opd),
    )?;
    identitas::write(
        workbook.add_worksheet(),
        form.opd,
        form.daerah,
        form.periode,
        &form.migrated.identitas,
    )?;
    let known = form.migrated.row.get(&Lembar::Narasi);
    let known = known.map(Vec::as_slice).unwrap_or_default();
    narasi::write(workbook.add_worksheet(), form.regulation, known)?;
    for schema in sheets(form) {
        write_table(workbook.add_worksheet(), schema, form)?;
    }
    write_reference(workbook.add_worksheet(), form)?;
    for table in &form.migrated.table {
        let has_place = |id| {
            let mut place = sheets(form);
            matches!(id, Lembar::Identitas | Lembar::Narasi) || place.any(|schema| schema.id == id)
        };
        if !table.id.is_some_and(has_place) {
            tambahan::write(&mut workbook, &table.sheet)?;
        }
    }
    Ok(let_rows_grow(workbook.save_to_buffer()?)?)
}

/// The worksheets of a regulation that the agency fills, in the order of a blank workbook.
pub(super) fn sheets(form: &Form<'_>) -> impl Iterator<Item = &'static Schema> {
    let fills = |tabel: &Tabel| {
        let mut own = tabel.bidang.iter();
        tabel.wajib
            || (tabel.formulir
                && (tabel.bidang.is_empty() || own.any(|kode| form.bidang.contains(kode))))
    };
    ALL.into_iter().filter(move |schema| {
        let always = matches!(
            schema.id,
            Lembar::Struktur
                | Lembar::TugasFungsi
                | Lembar::Pegawai
                | Lembar::Sarana
                | Lembar::Gambar
                | Lembar::Konfirmasi
        );
        let mut tables = form.regulation.tables_of(schema.id);
        always || tables.any(|(_, tabel)| fills(tabel))
    })
}

/// Whether a blank sheet has the column: one that no printed table of the
/// regulation shows is left out.
fn keeps(column: &Column, schema: &Schema, regulation: &Regulation) -> bool {
    let mut described = regulation
        .tables_of(schema.id)
        .map(|(_, tabel)| &tabel.kolom)
        .filter(|kolom| !kolom.is_empty())
        .peekable();
    if described.peek().is_none() {
        return true;
    }
    let shows = |kolom: &Kolom| kolom.isi == column.key && kolom.formulir;
    column.required
        || BESIDE.contains(&column.key)
        || described.any(|kolom| kolom.iter().any(shows))
}

pub(super) fn columns(schema: &'static Schema, form: &Form<'_>) -> Vec<Physical> {
    let computed = ["rasio", "pertumbuhan_anggaran", "pertumbuhan_realisasi"];
    let migrated = &form.migrated;
    let holds = |column: &Column| migrated.whole && migrated.holds(schema.id, column.key, None);
    layout::columns(
        schema,
        |column| {
            let usual = keeps(column, schema, form.regulation) && !computed.contains(&column.key);
            usual || holds(column)
        },
        |column| {
            let mut years = Vec::new();
            if !computed.contains(&column.key) {
                years.extend(year::years(schema, form.periode, form.regulation));
            }
            if migrated.whole {
                years.extend(migrated.years(schema.id, column.key));
            }
            years
        },
        year::base_year(form.periode, form.regulation),
    )
}

/// The column Jabatan of the blank sheet Struktur.
const POST: &str = "Struktur!$A$6:$A$204";

fn write_table(
    sheet: &mut Worksheet,
    schema: &'static Schema,
    form: &Form<'_>,
) -> Result<(), XlsxError> {
    let known = form.migrated.row.get(&schema.id);
    let known = known.map(Vec::as_slice).unwrap_or_default();
    write_rows(sheet, schema, form, known, &[])
}

/// A table with these rows; `locked` says which of them are there to be read only.
pub(super) fn write_rows(
    sheet: &mut Worksheet,
    schema: &'static Schema,
    form: &Form<'_>,
    known: &[MigratedRow],
    locked: &[bool],
) -> Result<(), XlsxError> {
    let count = reference_count(form) + 1;
    // A table without a row that may be changed takes no further ones.
    let read_only = !locked.is_empty() && locked.iter().all(|locked| *locked);
    Table {
        tab: schema.tab(),
        title: titles(schema, form),
        column: columns(schema, form),
        known,
        locked,
        read_only,
        list: &|column| match column.key {
            "satuan" => Some("Referensi!$D$2:$D$25".to_owned()),
            "unit" | "penanggung_jawab" => Some("Referensi!$E$2:$E$200".to_owned()),
            // One answers to a post, not to a unit.
            "atasan" => Some(POST.to_owned()),
            "kode" if !form.bidang.is_empty() => Some(format!("Referensi!$A$2:$A${count}")),
            // Here kode and name share a cell.
            "uraian" if schema.id == Lembar::Pendanaan && !form.bidang.is_empty() => {
                Some(format!("Referensi!$C$2:$C${count}"))
            }
            "status" => Some(format!("Referensi!$F$2:$F${}", STATUS.len() + 1)),
            _ => None,
        },
        official: (schema.id != Lembar::Pendanaan && !form.bidang.is_empty())
            .then(|| format!("Referensi!$A$2:$B${count}")),
        note: &note::note,
    }
    .write(sheet)
}

/// The two lines over a table; the agency is named once.
fn titles(schema: &Schema, form: &Form<'_>) -> [String; 2] {
    let title = title_of(schema, form);
    let opd = form.opd.to_uppercase();
    let named = !opd.is_empty() && title.contains(&opd);
    [title, if named { String::new() } else { opd }]
}

/// `TABEL T-C.27 RENCANA PROGRAM, …`: what the table is, as the document prints it.
fn title_of(schema: &Schema, form: &Form<'_>) -> String {
    let found = form.regulation.tables_of(schema.id).next();
    // A sheet of which several tables are printed is none of them.
    let Some((_, tabel)) = found.filter(|(id, _)| *id == schema.id.id()) else {
        return schema.tab().to_uppercase();
    };
    let years = year::years(schema, form.periode, form.regulation);
    let year = |year: Option<&u16>| year.map(ToString::to_string).unwrap_or_default();
    let judul = tabel
        .judul
        .replace("{opd}", form.opd)
        .replace("{daerah}", form.daerah.unwrap_or_default())
        .replace("{awal}", &form.periode.awal.to_string())
        .replace("{akhir}", &form.periode.akhir.to_string())
        .replace("{tahun_awal}", &year(years.first()))
        .replace("{tahun_akhir}", &year(years.last()));
    let judul = judul.split_whitespace().collect::<Vec<_>>().join(" ");
    match &tabel.kode {
        Some(kode) => format!("TABEL {kode} {}", judul.to_uppercase()),
        None => judul.to_uppercase(),
    }
}

fn reference_count(form: &Form<'_>) -> usize {
    reference::entries(form.bidang, edition(form.regulation)).len()
}

pub(super) fn write_reference(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    sheet.set_name("Referensi")?;
    for (col, (label, width)) in (0..).zip([
        ("Kode", 22),
        ("Nama resmi", 90),
        ("Kode dan nama", 60),
        ("Satuan", 20),
        ("Unit", 44),
        ("Status", 14),
    ]) {
        sheet.set_column_width(col, width)?;
        if !label.is_empty() {
            sheet.write_string_with_format(0, col, label, &head())?;
        }
    }
    let text = base().set_num_format("@");
    for (row, (kode, uraian)) in
        (1..).zip(reference::entries(form.bidang, edition(form.regulation)))
    {
        let both = format!("{kode} {uraian}");
        let high = row_height([(both.as_str(), 60), (uraian.as_str(), 90)]);
        sheet.set_row_height(row, high)?;
        sheet.write_string_with_format(row, 0, kode, &text)?;
        sheet.write_string_with_format(row, 1, uraian, &text)?;
        sheet.write_string_with_format(row, 2, both, &text)?;
    }
    for (row, status) in (1..).zip(STATUS) {
        sheet.write_string(row, 5, status)?;
    }
    for (row, satuan) in (1..).zip(reference::SATUAN) {
        sheet.write_string(row, 3, satuan)?;
    }
    sheet.set_formula_result_default("");
    // Units follow the posts of Struktur: "Kepala Bidang X" heads "Bidang X".
    for row in 1..200 {
        let post = format!("Struktur!$A${}", row + 5);
        let formula = Formula::new(format!(
            "=IF({post}=\"\",\"\",IF(LEFT({post},7)=\"Kepala \",MID({post},8,200),{post}))"
        ));
        sheet.write_formula(row, 4, formula)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    page::setup(sheet, Side::Turned, Some(0))?;
    Ok(())
}
