//! What a workbook holds, cell by cell under the columns it belongs to: for
//! carrying it over into another workbook.

use std::collections::BTreeMap;

use super::heading::Year;
use super::row::Row;
use super::shape::{Kind, Shape};
use super::table::Table;
use super::{identitas, recognise, rpjmd, section};
use crate::diagnostic::Diagnostics;
use crate::workbook::{Cell, Sheet, Workbook};

/// The cells of a row by key and, of a yearly column, its year.
pub type CarriedRow = BTreeMap<(&'static str, Option<u16>), Cell>;

/// A workbook's contents.
#[derive(Debug, Clone, Default)]
pub struct Carried {
    /// Labels of Identitas with their values; a blank label continues a list.
    pub identitas: Vec<(String, Cell)>,
    /// Rows by worksheet id.
    pub row: BTreeMap<&'static str, Vec<CarriedRow>>,
}

/// Takes what the reader would read; what it cannot place is in `out`.
pub fn carry(workbook: &Workbook, out: &mut Diagnostics) -> Carried {
    let mut carried = Carried::default();
    for sheet in workbook.sheet.iter().filter(|sheet| !sheet.hidden) {
        for (at, part) in section::split(sheet).iter().enumerate() {
            let found = if at == 0 {
                recognise::shape(part, false, out)
            } else {
                recognise::shape_below(part, false, out)
            };
            if let Some(shape) = found {
                carried.take(part, shape, out);
            }
        }
    }
    carried
}

/// The same of an RPJMD workbook, whose sheets hold one table each.
pub fn carry_rpjmd(workbook: &Workbook, out: &mut Diagnostics) -> Carried {
    let mut carried = Carried::default();
    for sheet in workbook.sheet.iter().filter(|sheet| !sheet.hidden) {
        if let Some(shape) = recognise::among(&rpjmd::ALL, sheet, false, out) {
            carried.take(sheet, shape, out);
        }
    }
    carried
}

impl Carried {
    fn take(&mut self, sheet: &Sheet, shape: &'static Shape, out: &mut Diagnostics) {
        if shape.id == identitas::SHAPE.id {
            self.identitas = identitas::carry(sheet);
        } else if let Some(table) = Table::find(sheet, shape, out) {
            let row = self.row.entry(shape.id).or_default();
            row.extend(table.rows().map(|row| cells(&table, shape, row)));
        }
    }
}

fn cells(table: &Table<'_>, shape: &'static Shape, row: u32) -> CarriedRow {
    let mut cell = CarriedRow::new();
    for column in shape.column.iter().filter(|column| column.kind != Kind::No) {
        let mut take = |year: Option<u16>, col: u32| {
            if let Some(found) = table.sheet.get(row, col) {
                cell.insert((column.key, year), found.clone());
            }
        };
        if let Some(col) = table.col(column.key) {
            take(None, col);
        }
        for (year, col) in table.header.yearly.get(column.key).into_iter().flatten() {
            if let Year::Calendar(year) = year {
                take(Some(*year), *col);
            }
        }
    }
    if cell.is_empty() {
        cell.extend(band(table, shape, row));
    }
    cell
}

/// A band over the whole width (`Visi: …`) begins in a column of numbers, which is
/// not carried over; its text goes to the first column of words.
fn band(
    table: &Table<'_>,
    shape: &'static Shape,
    row: u32,
) -> Option<((&'static str, Option<u16>), Cell)> {
    let band = Row { table, row }.band()?;
    let at = band.origin.cell?;
    let first = shape.column.iter().find(|column| column.kind != Kind::No)?;
    Some(((first.key, None), table.sheet.get(at.row, at.col)?.clone()))
}
