//! What offices type in ways of their own, brought to the way that the readers
//! expect: `sda` below a text, a kode with blanks for dots, `199,2 juta`, `77.2`, a
//! name wrapped by hand.
//!
//! Only what can mean one thing is restored, and the sheet says so once, quoting
//! cells. What may mean two things stays as typed, with a finding at its cell.

mod counted;
mod date;
mod decimal;
mod ditto;
mod kode;
mod money;
mod notice;
mod wrap;

use std::collections::BTreeMap;

use super::schema::{Column, Schema};
use super::table::Table;
use super::table_region::TableRegion;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::model::Worksheet;
use crate::workbook::{Cell, Sheet, Value};

pub(super) use date::shown as shown_date;
pub(super) use notice::{Habit, Said};
pub(super) use wrap::join_own;

/// What a pass over a table found.
#[derive(Default)]
struct Found {
    /// New values of cells; `None` empties one.
    value: BTreeMap<CellRef, Option<Value>>,
    said: Said,
    /// What is not certain.
    unclear: Vec<Diagnostic>,
}

impl Found {
    /// A cell that is read as something else than its text.
    fn read_as(&mut self, habit: Habit, at: CellRef, typed: &str, value: Value, shown: String) {
        self.value.insert(at, Some(value));
        self.say(habit, at, typed, shown);
    }

    fn say(&mut self, habit: Habit, at: CellRef, typed: &str, shown: String) {
        self.said.say(habit, at, typed, shown);
    }
}

/// A table with its cells as they are meant; the same if nothing in it is typed in a way
/// of its own.
pub(super) fn restore<'a>(mut part: TableRegion<'a>, out: &mut Diagnostics) -> TableRegion<'a> {
    let in_own_way =
        |schema: &&Schema| !matches!(schema.id, Worksheet::Identitas | Worksheet::Narasi);
    let (Some(schema), Some(header)) = (part.schema.filter(in_own_way), &part.header) else {
        return part;
    };
    let mut sheet = part.sheet;
    let mut said = Said::default();
    // The cell above a ditto mark may itself be typed in a way of its own.
    let first: &[fn(&Table<'_>, &mut Found)] = &[ditto::find];
    let second: &[fn(&Table<'_>, &mut Found)] = &[
        kode::find,
        money::find,
        counted::find,
        decimal::find,
        wrap::find,
    ];
    for passes in [first, second] {
        let mut found = Found::default();
        let table = Table::new(&sheet, schema, header.clone());
        for pass in passes {
            pass(&table, &mut found);
        }
        said.extend(found.said);
        found
            .unclear
            .into_iter()
            .for_each(|unclear| out.emit(unclear));
        if !found.value.is_empty() {
            apply(sheet.to_mut(), found.value);
        }
    }
    said.tell(&sheet, out);
    part.sheet = sheet;
    part
}

fn apply(sheet: &mut Sheet, value: BTreeMap<CellRef, Option<Value>>) {
    for (at, value) in value {
        match value {
            Some(value) => {
                sheet.cell.insert(
                    at,
                    Cell {
                        value,
                        format: None,
                    },
                );
            }
            None => {
                sheet.cell.remove(&at);
            }
        }
    }
}

/// The columns of the sheet that belong to a column of the shape.
fn columns<'t>(
    table: &'t Table<'_>,
    wanted: impl Fn(&Column) -> bool + 't,
) -> impl Iterator<Item = (&'static Column, u32)> + 't {
    table
        .schema
        .column
        .iter()
        .filter(move |column| wanted(column))
        .flat_map(|column| {
            let yearly = table.header.yearly.get(column.key);
            let yearly = yearly.into_iter().flat_map(|year| year.values().copied());
            table
                .col(column.key)
                .into_iter()
                .chain(yearly)
                .map(move |col| (column, col))
        })
}

/// The texts of a column in the table's rows.
fn texts<'t>(
    table: &'t Table<'_>,
    rows: &'t [u32],
    col: u32,
) -> impl Iterator<Item = (CellRef, &'t str)> {
    rows.iter().filter_map(move |row| {
        let at = CellRef::new(*row, col);
        match &table.sheet.cell.get(&at)?.value {
            Value::Text(text) => Some((at, text.as_str())),
            _ => None,
        }
    })
}
