//! How much of a file is taken in. Workbooks come from strangers: every size
//! that a file declares of itself is a claim, and these are the bounds that hold.
//!
//! They are set far above what a planning workbook needs (a few thousand rows,
//! some forty columns, a few megabytes), so that whoever meets one has a damaged
//! or a hostile file, or the wrong one. Together they keep the memory for one
//! file below 400 MiB.

/// Largest file that is opened, in bytes.
pub const FILE_BYTES: u64 = 48 << 20;

/// Largest old-style `.xls` file, in bytes. It is not compressed, so that
/// less holds as much.
pub const XLS_BYTES: u64 = 16 << 20;

/// Most bytes that one part of a package may inflate to.
pub const PART_BYTES: u64 = 96 << 20;

/// Most bytes that all parts which are read may inflate to, taken together.
pub const PACKAGE_BYTES: u64 = 192 << 20;

/// A part that inflates to more than this many times its compressed size is
/// refused once it is larger than [`RATIO_FLOOR`]. Repetitive sheets reach about 100.
pub const RATIO: u64 = 400;

/// Size in bytes up to which the compression ratio does not matter.
pub const RATIO_FLOOR: u64 = 16 << 20;

/// Most entries of a package.
pub const ENTRIES: usize = 10_000;

/// Most sheets that are read.
pub const SHEETS: usize = 250;

/// Rows that are read of a sheet: cells from row 20,001 on are left out and reported.
pub const ROWS: u32 = 20_000;

/// Columns that are read of a sheet: cells from column `GS` on are left out and reported.
pub const COLUMNS: u32 = 200;

/// Most cells with content of a workbook; further ones are left out and reported.
pub const CELLS: usize = 500_000;

/// Most bytes of cell text of a workbook; cells beyond are left out and reported.
pub const TEXT_BYTES: usize = 48 << 20;

/// Most characters of a sheet's name that are kept (Excel's own bound is 31).
pub const NAME_CHARS: usize = 100;

/// Longest text of a cell in bytes; a part with a longer one is malformed
/// (Excel's own bound is 32,767 characters).
pub const CELL_BYTES: usize = 256 << 10;

/// Deepest nesting of XML elements; a part with a deeper one is malformed.
pub const DEPTH: usize = 200;

/// Most entries of the table of shared strings.
pub const STRINGS: usize = 1_000_000;

/// Most bytes of the table of shared strings.
pub const STRING_BYTES: usize = 64 << 20;

/// Most cell styles of a workbook (Excel's own bound is 65,490).
pub const STYLES: usize = 70_000;

/// Longest number format code in bytes (Excel's own bound is 255 characters).
pub const FORMAT_BYTES: usize = 1_024;

/// Most merged areas of a sheet; further ones are ignored and reported.
pub const MERGED: usize = 10_000;

/// Characters of a formula that are looked at.
pub const FORMULA_CHARS: usize = 24;

/// Most drawn objects of a sheet that are looked at.
pub const DRAWINGS: usize = 2_000;

/// Left-out cells of one sheet up to which they count as strays that a slip of
/// the hand left far away; more are a table whose data would be missing.
pub const STRAYS: u64 = 100;

/// Findings of one kind for one sheet; the last one says how many more there are.
pub const FINDINGS: usize = 20;

/// Most characters of a cell's text, Excel's own bound.
pub const CELL_CHARS: usize = 32_767;

/// Most marks on one letter; scripts of the world need up to five.
pub const MARKS: usize = 8;

/// Longest word: letters without a blank. Addresses of web pages stay below.
pub const WORD_CHARS: usize = 2_000;

/// Most bytes of text of a workbook whose pages can be laid out, forty times a
/// large plan's.
pub const DOCUMENT_TEXT: usize = 4_000_000;
