//! Findings: what is wrong in a user's file, where, and how to mend it.
//!
//! A finding never stops the program. Every stage puts what it found into one
//! sink, [`Diagnostics`], and goes on; the sink is sorted and printed once.
//! What the *program* could not do (a full disk, a broken template) is a
//! `Result` instead and never comes here.

mod cause;
mod code;
mod fact;
mod finding;
mod origin;
mod printable;
mod sink;
mod some_cells;
mod toml_mistake;
mod wire;

pub use cause::system_cause;
pub use code::{Code, Severity};
pub use fact::{Fact, Ground, Scope};
pub use finding::{Diagnostic, Figure};
pub use origin::{CellRef, Origin, column_name};
pub use printable::printable;
pub use sink::Diagnostics;
pub(crate) use some_cells::some_cells;
pub use toml_mistake::{TomlMistake, line_of};
