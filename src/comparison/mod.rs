//! Two documents compared: a plan with the one before it, with the RPJMD, or with a Renja.
//!
//! Rows are one wherever they stand: by unit and kode, then by kode, then by name;
//! indicators by their words. What is different is said, never judged, and nothing is
//! moved: a wrong guess about which rows are one shows as a row that is new and one that
//! is gone.

mod change;
mod document;
mod line;
mod page;
mod pairing;
mod passage;
mod plan;
mod renja;
mod report;
mod rpjmd;
mod terminal;
mod workbook;

pub use change::{Change, Fate};
pub use document::{Document, Kind, Level};
pub use line::{Line, MeasureLine, Money};
pub use passage::{PassageChange, Piece, PieceFate};
pub use plan::{PlanSource, is_compared_by_row};
pub use report::{Comparison, TableChange, Total};
pub use terminal::lines;
pub use workbook::{WorkbookError, workbook};
