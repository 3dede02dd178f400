//! One chapter as it will be printed: which of the document's pages show it.
//!
//! The whole document is laid out, for only that gives true page numbers and
//! intact references; what is asked for is then cut out. Laying it out costs
//! under a second for a usual document, and after a save only what changed is
//! laid out again, so that a mode of its own for one chapter, with numbers that
//! are only nearly right, would gain little.

mod choice;
mod part;

pub use choice::{Choice, ChoiceError};
pub use part::{Part, chapters, tables};
