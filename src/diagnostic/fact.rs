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
    /// Cells that no row of a table holds: next to it, below it, in a column of no form.
    OutsideRows,
    /// An element of the funding table that it is about: its kode.
    Element(String),
    /// A year that it is about.
    Year(u16),
    /// A rule may report it several times in one row, once for each of its cells.
    PerCell,
    /// The funding table contradicts itself: a sum differs, or a kode and its place do.
    Contradiction,
    /// What is wrong only as long as this holds.
    RestsOn(Ground),
    /// What does not hold because of it.
    Upsets(Ground),
}

/// What a finding takes for granted, and another may say does not hold; see
/// `checks::fold`. In the order in which causes are looked for: those that explain most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ground {
    /// That the heading of a table has the columns that must be there.
    Columns,
    /// That a table is of the years that its heading names.
    TableYears,
    /// That a kode stands next to the name it belongs to.
    KodeAndName,
    /// That a row stands below the parent that its kode has.
    Parent,
    /// That no row below an element is counted twice.
    Total,
    /// That a row stands once.
    SingleRow,
    /// That amounts stand in their years.
    YearOfAmount,
    /// That an element is more than its name.
    Children,
    /// That amounts are in rupiah, not in thousands.
    WholeRupiah,
    /// That a statement has one wording in both tables.
    Wording,
    /// That the agency's own kode is right.
    AgencyKode,
}

impl Ground {
    /// What a comparison of an element's amount of a year takes for granted.
    pub const OF_AMOUNT: [Self; 4] = [
        Self::KodeAndName,
        Self::Parent,
        Self::Total,
        Self::YearOfAmount,
    ];

    /// All of them, in order.
    pub const ALL: [Self; 11] = [
        Self::Columns,
        Self::TableYears,
        Self::KodeAndName,
        Self::Parent,
        Self::Total,
        Self::SingleRow,
        Self::YearOfAmount,
        Self::Children,
        Self::WholeRupiah,
        Self::Wording,
        Self::AgencyKode,
    ];
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
