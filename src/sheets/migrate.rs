//! What a workbook holds, cell by cell under the columns it belongs to: for
//! carrying it over into another workbook.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::heading::Year;
use super::parts;
use super::plan_year::Years;
use super::prepare::prepare;
use super::read_context::Reading;
use super::row::Row;
use super::schema::{Kind, Schema};
use super::table::Table;
use super::table_region::TableRegion;
use super::worksheets::identitas;
use super::{cell, recognise, rpjmd};
use crate::diagnostic::{Diagnostics, Origin};
use crate::model::{Entry, Worksheet};
use crate::workbook::{Cell, Sheet, Value, Workbook};

/// The cells of a row by key and, of a yearly column, its year.
pub type MigratedRow = BTreeMap<(&'static str, Option<u16>), Cell>;

/// A row of a workbook that goes out to a unit.
#[derive(Debug, Clone)]
pub struct ShareRow {
    /// Its cells.
    pub cells: MigratedRow,
    /// Whether it is there to be read only.
    pub is_locked: bool,
}

/// A workbook's contents.
#[derive(Debug, Clone, Default)]
pub struct Migrated {
    /// Labels of Identitas with their values; a blank label continues a list.
    pub identitas: Vec<(String, Cell)>,
    /// Rows by worksheet.
    pub row: BTreeMap<Worksheet, Vec<MigratedRow>>,
    /// Where each of those rows stands.
    pub place: BTreeMap<Worksheet, Vec<Origin>>,
    /// Tables as they stand: the agency's own, and those of a worksheet that the
    /// other workbook may not have.
    pub table: Vec<MigratedTable>,
    /// Whether every column and year that was carried has a place in the new workbook,
    /// also where a blank one has none.
    pub whole: bool,
}

/// A table with the cells of its sheet.
#[derive(Debug, Clone)]
pub struct MigratedTable {
    /// Worksheet that it is; `None` for one of the agency's own.
    pub id: Option<Worksheet>,
    /// Its cells.
    pub sheet: Sheet,
}

/// Takes what the reader would read; what it cannot place is in `out`. Sheets of
/// which the indices are `repeated` only repeat a table of another one.
pub fn migrate(workbook: &Workbook, repeated: &BTreeSet<u32>, out: &mut Diagnostics) -> Migrated {
    let mut migrated = Migrated::default();
    for TableRegion {
        sheet, schema, own, ..
    } in parts::parts(workbook, &Reading::default(), out)
    {
        let index = sheet.origin.sheet_index;
        let again = index.is_some_and(|index| repeated.contains(&index));
        if let Some(schema) = schema {
            if again && (schema.id.is_goals() || schema.id.is_funding()) {
                continue;
            }
            migrated.take(&sheet, schema, out);
        }
        if schema.is_some() || own.is_some() {
            migrated.table.push(MigratedTable {
                id: schema.map(|schema| schema.id),
                sheet: sheet.into_owned(),
            });
        }
    }
    migrated
}

/// The same of an RPJMD workbook, whose sheets hold one table each.
pub fn migrate_rpjmd(workbook: &Workbook, out: &mut Diagnostics) -> Migrated {
    let mut migrated = Migrated::default();
    for sheet in workbook.sheet.iter().filter(|sheet| !sheet.hidden) {
        if let Some(schema) = recognise::among(&rpjmd::ALL, sheet, &|| false, out) {
            let part = TableRegion::new(Cow::Borrowed(sheet), Some(schema));
            let part = prepare(part, &Years::default(), out);
            migrated.take(&part.sheet, schema, out);
        }
    }
    migrated
}

impl Migrated {
    /// Whether rows of a worksheet have something in a column; of a yearly one, in a year.
    pub fn holds(&self, worksheet: Worksheet, key: &str, year: Option<u16>) -> bool {
        let rows = self.row.get(&worksheet).into_iter().flatten();
        let mut keys = rows.flat_map(BTreeMap::keys);
        keys.any(|(own, of)| *own == key && *of == year)
    }

    /// Years for which rows of a worksheet have something in a column.
    pub fn years(&self, worksheet: Worksheet, key: &str) -> BTreeSet<u16> {
        let rows = self.row.get(&worksheet).into_iter().flatten();
        let keys = rows.flat_map(BTreeMap::keys);
        keys.filter_map(|(own, year)| year.filter(|_| *own == key))
            .collect()
    }

    fn take(&mut self, sheet: &Sheet, schema: &'static Schema, out: &mut Diagnostics) {
        if schema.id == Worksheet::Identitas {
            self.identitas = identitas::migrate(sheet);
        } else if let Some(table) = Table::find(sheet, schema, out) {
            let rows: Vec<u32> = table.rows().collect();
            let row = self.row.entry(schema.id).or_default();
            row.extend(rows.iter().map(|row| cells(&table, schema, *row)));
            let place = self.place.entry(schema.id).or_default();
            place.extend(rows.iter().map(|row| sheet.origin.at(*row, 0)));
        }
    }
}

fn cells(table: &Table<'_>, schema: &'static Schema, row: u32) -> MigratedRow {
    let mut cell = MigratedRow::new();
    for column in schema
        .column
        .iter()
        .filter(|column| column.kind != Kind::No)
    {
        let mut take = |year: Option<u16>, col: u32| {
            if let Some(found) = table.sheet.get(row, col) {
                cell.insert((column.key, year), amount(column.kind, found));
            }
        };
        // In one cell with the name, a kode is carried over with it.
        let in_name = column.key == "kode" && table.col("kode") == table.col("uraian");
        if let Some(col) = table.col(column.key).filter(|_| !in_name) {
            take(None, col);
        }
        for (year, col) in table.header.yearly.get(column.key).into_iter().flatten() {
            if let Year::Calendar(year) = year {
                take(Some(*year), *col);
            }
        }
    }
    if cell.is_empty() {
        cell.extend(band(table, schema, row));
    }
    cell
}

/// An amount that was typed as text, as the number that the reader takes it for.
fn amount(kind: Kind, cell: &Cell) -> Cell {
    let mut silent = Diagnostics::new();
    let text = matches!(cell.value, Value::Text(_)) && kind == Kind::Rupiah;
    match text.then(|| cell::rupiah(cell, Origin::file(""), &mut silent)) {
        Some(Entry::Filled(rupiah)) => Cell {
            value: Value::Number(rupiah.value.decimal()),
            format: None,
        },
        _ => cell.clone(),
    }
}

/// A band over the whole width (`Visi: …`) begins in a column of numbers, which is
/// not carried over; its text goes to the first column of words.
fn band(
    table: &Table<'_>,
    schema: &'static Schema,
    row: u32,
) -> Option<((&'static str, Option<u16>), Cell)> {
    let band = Row { table, row }.lone_text()?;
    let at = band.origin.cell?;
    let first = schema
        .column
        .iter()
        .find(|column| column.kind != Kind::No)?;
    Some(((first.key, None), table.sheet.get(at.row, at.col)?.clone()))
}
