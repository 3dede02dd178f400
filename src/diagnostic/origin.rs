//! Where something stands.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::wire;

/// A cell by its absolute position in the sheet, zero-based; printed as `N41`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellRef {
    /// Zero-based row.
    pub row: u32,
    /// Zero-based column.
    pub col: u32,
}

impl CellRef {
    /// The cell at zero-based `row` and `col`.
    pub fn new(row: u32, col: u32) -> Self {
        Self { row, col }
    }
}

/// The letters of a zero-based column: 0 is `A`, 26 is `AA`.
pub fn column_name(col: u32) -> String {
    let mut letter = Vec::new();
    let mut rest = u64::from(col) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letter.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letter.iter().rev().collect()
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.col), self.row + 1)
    }
}

/// Where something stands: a file, perhaps a sheet of it, perhaps a cell.
///
/// The derived order is the reader's: file, sheet (by its place in the
/// workbook, not by name), row, column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// File name as the user knows it, without folders.
    #[serde(with = "wire::shared")]
    pub file: Arc<str>,
    /// Place of the sheet in the workbook, from 0; `None` speaks of the whole file.
    pub sheet_index: Option<u32>,
    /// Name of the sheet.
    #[serde(with = "wire::maybe_shared")]
    pub sheet: Option<Arc<str>>,
    /// The cell; `None` speaks of the whole sheet.
    pub cell: Option<CellRef>,
}

impl Origin {
    /// The file as a whole.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self {
            file: file.into(),
            sheet_index: None,
            sheet: None,
            cell: None,
        }
    }

    /// A sheet as a whole.
    pub fn sheet(file: Arc<str>, index: u32, sheet: Arc<str>) -> Self {
        Self {
            file,
            sheet_index: Some(index),
            sheet: Some(sheet),
            cell: None,
        }
    }

    /// A cell of the same sheet.
    #[must_use]
    pub fn at(&self, row: u32, col: u32) -> Self {
        Self {
            cell: Some(CellRef::new(row, col)),
            ..self.clone()
        }
    }

    /// Its cell as it is named next to another place: `N42`, with its sheet or file where
    /// that differs. `None` for a place that is no cell.
    pub fn cell_next_to(&self, main: &Self) -> Option<String> {
        let cell = self.cell?;
        Some(match &self.sheet {
            Some(sheet) if self.file != main.file => format!("{} › {sheet}!{cell}", self.file),
            Some(sheet) if self.sheet != main.sheet => format!("{sheet}!{cell}"),
            _ => cell.to_string(),
        })
    }
}

impl fmt::Display for Origin {
    /// `dinas.xlsx › T-C.27!N41`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " › {sheet}")?;
        }
        if let Some(cell) = self.cell {
            write!(f, "!{cell}")?;
        }
        Ok(())
    }
}
