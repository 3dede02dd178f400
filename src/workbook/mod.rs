//! A workbook as it lies on disk: sheets of cells at absolute positions.
//!
//! Knows nothing of what a sheet means. Numbers leave this module as exact
//! decimals, so that no later stage sees a binary float.
//!
//! [`read`] takes a path, [`from_bytes`] what lies in it. The way of a file:
//! `sniff` says by its bytes what it is; calamine decodes the cells; every cell goes
//! through one `grid`, which holds the limits and the rules that are the same for all
//! formats.
//!
//! Around calamine stands what it does not tell and what it takes on trust. Files come
//! from strangers: what is held in memory must be bounded by [`limit`], never by a count
//! that a file states of itself, so calamine is given packages of our own making
//! (`guard`). For `xlsx` a walk in lockstep with its stream of cells adds number formats,
//! merged areas, hidden rows, formulas without a result, struck-out letters and drawn
//! shapes; for `xls` a walk over the records does. Of `xlsb` and `ods` only values are
//! known, and the workbook says so ([`Sheet::values_only`]). Each file of such a
//! supplement says at its head which call of calamine it completes, so that it can go
//! when calamine has it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::diagnostic::{CellRef, Diagnostic, Origin};

mod binary;
mod bounds;
mod cell_sample;
mod cleaned;
pub mod code;
mod date;
mod format;
mod grid;
mod guard;
pub mod limit;
mod merge;
mod notices;
mod number;
mod ods;
mod opc;
mod package;
mod read;
mod refusal;
mod row_height;
mod runs;

mod sniff;
mod text;
mod visible;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub use merge::Merged;
pub use read::{ReadError, category, from_bytes, read, saved};
pub use row_height::{let_rows_grow, row_height};
pub use visible::{Drawing, DrawingKind, Marks, PICTURE};

/// A workbook that was read.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// File name as the user knows it, without folders.
    pub file: Arc<str>,
    /// BLAKE3 digest of the file's bytes, hexadecimal.
    pub digest: String,
    /// The category that the file's properties name, where the format tells.
    pub category: Option<String>,
    /// Sheets in their order, hidden ones too. Chart and macro sheets have no
    /// cells and are left out; the place in [`Sheet::origin`] counts them.
    pub sheet: Vec<Sheet>,
    /// What was noticed while reading and does not hinder it: a wrong file
    /// extension, cells that were left out, hidden sheets. Codes are in [`code`].
    pub notice: Vec<Diagnostic>,
}

/// One sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Name on the tab.
    pub name: Arc<str>,
    /// File, place and name of the sheet, from which the origin of every cell is made.
    pub origin: Origin,
    /// Whether the user hid the sheet.
    pub hidden: bool,
    /// Cells with content, by position (row first).
    pub cell: BTreeMap<CellRef, Cell>,
    /// Merged areas of more than one cell, clipped to [`limit::ROWS`] and
    /// [`limit::COLUMNS`], without overlaps. Only the top-left cell of each has
    /// content; what lay below the others was dropped with a notice.
    pub merged: Merged,
    /// Cells below a merged one that are read as if they said the same, each with that
    /// one; only where a reader's copy of the sheet has them.
    pub repeats: BTreeMap<CellRef, CellRef>,
    /// Zero-based hidden rows (by hand or by a filter), ascending.
    pub hidden_row: Vec<u32>,
    /// Zero-based hidden columns, ascending.
    pub hidden_col: Vec<u32>,
    /// What was taken out of cells because it is struck out or a raised mark; only
    /// of cells that have any. A cell may be here and not in `cell`: all of it is
    /// struck out.
    pub marks: BTreeMap<CellRef, Marks>,
    /// Shapes with text, pictures and charts over the cells, where the format tells.
    pub drawings: Vec<Drawing>,
    /// Cells whose letters have the colour of what is behind them, where the format
    /// tells; also such as lie below merged areas.
    pub unseen: Vec<CellRef>,
    /// Whether the sheet shows no zeros at all.
    pub hides_zeros: bool,
    /// Whether only the values of cells are known (`.xlsb`, `.ods`): number formats,
    /// merged areas, hidden rows and columns, and all that is next to the values are
    /// then missing here whether or not the sheet has them.
    pub values_only: bool,
}

/// A cell with content.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// The number format code (`0.00%`, `@`); `None` where [`Sheet::values_only`] is set.
    pub format: Option<Arc<str>>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, cleaned: NFC, `_x000D_` and zero-width characters gone, non-breaking
    /// blanks made plain, line breaks `\n`. Never empty. Also a number too large
    /// for a plan (from 10¹⁸), as digits with an exponent.
    Text(String),
    /// A number, exact to the 15 significant digits that Excel keeps and to 28
    /// decimals.
    Number(Decimal),
    /// A truth value.
    Bool(bool),
    /// A date, perhaps with a time.
    Date(Date),
    /// An error such as `#DIV/0!`, as Excel writes it. Also what stands in place of
    /// a content that is not in the file: [`PICTURE`], or the words of an online
    /// suite that still fetches the value (`Loading...`), which begin without `#`.
    Error(String),
    /// A formula whose result was never stored (the file was written by a program).
    NoResult,
}

/// A date or time cell. A time without a date lies on 31 December 1899, the
/// day before Excel's calendar begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// Calendar year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
    /// Seconds since midnight, below 86,400; 0 for a plain date.
    pub second: u32,
}

/// A rectangle of cells, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Top-left cell.
    pub start: CellRef,
    /// Bottom-right cell.
    pub end: CellRef,
}

impl Area {
    /// Whether the position lies inside.
    pub fn contains(&self, at: CellRef) -> bool {
        (self.start.row..=self.end.row).contains(&at.row)
            && (self.start.col..=self.end.col).contains(&at.col)
    }
}

impl fmt::Display for Area {
    /// `E3:G3`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.start, self.end)
    }
}

impl Sheet {
    /// The cell at this very position; `None` for an empty one.
    pub fn get(&self, row: u32, col: u32) -> Option<&Cell> {
        self.cell.get(&CellRef::new(row, col))
    }

    /// The merged area that covers the position, if any.
    pub fn area(&self, row: u32, col: u32) -> Option<&Area> {
        self.merged.covering(CellRef::new(row, col))
    }

    /// The position whose content is shown here: the top-left cell of a merged
    /// area, or the position itself.
    pub fn anchor(&self, row: u32, col: u32) -> CellRef {
        self.area(row, col)
            .map_or(CellRef::new(row, col), |area| area.start)
    }

    /// Last row and column with content; `None` for an empty sheet.
    pub fn extent(&self) -> Option<CellRef> {
        let row = self.cell.keys().next_back()?.row;
        let col = self.cell.keys().map(|at| at.col).max()?;
        Some(CellRef::new(row, col))
    }

    /// Origin of a cell of this sheet.
    pub fn at(&self, at: CellRef) -> Origin {
        self.origin.at(at.row, at.col)
    }
}
