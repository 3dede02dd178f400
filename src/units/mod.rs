//! Workbooks of one agency that go out to its units and come back: each unit gets what it
//! answers for, with what that stands under locked to read; what comes back is joined
//! into one workbook again.
//!
//! Nothing is dropped and nobody's row is given to another: what does not fit is a
//! finding, and the row of the agency's workbook stays.

mod block;
mod contribution;
mod finding;
mod konfirmasi;
mod merge;
mod omitted;
mod origin_sheet;
mod owner;
mod row_match;
mod split;

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::{Renstra, Worksheet};
use crate::sheets::migrate::Migrated;

pub use contribution::{ContributedRow, Contribution};
pub use finding::EXPLANATION;
pub use merge::{Merged, merge};
pub use omitted::left;
pub use owner::Owners;
pub use split::{Share, split};

/// A workbook: what it says, and its cells under the columns they belong to.
pub struct Contents {
    /// The plan.
    pub renstra: Renstra,
    /// Its cells.
    pub migrated: Migrated,
    /// What the reader said of cells that no row of a table holds.
    pub outside: Vec<Diagnostic>,
    /// Its file.
    pub file: Arc<str>,
}

/// A unit's workbook that came back.
pub struct Returned {
    /// The unit that it was made for; `None` if the file does not say.
    pub unit: Option<String>,
    /// The day on which it was saved, as the file says, `20 September 2025`.
    pub saved: Option<String>,
    /// What it holds.
    pub contents: Contents,
}

/// Worksheets whose rows are given out to units: the funding tables and the IKU.
pub const SHARED: [Worksheet; 3] = [Worksheet::Tc27, Worksheet::Pendanaan, Worksheet::Iku];

/// Worksheets that every unit reads: goals, and the posts.
pub const READ: [Worksheet; 3] = [
    Worksheet::Tc25,
    Worksheet::TujuanSasaran,
    Worksheet::Struktur,
];
