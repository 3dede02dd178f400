//! How wide the columns of a table should be, how large its letters, and whether its
//! page is turned: found from what the cells hold, before anything is laid out.
//!
//! ```text
//! texts ─► pieces (font, hyphen, pieces) ─► lines at a width (fill) ─► rows (grid)
//!                                      widths of least height (search) ◄──┘
//!                    size, turned or not, breaks written (plan) ◄──┘
//!                                        heights that are sure (sure) ◄──┘
//! ```
//!
//! Lengths within a table are thousandths of its type size, whole numbers: so one count
//! of lines serves every size, and the same table gets the same widths on every machine.

mod fill;
mod font;
mod grid;
mod hyphen;
mod kerning;
mod pieces;
mod plan;
mod row_heights;
mod search;

pub use font::{Face, Faces, FontError, Weight};
pub use grid::{Cell, GAP, Table};
pub use hyphen::{hyphenate, points};
pub use plan::{Paper, Plan, Sheet, plan};
