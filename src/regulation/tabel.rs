//! A table or figure as the regulation describes it.

use serde::Deserialize;

use super::Kolom;
use crate::model::Worksheet;

/// A table of the document.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of format.toml of its own"
)]
pub struct Tabel {
    /// Number in the regulation's annex, `T-C.27`.
    #[serde(default)]
    pub kode: Option<String>,
    /// Title with `{opd}`, `{daerah}`, `{awal}`, `{akhir}` (the plan's period)
    /// and `{tahun_awal}`, `{tahun_akhir}` (the table's own years).
    pub judul: String,
    /// Worksheet its rows come from; the table's own id if not said.
    #[serde(default)]
    pub lembar: Option<String>,
    /// Whether a final document must have it.
    #[serde(default = "yes")]
    pub wajib: bool,
    /// Whether it is asked for by practice and no text that was read names it: a
    /// final document without it is only warned of.
    #[serde(default)]
    pub menurut_praktik: bool,
    /// Whether a blank workbook has its worksheet although a document may lack it.
    #[serde(default)]
    pub formulir: bool,
    /// Bidang urusan of the agencies for whose blank workbooks that is so; all if empty.
    #[serde(default)]
    pub bidang: Vec<String>,
    /// Columns of which one must be filled for the table to be printed: those for
    /// which it is there, where others are another table's as well.
    #[serde(default)]
    pub bila_terisi: Vec<String>,
    /// Whether its first row names the agency.
    #[serde(default)]
    pub pemilik: bool,
    /// Whether a row of numbers stands below its heading.
    #[serde(default = "yes")]
    pub bernomor: bool,
    /// Its columns.
    pub kolom: Vec<Kolom>,
}

impl Tabel {
    /// What its rows come from, under the id of this table: a worksheet or, for one that is
    /// made of others, the table itself.
    pub fn source<'a>(&'a self, id: &'a str) -> &'a str {
        self.lembar.as_deref().unwrap_or(id)
    }

    /// The worksheet of its rows; `None` for a table that is made of others.
    pub fn worksheet(&self, id: &str) -> Option<Worksheet> {
        Worksheet::from_id(self.source(id))
    }

    /// Whether its absence stops a final document.
    pub fn is_required(&self) -> bool {
        self.wajib && !self.menurut_praktik
    }
}

/// A figure of the document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gambar {
    /// Title, with the same placeholders as a table's.
    pub judul: String,
}

fn yes() -> bool {
    true
}
