//! Codes of the findings of this stage, `W001` and on. Never reused.
//!
//! Up to `W019` the file is not used at all; from `W020` on it is read and the
//! finding is in [`Workbook::notice`](super::Workbook::notice).

use crate::diagnostic::Code;

/// What each code means and how to mend it, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("code.md");

/// The file has 0 bytes.
pub const EMPTY: Code = Code("W001");
/// The file is cut off: half copied, or still syncing.
pub const INCOMPLETE: Code = Code("W002");
/// The file is locked with a password.
pub const LOCKED: Code = Code("W003");
/// The file is a web page, as web applications export it under `.xls`.
pub const HTML: Code = Code("W004");
/// The file is plain text such as CSV.
pub const TEXT: Code = Code("W005");
/// The file is a PDF.
pub const PDF: Code = Code("W006");
/// The file is a text document or a slide show.
pub const DOCUMENT: Code = Code("W007");
/// The file is an archive that holds other files.
pub const ARCHIVE: Code = Code("W008");
/// The file is something else.
pub const UNKNOWN: Code = Code("W009");
/// The file is larger than [`limit::FILE_BYTES`](super::limit::FILE_BYTES).
pub const FILE_TOO_LARGE: Code = Code("W010");
/// The file unpacks to more than the limits allow.
pub const UNPACKS_TOO_LARGE: Code = Code("W011");
/// The workbook has no worksheet.
pub const NO_SHEET: Code = Code("W012");
/// The file is damaged inside.
pub const DAMAGED: Code = Code("W013");
/// The file is a spreadsheet of a kind that is not read (Excel 95, XML 2003, Numbers).
pub const OTHER_SPREADSHEET: Code = Code("W014");

/// Info: the file extension does not tell what the file is.
pub const WRONG_EXTENSION: Code = Code("W020");
/// Info: a hidden sheet has content.
pub const HIDDEN_SHEET: Code = Code("W021");
/// Warning: a few cells far away from the table were left out.
pub const STRAY_CELL: Code = Code("W022");
/// Error: a sheet is larger than the limits, and the rest of it was left out.
pub const SHEET_TOO_LARGE: Code = Code("W023");
/// Warning: a cell below a merged area has content that nobody sees; it was left out.
pub const BELOW_MERGED: Code = Code("W024");
/// Warning: formulas with the result 0 that the spreadsheet program never calculated.
pub const STALE_RESULT: Code = Code("W025");
/// Error: one sheet could not be read to its end.
pub const SHEET_DAMAGED: Code = Code("W026");
/// Error: cells point to a text that is not in the file.
pub const CELL_DAMAGED: Code = Code("W027");
/// Warning: merged areas overlap or are too many, and some were ignored.
pub const MERGED_IGNORED: Code = Code("W028");
/// Info: only the values of cells are known of a file of this format.
pub const VALUES_ONLY: Code = Code("W029");
/// Warning: cells with content that a merged area may hide, in a format that does not tell.
pub const COVERED: Code = Code("W030");
/// Error: a text is longer than a cell of Excel can be.
pub const CELL_TOO_LONG: Code = Code("W060");
/// Error: a letter has more marks than any script.
pub const MARKS: Code = Code("W061");
/// Error: a word is longer than any word.
pub const WORD_TOO_LONG: Code = Code("W062");
/// Error: the texts together are more than can be laid out.
pub const TEXT_TOO_MUCH: Code = Code("W063");
