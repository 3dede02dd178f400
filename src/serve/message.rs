//! What the page's process asks of its worker, where workbooks are opened, checked and laid out.

use std::ffi::OsString;

use serde::{Deserialize, Serialize};

use super::download::Download;
use super::duties::Duties;
use super::page_mark::Mark;
use crate::batch::AgencySummary;
use crate::diagnostic::{Diagnostics, Origin};
use crate::pipeline::{Member, Options};
use crate::worker::Blob;

/// The word that makes the program a worker of the page.
pub const KIND: &str = "layani";

/// What is the same for all workbooks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Setup {
    /// Folder of the templates; `None` for the embedded ones.
    pub templates: Option<OsString>,
    /// Folders of further fonts.
    pub font: Vec<OsString>,
    /// The options of every run.
    pub options: Options,
    /// Folder of the workbooks.
    pub folder: OsString,
}

/// A question.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ask {
    /// One that is answered at once, also while a document is being laid out.
    Quick(Quick),
    /// One that waits for its turn.
    Slow(Slow),
}

/// A question about what is there.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Quick {
    /// A page of the last layout, if that is still known: `Option<String>`, SVG.
    Page {
        /// Of which workbook.
        name: String,
        /// Its number, from 1.
        number: usize,
    },
    /// The text of such a page: `Option<PageText>`.
    Text {
        /// Of which workbook.
        name: String,
        /// Its number, from 1.
        number: usize,
    },
    /// What a workbook is and of whom: `Result<Look, String>`.
    Look {
        /// Where it is.
        path: OsString,
        /// What it is called.
        name: String,
    },
    /// Whether a file is a workbook that can be read: `bool`.
    Whole {
        /// Where it is.
        path: OsString,
        /// What it will be called.
        name: String,
    },
}

/// A question that is work.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Slow {
    /// Read a workbook again, and lay it out if it is wanted: `Result<Read, String>`.
    Refresh {
        /// Its name.
        name: String,
        /// Where it is.
        path: OsString,
        /// Whether someone looks at it.
        wanted: bool,
    },
    /// What agencies show next to each other: `Result<Diagnostics, String>`.
    City(Vec<Member>),
    /// A file to take away: `Result<Made, String>`.
    Make {
        /// What it is.
        product: Download,
        /// Of which workbook; a blank one needs none.
        name: Option<String>,
        /// Where that is.
        path: Option<OsString>,
        /// What is known of it.
        known: Option<Known>,
    },
}

/// Who a workbook speaks of.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Known {
    /// The agency.
    pub nama: Option<String>,
    /// The region, by the settings.
    pub kota: Option<String>,
    /// The region, by workbook or settings.
    pub daerah: Option<String>,
    /// Id of the regulation.
    pub peraturan: String,
    /// First and last year of the plan.
    pub periode: Option<(u16, u16)>,
}

/// A workbook that was read.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Read {
    /// Whether there is a plan.
    pub readable: bool,
    /// What was found.
    pub findings: Diagnostics,
    /// Who it speaks of.
    pub known: Known,
    /// What the city's table shows of it; `None` where there is no plan.
    pub measure: Option<AgencySummary>,
    /// Who answers for what in it.
    pub duties: Duties,
    /// Cells that the last save changed.
    pub changed: Vec<Origin>,
    /// The pages, if they were wanted; or why there are none.
    pub view: Option<Result<View, String>>,
}

/// Pages, with what stands where.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct View {
    /// What each page is told apart by.
    pub digest: Vec<u128>,
    /// Width and height of each page, in points.
    pub size: Vec<(f64, f64)>,
    /// Title, first and last page of each chapter.
    pub chapter: Vec<(String, usize, usize)>,
    /// Findings about the pages.
    pub shown: Diagnostics,
    /// Place of each finding, first those of the workbook, then of the pages.
    pub place: Vec<Option<Mark>>,
    /// Whether it is a draft.
    pub draft: bool,
    /// How long reading and laying out took, in milliseconds.
    pub took: u64,
}

/// A file that was made.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DownloadFile {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub kind: String,
    /// Its contents.
    pub bytes: Blob,
}
