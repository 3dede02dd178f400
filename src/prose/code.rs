//! Codes of the findings made while the agency's text is turned into blocks.

use crate::diagnostic::Code;

/// What each code means and how to mend it, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("code.md");

/// A placeholder names something that does not exist.
pub const UNKNOWN_NAME: Code = Code("N301");
/// A placeholder that is not written as one.
pub const BAD_SYNTAX: Code = Code("N302");
/// A text that asks for more work than any text needs.
pub const TOO_LONG: Code = Code("N303");
/// A filter or function that cannot use what it was given.
pub const BAD_ARGUMENT: Code = Code("N304");
/// Markdown that is not supported and is printed as typed.
pub const UNSUPPORTED_MARKDOWN: Code = Code("N305");
/// A placeholder for something that the workbook leaves empty.
pub const NOT_FILLED: Code = Code("N306");
/// A function asked for a program, table or figure that is not there.
pub const NO_SUCH_OBJECT: Code = Code("N307");
