//! Cells merged over what they say: a unit over its rows, a figure over its years.

use std::collections::BTreeMap;

use renstra::diagnostic::CellRef;
use renstra::workbook::{Area, Value};
use serde_json::Value as Json;

use super::typed::{Regulation, Typed, typed};
use super::{Expect, Way, both, only, take_out};

/// Merges the cells of a column that say the same one below another.
fn down(t: &mut Typed, name: &str, col: u32) {
    let (first, last) = (t.first(name), t.last(name));
    let sheet = t.sheet(name);
    let mut row = first;
    while row <= last {
        let own = sheet.get(row, col).map(|cell| cell.value.clone());
        let mut end = row;
        while own.is_some()
            && end < last
            && sheet.get(end + 1, col).map(|cell| &cell.value) == own.as_ref()
        {
            end += 1;
            sheet.cell.remove(&CellRef::new(end, col));
        }
        if end > row {
            sheet.merged.push(Area {
                start: CellRef::new(row, col),
                end: CellRef::new(end, col),
            });
        }
        row = end + 1;
    }
}

/// The row of column numbers with one number for each group of years.
fn numbers(t: &mut Typed) {
    for name in t.tables() {
        let Some(row) = t.numbers(&name) else {
            continue;
        };
        let top = t.heading(&name).0;
        let groups: Vec<Area> = (t.get(&name).merged.areas().iter())
            .filter(|area| area.start.row == top && area.end.row == top)
            .copied()
            .collect();
        for group in groups {
            let cols = group.start.col + 1..=group.end.col;
            let sheet = t.sheet(&name);
            for col in cols {
                sheet.cell.remove(&CellRef::new(row, col));
            }
            sheet.merged.push(Area {
                start: CellRef::new(row, group.start.col),
                end: CellRef::new(row, group.end.col),
            });
        }
        let row = CellRef::new(row, 0)..CellRef::new(row + 1, 0);
        for (at, (_, cell)) in (1..).zip(t.sheet(&name).cell.range_mut(row)) {
            cell.value = typed(format!("({at})"));
        }
    }
}

/// A document without the words of the main table, which prints merged ones once.
fn without_names(data: &mut Json) {
    if let Some(table) = data.pointer_mut("/tabel/t-c-27") {
        for key in ["teks", "sambung", "induk"] {
            take_out(table, key);
        }
    }
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Printed, Said, Same};
    use Regulation::Permendagri86;
    vec![
        only(
            Permendagri86,
            "merged: the unit in charge over its rows",
            Printed(without_names),
            |t| {
                let (name, col) = (t.main(), t.column(t.main(), "Unit Kerja"));
                down(t, name, col);
            },
        ),
        only(
            Permendagri86,
            "merged: the place over its rows",
            Printed(without_names),
            |t| {
                let (name, col) = (t.main(), t.column(t.main(), "Lokasi"));
                down(t, name, col);
            },
        ),
        only(
            Permendagri86,
            "merged: the unit of several indicators",
            Said("S050"),
            |t| {
                let (name, col) = (t.goals(), t.column(t.goals(), "Satuan"));
                down(t, name, col);
            },
        ),
        both("merged: one number for the years of a group", Same, numbers),
        only(
            Permendagri86,
            "merged: a target over two years",
            Named("S051"),
            |t| {
                let name = t.goals();
                let (row, col) = (t.first(name), t.column(name, "2022"));
                t.put(name, row, col, Value::Number(85.into()));
                t.sheet(name).cell.remove(&CellRef::new(row, col + 1));
                t.sheet(name).merged.push(Area {
                    start: CellRef::new(row, col),
                    end: CellRef::new(row, col + 1),
                });
            },
        ),
        only(
            Permendagri86,
            "merged: an amount over two years",
            Named("S051"),
            |t| {
                let name = t.main();
                let (row, col) = (t.last(name), t.column(name, "Rp"));
                t.sheet(name).cell.remove(&CellRef::new(row, col + 2));
                t.put(name, row, col, Value::Number(125_000_000.into()));
                t.sheet(name).merged.push(Area {
                    start: CellRef::new(row, col),
                    end: CellRef::new(row, col + 2),
                });
            },
        ),
    ]
}

/// A word that is merged over rows is printed once, and named where a page begins below it:
/// says it in each of its rows, as it is read.
pub fn say_in_each_row(data: &mut Json) {
    match data {
        Json::Object(map) => map.values_mut().for_each(say_in_each_row),
        Json::Array(list) if list.iter().any(|row| row["sel"].is_array()) => {
            // By place from the right: names cover a differing number of columns.
            let mut above: BTreeMap<usize, Json> = BTreeMap::new();
            for row in list {
                let Some(cells) = row["sel"].as_array_mut() else {
                    continue;
                };
                let mut named = 0;
                for (at, cell) in cells.iter_mut().rev().enumerate() {
                    let own = cell.as_object_mut().and_then(|own| own.remove("sambung"));
                    if own.is_some_and(|own| own["atas"] == true) {
                        cell["teks"] = above[&at].clone();
                        named += 1;
                    }
                    above.insert(at, cell["teks"].clone());
                }
                if let Some(parents) = row["induk"].as_array_mut() {
                    parents.truncate(parents.len() - named);
                }
            }
        }
        Json::Array(list) => list.iter_mut().for_each(say_in_each_row),
        _ => {}
    }
}
