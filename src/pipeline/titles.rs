//! Titles above the tables and years in their headings, which are read for the findings only: what is printed
//! above a table is the regulation's.

use crate::diagnostic::CellRef;
use rust_decimal::prelude::ToPrimitive;

use crate::model::{Located, Tahun, Worksheet};
use crate::sheets::table::Account;
use crate::workbook::{Sheet, Value, Workbook};

/// Rows of a sheet in which its title is looked for.
const ROWS: u32 = 6;

/// Sheets of single values and of prose, which have other rules.
const WITHOUT: [Worksheet; 5] = [
    Worksheet::Identitas,
    Worksheet::Narasi,
    Worksheet::Struktur,
    Worksheet::TugasFungsi,
    Worksheet::Konfirmasi,
];

/// The texts of the first rows of every sheet that was taken for a table, above
/// the first row that has more than two cells.
pub(super) fn read(workbook: &Workbook, account: &[Account]) -> Vec<Located<String>> {
    let mut list = Vec::new();
    for sheet in &workbook.sheet {
        let mut taken = account.iter();
        let is_table = taken.any(|entry| {
            entry.origin.sheet_index == sheet.origin.sheet_index
                && !entry.id.is_some_and(|id| WITHOUT.contains(&id))
        });
        if !is_table {
            continue;
        }
        for row in 0..ROWS {
            let cells: Vec<_> = sheet
                .cell
                .range(CellRef::new(row, 0)..CellRef::new(row + 1, 0))
                .collect();
            if cells.len() > 2 {
                break;
            }
            list.extend(
                cells
                    .into_iter()
                    .filter_map(|(at, cell)| match &cell.value {
                        Value::Text(text) => {
                            Some(Located::new(text.clone(), sheet.origin.at(at.row, at.col)))
                        }
                        _ => None,
                    }),
            );
        }
    }
    list
}

/// The cells of the headings that hold a year and nothing else.
pub(super) fn years(workbook: &Workbook, account: &[Account]) -> Vec<Located<Tahun>> {
    let mut list = Vec::new();
    for entry in account {
        let of_table = |sheet: &&Sheet| sheet.origin.sheet_index == entry.origin.sheet_index;
        let Some(sheet) = workbook.sheet.iter().find(of_table) else {
            continue;
        };
        let heading = &entry.layout.heading;
        let cells = sheet
            .cell
            .range(CellRef::new(heading.start, 0)..CellRef::new(heading.end, 0));
        list.extend(cells.filter_map(|(at, cell)| {
            let year = match &cell.value {
                Value::Number(number) => number.to_u16()?,
                Value::Text(text) => text.trim().parse().ok()?,
                _ => return None,
            };
            let origin = sheet.origin.at(at.row, at.col);
            Some(Located::new(Tahun::new(year)?, origin))
        }));
    }
    list
}
