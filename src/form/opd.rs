//! A blank workbook of one agency, or one that already holds what is known.

use rust_xlsxwriter::{DataValidation, DocProperties, Formula, Workbook, Worksheet, XlsxError};

use super::layout::{self, Physical};
use super::page::{self, Side};
use super::reference::{self, edition};
use super::table::{Table, add_note, base, body, head, protect, write_cell};
use super::{guide, hint, note, tambahan, year};
use crate::model::{Periode, Tahap, Worksheet as Lembar};
use crate::regulation::{Kolom, Regulation, Slot, Tabel};
use crate::sheets::ALL;
pub use crate::sheets::migrate::Migrated;
use crate::sheets::migrate::MigratedRow;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::worksheets::identitas;
use crate::workbook::{Cell, Value, let_rows_grow, row_height};

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
    write_identitas(workbook.add_worksheet(), form)?;
    write_narasi(workbook.add_worksheet(), form)?;
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

fn write_identitas(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    sheet
        .set_name(Lembar::Identitas.tab())?
        .set_column_width(0, 30)?
        .set_column_width(1, 80)?;
    sheet.write_string_with_format(0, 0, "IDENTITAS PERANGKAT DAERAH", &base().set_bold())?;
    let mut known = form.migrated.identitas.clone();
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
        (!form.opd.is_empty()).then(|| form.opd.to_owned()),
    );
    set("Daerah", form.daerah.map(str::to_owned));
    set(
        "Periode",
        Some(format!("{}-{}", form.periode.awal, form.periode.akhir)),
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

/// Letters that the columns of Narasi are wide.
const LABEL: usize = 50;
const TEXT: usize = 96;

fn write_narasi(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    sheet
        .set_name(Lembar::Narasi.tab())?
        .set_column_width(0, u32::try_from(LABEL).unwrap_or_default())?
        .set_column_width(1, u32::try_from(TEXT).unwrap_or_default())?;
    let schema = crate::sheets::schema(Lembar::Narasi);
    for (col, label) in [(0_u16, "Subbab"), (1, "Isi")] {
        sheet.write_string_with_format(0, col, label, &head())?;
        let key = if col == 0 { "subbab" } else { "isi" };
        if let Some(column) = schema.find(key) {
            add_note(sheet, 0, col, note::note(column))?;
        }
    }
    let known = form
        .migrated
        .row
        .get(&Lembar::Narasi)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut taken = vec![false; known.len()];
    let mut row = 1;
    for (place, title) in slots(form.regulation) {
        let slot = &place.id;
        sheet.write_string_with_format(row, 0, &title, &body(Kind::Text))?;
        add_note(sheet, row, 0, hint::hint(form.regulation, &place))?;
        let mut isi: Vec<String> = Vec::new();
        let mut own = false;
        for (at, line) in known.iter().enumerate() {
            if let Some(name) = shown(line, "subbab") {
                own = crate::sheets::worksheets::narasi::slot(&name) == *slot;
            }
            if own {
                taken[at] = true;
                isi.extend(shown(line, "isi"));
            }
        }
        let isi = isi.join("\n\n");
        sheet.set_row_height(
            row,
            row_height([(title.as_str(), LABEL), (isi.as_str(), TEXT)]),
        )?;
        sheet.write_string_with_format(row, 1, isi, &body(Kind::Text))?;
        row += 1;
    }
    // What the regulation has no place for is kept, so that nothing is lost.
    for (line, _) in known.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        for (col, key) in [(0_u16, "subbab"), (1, "isi")] {
            if let Some(text) = shown(line, key) {
                sheet.write_string_with_format(row, col, text, &body(Kind::Text))?;
            }
        }
        row += 1;
    }
    sheet.set_column_format(1, &base().set_unlocked())?;
    sheet.set_freeze_panes(1, 0)?;
    page::setup(sheet, Side::Turned, Some(0))?;
    Ok(())
}

/// Slots of the sheet Narasi with the words that name them there.
fn slots(regulation: &Regulation) -> Vec<(Slot, String)> {
    let mut list: Vec<(Slot, String)> = regulation
        .slot()
        .into_iter()
        .map(|slot| {
            let title = if slot.interpretasi {
                let kode = regulation
                    .tabel
                    .get(&slot.id)
                    .and_then(|tabel| tabel.kode.clone());
                let name = kode.unwrap_or_else(|| slot.id.replace('-', " "));
                format!("Interpretasi {name}")
            } else {
                slot.judul.clone()
            };
            (slot, title)
        })
        .collect();
    list.dedup_by(|a, b| a.0.id == b.0.id && a.1 == b.1);
    list
}

fn shown(row: &MigratedRow, key: &'static str) -> Option<String> {
    match &row.get(&(key, None))?.value {
        Value::Text(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
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
