//! The sheet Konfirmasi of a unit's workbook and of the agency's.

use super::owner::Owners;
use super::{Contents, block};
use crate::model::Worksheet;
use crate::sheets;
use crate::sheets::migrate::MigratedRow;
use crate::workbook::{Cell, Value};

/// A unit's row, with its place.
pub(super) fn row_of<'c>(
    contents: &'c Contents,
    owners: &Owners,
    key: &str,
) -> Option<(usize, &'c MigratedRow)> {
    let mut rows = block::rows(contents, Worksheet::Konfirmasi)
        .iter()
        .enumerate();
    rows.find(|(_, row)| {
        let unit = row.get(&("unit", None)).map(sheets::shown);
        unit.is_some_and(|unit| owners.key(&unit) == key)
    })
}

/// A row that nobody has confirmed yet.
pub(super) fn blank(unit: &str) -> MigratedRow {
    MigratedRow::from([(("unit", None), text(unit))])
}

/// A cell of text.
pub(super) fn text(text: &str) -> Cell {
    Cell {
        value: Value::Text(text.to_owned()),
        format: None,
    }
}
