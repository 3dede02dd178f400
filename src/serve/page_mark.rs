//! Where something stands on the pages.

use serde::{Deserialize, Serialize};

use crate::typeset::Area;

/// A place on a page.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Mark {
    /// Physical page, from 1.
    pub page: usize,
    /// The printed row of a table.
    pub row: Option<Area>,
    /// The printed cell.
    pub cell: Option<Area>,
}

impl Mark {
    /// Somewhere on a page.
    pub(super) fn page(page: usize) -> Self {
        Self {
            page,
            row: None,
            cell: None,
        }
    }
}
