//! Worksheets of which a workbook holds two tables, compared cell by cell.
//! Tables of funding and of goals are compared with their elements put together
//! (`normalise`): those have several forms that say the same.

use std::collections::BTreeSet;

use super::cell;
use super::heading::Year;
use super::repeated_table::{self, Candidate, Said};
use super::schema::{Column, Kind};
use super::table::Table;
use super::table_region::TableRegion;
use super::worksheets::identitas;
use crate::diagnostic::{CellRef, Diagnostics, Origin};
use crate::model::{Worksheet, text};
use crate::workbook::{Cell, Sheet};

/// Whether a worksheet is not compared here: those of `normalise`, and lists of which
/// any number of sheets belong together.
fn is_elsewhere(lembar: Worksheet) -> bool {
    lembar.is_goals()
        || lembar.is_funding()
        || matches!(lembar, Worksheet::Narasi | Worksheet::Konfirmasi)
}

/// Takes out the tables that only repeat another one of the workbook, with a finding.
/// One with a caption that the other does not have is printed under it as it stands.
pub(super) fn drop_repeated(list: &mut [TableRegion<'_>], out: &mut Diagnostics) {
    let ids: BTreeSet<Worksheet> = list
        .iter()
        .filter_map(|part| part.schema.map(|schema| schema.id))
        .filter(|id| !is_elsewhere(*id))
        .collect();
    for id in ids {
        let places: Vec<usize> = (0..)
            .zip(&*list)
            .filter(|(_, part)| part.schema.is_some_and(|schema| schema.id == id))
            .map(|(at, _)| at)
            .collect();
        if places.len() < 2 {
            continue;
        }
        let part = |at: usize| places.get(at).and_then(|at| list.get(*at));
        let said = |at: usize| part(at).map(said).unwrap_or_default();
        let tables: Vec<Candidate> = (0..places.len())
            .filter_map(|at| Some(candidate(part(at)?, &said(at))))
            .collect();
        let dropped = repeated_table::find(&tables, said, out);
        for (again, used) in dropped {
            let place = |at: usize| places.get(at).copied();
            let title = |at: Option<usize>| {
                let own = list.get(at?)?.own.as_ref()?;
                Some(own.judul.clone())
            };
            let differs = title(place(again)) != title(place(used));
            if let Some(part) = place(again).and_then(|at| list.get_mut(at)) {
                part.schema = None;
                part.own = part.own.take().filter(|_| differs);
                if let Some(own) = &mut part.own {
                    own.lembar = None;
                }
            }
        }
    }
}

/// A table as one that may stand twice.
fn candidate(part: &TableRegion<'_>, said: &[Said]) -> Candidate {
    let first = part.sheet.cell.keys().next();
    Candidate {
        place: Origin {
            cell: first.copied(),
            ..part.sheet.origin.clone()
        },
        named: said.iter().map(|said| said.key.clone()).collect(),
    }
}

/// What a table says of each of its rows.
fn said(part: &TableRegion<'_>) -> Vec<Said> {
    let Some(schema) = part.schema else {
        return Vec::new();
    };
    if schema.id == Worksheet::Identitas {
        return of_identitas(&part.sheet);
    }
    let Some(table) = part.table().filter(Table::is_whole) else {
        return Vec::new();
    };
    let Some(name) = naming(&table) else {
        return Vec::new();
    };
    let mut list = Vec::new();
    for row in table.rows() {
        let own = |col: u32| Some((col, table.sheet.get(row, col)?));
        let Some((col, named)) = own(name) else {
            continue;
        };
        let key = text::same_form(&cell::shown(named));
        // A row that only has a name says that it is there.
        list.push(value(&table, (row, col), key.clone(), String::new(), named));
        for column in schema.column.iter().filter(|c| c.kind != Kind::No) {
            for (what, col) in columns(&table, column) {
                if let Some((col, found)) = own(col).filter(|(col, _)| *col != name) {
                    list.push(value(&table, (row, col), key.clone(), what, found));
                }
            }
        }
    }
    list
}

fn value(
    table: &Table<'_>,
    (row, col): (u32, u32),
    key: String,
    what: String,
    cell: &Cell,
) -> Said {
    Said {
        key,
        what,
        value: cell::one_line(&cell::shown(cell)),
        origin: table.sheet.origin.at(row, col),
        is_own: true,
    }
}

/// The column that names a row: the first that is its own and must be there.
fn naming(table: &Table<'_>) -> Option<u32> {
    let words = |column: &&Column| {
        matches!(column.kind, Kind::Text | Kind::Kode) && table.col(column.key).is_some()
    };
    let column = table.schema.column.iter().filter(words);
    let column = column.min_by_key(|column| (column.parent, !column.required))?;
    table.col(column.key)
}

/// The columns of a key, each with what it says.
fn columns(table: &Table<'_>, column: &'static Column) -> Vec<(String, u32)> {
    let label = column.heading.last().copied().unwrap_or_default();
    let label = if column.yearly() { column.key } else { label };
    let yearly = table.header.yearly.get(column.key).into_iter().flatten();
    let yearly = yearly.map(|(year, col)| match year {
        Year::Calendar(year) => (format!("{label} {year}"), *col),
        Year::Nth(nth) => (format!("{label} tahun ke-{nth}"), *col),
    });
    let single = table.col(column.key).map(|col| (label.to_owned(), col));
    yearly.chain(single).collect()
}

/// What Identitas says of each label; a blank label continues a list.
fn of_identitas(sheet: &Sheet) -> Vec<Said> {
    let mut label = String::new();
    let mut list: Vec<Said> = Vec::new();
    for (own, found) in identitas::migrate(sheet) {
        if !own.is_empty() {
            label = own;
        }
        let place = sheet.cell.iter().find(|(_, cell)| **cell == found);
        let at = place.map_or(CellRef::new(0, 0), |(at, _)| *at);
        list.push(Said {
            key: label.clone(),
            what: String::new(),
            value: cell::one_line(&cell::shown(&found)),
            origin: sheet.at(at),
            is_own: true,
        });
    }
    list
}
