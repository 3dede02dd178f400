//! How a regulated worksheet looks: the one place that says which headings a
//! column has in print, and under which other words offices know it.
//!
//! A blank worksheet is written from the same description that finds the
//! columns of a filled one.

use crate::model::Worksheet;

/// A regulated worksheet.
#[derive(Debug)]
pub struct Schema {
    /// Which one.
    pub id: Worksheet,
    /// Other words by which a tab names it; compared without case and punctuation.
    pub tab_alias: &'static [&'static str],
    /// How the printed title begins, for sheets whose tab says nothing.
    pub title: &'static [&'static str],
    /// Columns in printed order.
    pub column: &'static [Column],
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, printed as typed.
    Text,
    /// A running number that the program counts itself.
    No,
    /// A code.
    Kode,
    /// Money, rupiah.
    Rupiah,
    /// A target or achievement, kept as typed.
    Target,
    /// A plain number.
    Angka,
}

/// A column of a worksheet, or one column a year.
#[derive(Debug)]
pub struct Column {
    /// Key, the same as the model's field.
    pub key: &'static str,
    /// Printed heading from the group down to the column, `{tahun}` for the year.
    pub heading: &'static [&'static str],
    /// Patterns that recognise it. A pattern is one or more beginnings of
    /// headings, from the group down, separated by `/`.
    pub pattern: &'static [&'static str],
    /// What it holds.
    pub kind: Kind,
    /// Whether a worksheet without it is unusable.
    pub required: bool,
    /// Whether a blank cell below means "the same as above" (merged parents).
    pub parent: bool,
    /// Width in characters in a blank workbook.
    pub width: u16,
}

impl Column {
    /// An optional column.
    pub const fn new(
        key: &'static str,
        heading: &'static [&'static str],
        pattern: &'static [&'static str],
        kind: Kind,
    ) -> Self {
        Self {
            key,
            heading,
            pattern,
            kind,
            required: false,
            parent: false,
            width: 14,
        }
    }

    /// The same column, but a worksheet without it is unusable.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same column, holding parents that are merged over their children.
    #[must_use]
    pub const fn parent(mut self) -> Self {
        self.parent = true;
        self
    }

    /// The same column with a width in characters.
    #[must_use]
    pub const fn width(mut self, width: u16) -> Self {
        self.width = width;
        self
    }

    /// Whether there is one such column a year.
    pub fn yearly(&self) -> bool {
        self.heading.contains(&"{tahun}")
    }

    /// The heading for findings: its parts joined, without the year.
    pub fn label(&self) -> String {
        let part: Vec<&str> = self
            .heading
            .iter()
            .copied()
            .filter(|p| *p != "{tahun}")
            .collect();
        part.join(" › ")
    }
}

impl Schema {
    /// The column of a key. Keys are constants of this crate, so a missing one
    /// is a programming mistake that the tests of the shapes catch.
    pub fn find(&self, key: &str) -> Option<&'static Column> {
        self.column.iter().find(|column| column.key == key)
    }

    /// Name on its tab in a blank workbook.
    pub const fn tab(&self) -> &'static str {
        self.id.tab()
    }

    /// Whether columns that it has not are printed behind its own: offices add the source
    /// of the money and remarks to the funding table.
    pub fn prints_further(&self) -> bool {
        self.id.is_funding()
    }
}
