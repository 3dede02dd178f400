//! What a workbook holds besides the plan, and why it is not for printing.

use super::typed::Typed;
use crate::diagnostic::CellRef;
use crate::model::Worksheet;
use crate::sheets::is_guide;
use crate::sheets::table::Account;
use crate::workbook::{Cell, Sheet, Value};

/// Longest text that may number a row, in characters.
const NUMBER: usize = 6;

/// Why a cell is not for printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Title, heading, or the row of column numbers: the regulation has its own.
    Heading,
    /// A running number: the document counts again.
    Number,
    /// Nothing but a dash or other signs.
    Blank,
    /// Of a sheet that is kept next to the plan.
    Konfirmasi,
    /// Of the sheet of pictures: where a picture stands and which file it is.
    Gambar,
    /// Of a sheet for the Renja of a year.
    Renja,
    /// Who holds a post, for what that person signs.
    Pejabat,
    /// Of a sheet of guidance or lists.
    Guide,
    /// Of Identitas, for the program and not for the document.
    Identitas,
    /// What the agency refers to, for comparing with the RPJMD.
    Reference,
    /// In a hidden sheet, or in a hidden column next to the table.
    Hidden,
}

impl Reason {
    /// The Indonesian words for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Heading => "judul dan kepala tabel",
            Self::Number => "nomor urut",
            Self::Blank => "tanda kosong",
            Self::Konfirmasi => "lembar Konfirmasi",
            Self::Gambar => "letak dan berkas gambar",
            Self::Renja => "lembar Renja",
            Self::Pejabat => "pemegang jabatan, untuk perjanjian kinerja",
            Self::Guide => "lembar petunjuk",
            Self::Identitas => "isian Identitas yang tidak dicetak",
            Self::Reference => "rujukan ke RPJMD untuk pemeriksaan",
            Self::Hidden => "tersembunyi",
        }
    }
}

/// The table that a row of a sheet belongs to.
pub(super) fn part_of<'a>(parts: &[&'a Account], row: u32) -> Option<&'a Account> {
    let own = parts
        .iter()
        .rev()
        .find(|part| part.layout.heading.start <= row);
    own.or(parts.first()).copied()
}

/// Whether a row is title or heading of its table.
pub(super) fn is_above(part: &Account, row: u32) -> bool {
    row < part.layout.heading.end || part.layout.again.contains(&row)
}

/// Whether a cell is the label of the value next to it.
pub(super) fn is_label(sheet: &Sheet, part: &Account, at: CellRef) -> bool {
    if part.id != Some(Worksheet::Identitas) {
        return false;
    }
    let row = CellRef::new(at.row, 0)..CellRef::new(at.row + 1, 0);
    let mut cells = sheet.cell.range(row).map(|(cell, _)| *cell);
    cells.next() == Some(at) && cells.next().is_some()
}

/// Why a cell that is not in the document need not be; `None` if it should.
pub(super) fn reason(
    sheet: &Sheet,
    part: Option<&Account>,
    at: CellRef,
    cell: &Cell,
) -> Option<Reason> {
    if sheet.hidden {
        return Some(Reason::Hidden);
    }
    if is_guide(sheet) {
        return Some(Reason::Guide);
    }
    if is_blank(cell) {
        return Some(Reason::Blank);
    }
    let part = part?;
    if is_above(part, at.row) {
        return Some(Reason::Heading);
    }
    match part.id {
        Some(Worksheet::Identitas) => return Some(Reason::Identitas),
        Some(Worksheet::Konfirmasi) => return Some(Reason::Konfirmasi),
        Some(Worksheet::Gambar) => return Some(Reason::Gambar),
        Some(Worksheet::Renja) => return Some(Reason::Renja),
        _ => {}
    }
    if part.layout.signatories.contains(&at.col) {
        return Some(Reason::Pejabat);
    }
    // The regulation's headings stand for the agency's.
    let first = part.layout.columns.first();
    if part.id == Some(Worksheet::Narasi) && first == Some(&at.col) {
        return Some(Reason::Heading);
    }
    let counts = crate::sheets::shown(cell).chars().count() <= NUMBER;
    if part.layout.numbers.contains(&at.col) && counts {
        return Some(Reason::Number);
    }
    if part.layout.references.contains(&at.col) {
        return Some(Reason::Reference);
    }
    let is_outside = !part.layout.columns.contains(&at.col);
    let hidden = sheet.hidden_col.binary_search(&at.col).is_ok();
    (is_outside && hidden && !part.layout.columns.is_empty()).then_some(Reason::Hidden)
}

fn is_blank(cell: &Cell) -> bool {
    let error = matches!(cell.value, Value::Error(_) | Value::NoResult);
    !error && Typed::new(cell).is_blank()
}
