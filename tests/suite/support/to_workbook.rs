//! Sheets to a workbook in memory, as if it had been read from a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use renstra::diagnostic::{CellRef, Origin};
use renstra::workbook::{Area, Cell, Sheet, Value, Workbook};
use rust_decimal::Decimal;

use super::grid::{Content, Grid};

/// The workbook.
pub fn workbook(file: &str, grid: &[Grid]) -> Workbook {
    let file: Arc<str> = file.into();
    let sheet = grid
        .iter()
        .enumerate()
        .map(|(at, grid)| sheet(&file, u32::try_from(at).unwrap(), grid))
        .collect();
    Workbook {
        category: None,
        file,
        digest: "0".repeat(64),
        sheet,
        notice: Vec::new(),
    }
}

fn sheet(file: &Arc<str>, index: u32, grid: &Grid) -> Sheet {
    let name: Arc<str> = grid.name.as_str().into();
    Sheet {
        name: name.clone(),
        origin: Origin::sheet(file.clone(), index, name),
        hidden: false,
        cell: grid
            .cell
            .iter()
            .map(|((row, col), content)| (CellRef::new(*row, *col), cell(content)))
            .collect(),
        merged: grid
            .merge
            .iter()
            .map(|(top, left, bottom, right)| Area {
                start: CellRef::new(*top, *left),
                end: CellRef::new(*bottom, *right),
            })
            .collect(),
        repeats: BTreeMap::new(),
        hidden_row: Vec::new(),
        hidden_col: Vec::new(),
        marks: BTreeMap::new(),
        drawings: Vec::new(),
        unseen: Vec::new(),
        hides_zeros: false,
        values_only: false,
    }
}

fn cell(content: &Content) -> Cell {
    let number = |value: f64| Value::Number(value.to_string().parse::<Decimal>().unwrap());
    let (value, format) = match content {
        Content::Text(text) => (Value::Text(text.clone()), None),
        Content::Money(amount) => (
            Value::Number(Decimal::from(*amount)),
            Some("#,##0".to_owned()),
        ),
        Content::Number(value) => (number(*value), None),
        Content::Percent(value, digits) => (number(*value), Some(percent_format(*digits))),
    };
    Cell {
        value,
        format: format.map(Into::into),
    }
}

/// `0%`, `0.00%`.
pub fn percent_format(digits: usize) -> String {
    if digits == 0 {
        "0%".to_owned()
    } else {
        format!("0.{}%", "0".repeat(digits))
    }
}
