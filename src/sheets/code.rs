//! Codes of the findings made while reading worksheets.

use crate::diagnostic::Code;

/// What each code means and how to mend it, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("code.md");

/// A sheet that is no known worksheet.
pub const UNKNOWN_SHEET: Code = Code("S001");
/// A known worksheet whose headings were not found.
pub const NO_HEADER: Code = Code("S002");
/// A required column that is not there.
pub const NO_COLUMN: Code = Code("S003");
/// A heading that nothing recognises.
pub const UNKNOWN_COLUMN: Code = Code("S004");
/// Two columns with the same heading.
pub const DOUBLE_COLUMN: Code = Code("S005");
/// A year heading that does not name a calendar year.
pub const NO_CALENDAR_YEAR: Code = Code("S006");
/// A row that could not be used.
pub const ROW_UNUSED: Code = Code("S007");
/// Hidden rows or columns inside a table, which were read.
pub const HIDDEN: Code = Code("S008");
/// A note or a signature below a table.
pub const NOTE: Code = Code("S009");
/// An Excel error cell.
pub const ERROR_CELL: Code = Code("S010");
/// A formula without a stored result.
pub const NO_RESULT: Code = Code("S011");
/// Text where money must be.
pub const NOT_MONEY: Code = Code("S012");
/// An amount that can be read two ways.
pub const AMBIGUOUS_MONEY: Code = Code("S013");
/// Text where a number must be.
pub const NOT_NUMBER: Code = Code("S014");
/// A kode that fits no pattern.
pub const BAD_KODE: Code = Code("S015");
/// A kode typed as a number, whose zeros cannot be restored.
pub const NUMERIC_KODE: Code = Code("S016");
/// A date where none can be: Excel took a kode or a range for one.
pub const UNEXPECTED_DATE: Code = Code("S017");
/// Several values in one cell of targets, one below another.
pub const STACKED: Code = Code("S018");
/// A review table in a shape of its own, which is printed as it stands.
pub const OWN_SHAPE: Code = Code("S019");
/// A label of Identitas that is unknown.
pub const UNKNOWN_LABEL: Code = Code("S020");
/// A value of Identitas or a date that cannot be read (period, stage, NIP).
pub const BAD_VALUE: Code = Code("S021");
/// A subbab of Narasi that the regulation does not have.
pub const UNKNOWN_SLOT: Code = Code("S022");
/// A title in Narasi that is another than the regulation's.
pub const OTHER_TITLE: Code = Code("S023");
/// A word that is none of those a column may hold.
pub const UNKNOWN_CHOICE: Code = Code("S024");
/// A number with more digits than a spreadsheet keeps, where an identifier must be.
pub const DIGITS_LOST: Code = Code("S025");
/// Cells next to the columns of a table.
pub const OUTSIDE: Code = Code("S026");
/// The unit of a table's amounts, which were read in rupiah.
pub const UNIT: Code = Code("S027");
/// Amounts that may stand in a unit that nothing states.
pub const UNIT_UNCLEAR: Code = Code("S028");
/// A heading with a wrong letter that was read.
pub const MENDED_HEADING: Code = Code("S029");
/// Counted years of headings, read as calendar years.
pub const YEAR_COUNTED: Code = Code("S030");
/// A year of the period without a column.
pub const YEAR_MISSING: Code = Code("S031");
/// A kode in several columns that was joined.
pub const JOINED_KODE: Code = Code("S032");
/// A label across a table that has no such rows.
pub const LABEL: Code = Code("S033");
/// Title, heading or column numbers again in the middle of a table.
pub const REPEATED_HEADING: Code = Code("S034");
/// A sheet or table that no reader takes, printed as it stands.
pub const AS_IT_STANDS: Code = Code("S035");
/// A table that repeats another one of the workbook; an error if they differ.
pub const REPEATED_TABLE: Code = Code("S036");
/// A setting for a sheet that the workbook does not have, or a place that the
/// document does not have.
pub const UNKNOWN_PLACE: Code = Code("S037");
/// Cells that repeat one above or next to them, read as one merged cell.
pub const FILLED_DOWN: Code = Code("S038");
/// A kode in one cell with the name.
pub const KODE_IN_NAME: Code = Code("S039");
/// A picture in place of a cell's content.
pub const PICTURE_CELL: Code = Code("S040");
/// The words of an online suite that had not yet fetched the value.
pub const PLACEHOLDER: Code = Code("S041");
/// Letters that are struck out, or a row that is.
pub const STRUCK: Code = Code("S042");
/// A mark raised above a figure.
pub const RAISED: Code = Code("S043");
/// Shapes, pictures or charts over the cells.
pub const DRAWN: Code = Code("S044");
/// Numbers of which the file format does not tell how they are shown.
pub const FORMAT_UNKNOWN: Code = Code("S045");
/// Numbers of which the sheet shows something else, or nothing.
pub const SHOWN_OTHERWISE: Code = Code("S046");
/// Letters in the colour of what is behind them.
pub const UNSEEN: Code = Code("S047");
/// A column that the form has not, printed behind its own.
pub const FURTHER_COLUMN: Code = Code("S048");
/// An organisation chart with more levels or posts than a page can show.
pub const CHART_TOO_LARGE: Code = Code("S060");
/// Running numbers that are not 1, 2, 3, which the document counts anew.
pub const RENUMBERED: Code = Code("S052");
/// What was added to a heading that prints in the regulation's words.
pub const HEADING_NOTE: Code = Code("S053");
/// What was typed in a way of its own and can mean one thing only.
pub const READ_AS: Code = Code("S050");
/// What was typed in a way that may mean something else, and prints as typed.
pub const NOT_CERTAIN: Code = Code("S051");
