//! What a finding tells the program itself: nobody reads a code or a sentence back to
//! decide something.

use serde::{Deserialize, Serialize};

/// Something that the rest of the program goes by. It is never printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fact {
    /// Physical pages on which it shows, from 1.
    Pages(Vec<usize>),
    /// A text that the regulation asks for is missing: its slot.
    NoText(String),
    /// The interpretation of a table is missing: its slot.
    NoInterpretation(String),
    /// A table that the regulation asks for is missing or has no rows: its worksheet's id.
    NoTable(String),
    /// The same of a table that only practice asks for.
    NoUsualTable(String),
    /// Subchapters are left out that may be left out.
    NoOptionalText,
    /// A sheet is there and was not read: the id of its worksheet, where it is known.
    Unread(Option<String>),
    /// Cells are not read or not printed: the finding's own, as far as it speaks, and those
    /// that it covers.
    Unprinted(Scope),
    /// What it speaks of is carried over into no other workbook.
    StaysBehind,
    /// The file is a result of this program, or a unit's part of a workbook.
    OwnFile,
    /// The city's RPJMD is a blank form.
    BlankRpjmd,
    /// A file could not be written, perhaps the very one with the findings.
    Unwritten,
    /// The agency's own kode is in doubt.
    DoubtfulKode,
}

/// How far a finding speaks from its cell; without a cell it speaks of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scope {
    /// The whole sheet.
    Sheet,
    /// The column from its heading down.
    Column,
    /// The row, and those of the cells that it covers.
    Row,
    /// The cell.
    Cell,
}

impl Fact {
    /// Whether a final document lacks a part that it must have.
    pub fn is_required_part(&self) -> bool {
        matches!(
            self,
            Self::NoText(_) | Self::NoInterpretation(_) | Self::NoTable(_)
        )
    }

    /// Whether a document lacks a part, also one that it may lack.
    pub fn is_part(&self) -> bool {
        self.is_required_part() || matches!(self, Self::NoUsualTable(_) | Self::NoOptionalText)
    }
}
