//! Serialising values together with the cells they were read from.
//!
//! Templates get bare values. The account of cells needs the same document with
//! the cell next to each value; serde hands no context to a value, so the wish is
//! kept by the thread while a document is written.

use std::cell::Cell;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::diagnostic::Origin;

/// Key of the value in a traced document.
pub const VALUE: &str = "nilai";
/// Key of its cell: place of the sheet, row and column, all from 0.
pub const CELL: &str = "sel";

thread_local! {
    static TRACED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `write` with every located value serialised as
/// `{"nilai": …, "sel": [sheet, row, column]}` instead of the bare value.
pub fn traced<T>(write: impl FnOnce() -> T) -> T {
    /// Gives the thread back as it was, also after a panic.
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            TRACED.set(self.0);
        }
    }
    let _restore = Restore(TRACED.replace(true));
    write()
}

/// The value, and its cell where a document is traced.
pub(super) fn serialize<T: Serialize, S: Serializer>(
    value: &T,
    origin: &Origin,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (Some(sheet), Some(at)) = (origin.sheet_index, origin.cell) else {
        return value.serialize(serializer);
    };
    if !TRACED.get() {
        return value.serialize(serializer);
    }
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry(VALUE, value)?;
    map.serialize_entry(CELL, &[sheet, at.row, at.col])?;
    map.end()
}
