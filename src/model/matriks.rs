//! Tables whose cells are words: printed as typed, compared by nobody.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Tahun, Worksheet};
use crate::diagnostic::Origin;

/// A row of a table of words.
#[derive(Debug, Clone)]
pub struct BarisMatriks {
    /// Cells by the key of their column. A parent's cell is filled only in the
    /// row where it begins.
    pub sel: BTreeMap<&'static str, Entry<String>>,
    /// Cells of the columns that there are one of a year, by key and year.
    pub per_tahun: BTreeMap<(&'static str, Tahun), Entry<String>>,
    /// Columns whose cell is covered by one that is merged over it from above.
    pub lanjutan: BTreeSet<&'static str>,
    /// The row, by its first filled cell.
    pub origin: Origin,
}

/// A table of the agency's own that no regulation describes, with its caption:
/// printed as it stands in the chapter that its number names.
#[derive(Debug, Clone)]
pub struct TabelTambahan {
    /// The chapter of its caption, `2` of `Tabel 2.4`; 0 for a table with a title
    /// alone, whose words say where it belongs.
    pub bab: u16,
    /// The subchapter in which the city's settings put it, `2.1.2`.
    pub subbab: Option<String>,
    /// Its caption without the number.
    pub judul: String,
    /// The worksheet that it also is; `None` if it is none.
    pub lembar: Option<Worksheet>,
    /// Rows of the heading, each its cells from left to right.
    pub kepala: Vec<Vec<SelTambahan>>,
    /// Rows below it.
    pub isi: Vec<Vec<SelTambahan>>,
    /// Widths of its columns by the length of their texts, in characters.
    pub lebar: Vec<u16>,
    /// Where it stands.
    pub origin: Origin,
}

/// A cell of such a table.
#[derive(Debug, Clone)]
pub struct SelTambahan {
    /// What it shows, as its author saw it.
    pub teks: Entry<String>,
    /// Columns it covers.
    pub kolom: u16,
    /// Rows it covers.
    pub baris: u16,
    /// Whether it is a number, and stands right.
    pub angka: bool,
}
