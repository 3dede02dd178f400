//! Columns of the funding table that the form has not, behind its own.

use std::collections::BTreeSet;

use super::record::Record;
use crate::model::{Baris, KolomLain, Pendanaan};
use crate::regulation::{Kolom, Rata};

/// Keys of such columns, from left to right; worksheets are read for no more.
const KEYS: [&str; 3] = ["kolom_lain_1", "kolom_lain_2", "kolom_lain_3"];

/// A column by its place in the sheet and its heading.
type Headed<'a> = (u32, &'a str);

/// The columns of a table that its form has not.
pub(super) struct Further<'a>(Vec<Headed<'a>>);

impl<'a> Further<'a> {
    pub(super) fn of(table: &'a Pendanaan) -> Self {
        let cells = table.baris.iter().flat_map(|row| &row.kolom_lain);
        let places: BTreeSet<Headed<'a>> = cells.map(place).collect();
        Self(places.into_iter().take(KEYS.len()).collect())
    }

    /// How they are printed.
    pub(super) fn columns(&self) -> Vec<Kolom> {
        let columns = self.0.iter().zip(KEYS).map(|((_, judul), key)| Kolom {
            isi: key.to_owned(),
            // A brace would begin a placeholder of the regulation's headings.
            judul: vec![judul.replace('{', "(").replace('}', ")")],
            rata: Rata::Kiri,
            bila_terisi: false,
            formulir: false,
        });
        columns.collect()
    }

    /// Puts what a row has in them into its record.
    pub(super) fn put(&self, record: &mut Record<'a>, row: &'a Baris) {
        for cell in &row.kolom_lain {
            let at = self.0.iter().position(|own| *own == place(cell));
            if let Some(key) = at.and_then(|at| KEYS.get(at)) {
                record.located(key, &cell.isi);
            }
        }
    }
}

fn place(cell: &KolomLain) -> Headed<'_> {
    let col = cell.isi.origin.cell.map_or(0, |cell| cell.col);
    (col, &cell.judul)
}
