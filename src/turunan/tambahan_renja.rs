//! What the sheet `Renja <year>` says of a kode, for the Renja of that year.

use crate::model::{BarisMatriks, Kode, Renstra, Tahun, Worksheet};

/// The rows of a year's sheets.
pub(super) struct Tambahan<'a> {
    rows: Vec<&'a BarisMatriks>,
}

impl<'a> Tambahan<'a> {
    /// The rows of sheets whose name has the year, or none at all.
    pub(super) fn of(renstra: &'a Renstra, tahun: Tahun) -> Self {
        let rows = renstra.matriks.get(&Worksheet::Renja).into_iter().flatten();
        let fits = |row: &&BarisMatriks| {
            let name = row.origin.sheet.as_deref().unwrap_or_default();
            let mut years = name
                .split(|c: char| !c.is_ascii_digit())
                .filter(|digits| digits.len() == 4)
                .peekable();
            years.peek().is_none() || years.any(|year| year == tahun.to_string())
        };
        Self {
            rows: rows.filter(fits).collect(),
        }
    }

    /// What a column says of a kode.
    pub(super) fn get(&self, kode: &Kode, key: &str) -> Option<&'a str> {
        let kode = kode.to_string();
        let names = |row: &&&BarisMatriks| {
            let typed = row.sel.get("kode").and_then(|cell| cell.value());
            typed.is_some_and(|typed| typed.trim() == kode)
        };
        let row = self.rows.iter().find(names)?;
        row.sel.get(key)?.value().map(String::as_str)
    }
}
