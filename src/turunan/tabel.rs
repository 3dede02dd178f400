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

/// A heading cell over one column and so many rows.
pub(super) fn tall(text: &str, rows: u16) -> Kepala {
    Kepala {
        teks: text.to_owned(),
        kolom: 1,
        baris: rows,
    }
}

/// A heading cell over so many columns.
pub(super) fn wide(text: &str, columns: u16) -> Kepala {
    Kepala {
        teks: text.to_owned(),
        kolom: columns,
        baris: 1,
    }
}

/// A column.
pub(super) fn kolom(bobot: u16, rata: Rata) -> Kolom {
    Kolom { bobot, rata }
}
