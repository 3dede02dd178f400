//! Titles above the tables, which are read for the findings only: what is printed
//! above a table is the regulation's.

use crate::diagnostic::CellRef;
use crate::model::Located;
use crate::sheets::table::Account;
use crate::workbook::{Value, Workbook};

/// Rows of a sheet in which its title is looked for.
const ROWS: u32 = 6;

/// Sheets of single values and of prose, which have other rules.
const WITHOUT: [&str; 5] = [
    "identitas",
    "narasi",
    "struktur",
    "tugas-fungsi",
    "konfirmasi",
];

/// The texts of the first rows of every sheet that was taken for a table, above
/// the first row that has more than two cells.
pub(super) fn read(workbook: &Workbook, account: &[Account]) -> Vec<Located<String>> {
    let mut list = Vec::new();
    for sheet in &workbook.sheet {
        let mut taken = account.iter();
        let is_table = taken.any(|entry| {
            entry.origin.sheet_index == sheet.origin.sheet_index && !WITHOUT.contains(&entry.id)
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
