//! A table that is printed and written alike.

use serde::{Serialize, Serializer};

use crate::model::text::one_line;
use crate::model::{Indikator, Rupiah, Target};

/// A table.
#[derive(Debug, Serialize)]
pub struct Tabel {
    /// Rows of the heading; a cell may span columns and rows.
    pub kepala: Vec<Vec<Kepala>>,
    /// Columns.
    pub kolom: Vec<Kolom>,
    /// Rows.
    pub baris: Vec<Row>,
}

/// A cell of the heading.
#[derive(Debug, Serialize)]
pub struct Kepala {
    /// Its text.
    pub teks: String,
    /// Columns it spans.
    pub kolom: u16,
    /// Rows it spans.
    pub baris: u16,
}

/// A column: share of the width, and how its cells are set.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Kolom {
    /// Share of the width.
    pub bobot: u16,
    /// How its cells are set.
    pub rata: Rata,
}

/// How cells are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Rata {
    /// Left.
    Kiri,
    /// Centred.
    Tengah,
    /// Right.
    Kanan,
}

/// A row.
#[derive(Debug, Serialize)]
pub struct Row {
    /// How it is shown.
    pub gaya: Gaya,
    /// Its cells, one a column.
    pub sel: Vec<Sel>,
}

/// How a row is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Gaya {
    /// A parent, shaded and bold.
    Induk,
    /// A parent of the second order.
    Anak,
    /// An ordinary row.
    Biasa,
}

/// A cell.
#[derive(Debug, Clone)]
pub enum Sel {
    /// Nothing.
    Kosong,
    /// Text.
    Teks(String),
    /// Money.
    Uang(Rupiah),
}

impl Serialize for Sel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Kosong => serializer.serialize_none(),
            Self::Teks(text) => serializer.serialize_str(text),
            Self::Uang(amount) => serializer.collect_str(amount),
        }
    }
}

impl Sel {
    /// Text, or nothing.
    pub fn teks(text: Option<impl AsRef<str>>) -> Self {
        text.map_or(Self::Kosong, |text| Self::Teks(one_line(text.as_ref())))
    }

    /// Money, or nothing.
    pub fn uang(amount: Option<Rupiah>) -> Self {
        amount.map_or(Self::Kosong, Self::Uang)
    }
}

/// A target with its unit: `97,5%`, `12 Dokumen`.
pub(super) fn measured(indikator: &Indikator, target: &Target) -> String {
    match indikator.satuan.value() {
        Some(unit) if unit == "%" => format!("{}%", target.teks().trim_end_matches('%')),
        Some(unit) => format!("{target} {unit}"),
        None => target.to_string(),
    }
}

/// A column with its heading, or several under a common one. The rows' cells are in the order
/// of the columns.
pub(super) enum Head {
    Column(String, Kolom),
    Group(String, Vec<Head>),
}

/// A column: its heading, its share of the width, how its cells are set.
pub(super) fn column(heading: impl Into<String>, bobot: u16, rata: Rata) -> Head {
    Head::Column(heading.into(), Kolom { bobot, rata })
}

/// Columns under a common heading.
pub(super) fn group(heading: impl Into<String>, columns: impl Into<Vec<Head>>) -> Head {
    Head::Group(heading.into(), columns.into())
}

impl Head {
    /// Rows that it takes.
    fn depth(&self) -> u16 {
        match self {
            Self::Column(..) => 1,
            Self::Group(_, below) => 1 + below.iter().map(Self::depth).max().unwrap_or_default(),
        }
    }

    /// Adds its cells to the heading's rows, of which `rows` are left, and its columns.
    fn place(self, top: usize, rows: u16, table: &mut Tabel) -> u16 {
        let (teks, baris, columns) = match self {
            Self::Column(teks, kolom) => {
                table.kolom.push(kolom);
                (teks, rows, 1)
            }
            Self::Group(teks, below) => {
                let below = below.into_iter();
                let columns = below.map(|head| head.place(top + 1, rows.saturating_sub(1), table));
                (teks, 1, columns.sum())
            }
        };
        table.kepala[top].push(Kepala {
            teks,
            kolom: columns,
            baris,
        });
        columns
    }
}

impl Tabel {
    /// A table of these columns.
    pub(super) fn new(heads: impl Into<Vec<Head>>, baris: Vec<Row>) -> Self {
        let heads = heads.into();
        let depth = heads.iter().map(Head::depth).max().unwrap_or_default();
        let mut table = Self {
            kepala: (0..depth).map(|_| Vec::new()).collect(),
            kolom: Vec::new(),
            baris,
        };
        for head in heads {
            head.place(0, depth, &mut table);
        }
        table
    }
}
