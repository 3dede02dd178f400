//! The cells of a table as the templates get them.

use std::borrow::Cow;

use serde::Serialize;

use crate::measure::Weight;
use crate::model::Entry;
use crate::regulation::Rata;

/// A cell of the heading.
#[derive(Debug, Serialize)]
pub(super) struct Kepala {
    pub(super) teks: String,
    pub(super) kolom: usize,
    pub(super) baris: usize,
}

/// A rule between two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Garis {
    /// None: target and money of one year.
    Tanpa,
    /// Between columns below one heading.
    Tipis,
    /// Between columns of different headings.
    Biasa,
}

/// Where no rule parts a cell from the one above or below it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(super) struct Sambung {
    pub(super) atas: bool,
    pub(super) bawah: bool,
}

/// A row.
#[derive(Debug, Serialize)]
pub(super) struct Baris<'a> {
    pub(super) jenis: Jenis,
    /// Parents that a further page names above this row, outermost first.
    pub(super) induk: Vec<String>,
    pub(super) sel: Vec<Sel<'a>>,
}

/// What kind of row it is: how it is coloured and set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Jenis {
    Biasa,
    /// A statement over the whole width: the agency, the vision.
    Pita,
    /// A heading within the table, over the whole width.
    Kelompok,
    Tujuan,
    Sasaran,
    BidangUrusan,
    Program,
    Kegiatan,
    SubKegiatan,
    Hasil,
    /// A total row.
    Jumlah,
    /// A row without a kode that has no place among programs.
    TidakDikenal,
    /// The blank above the heading of a further part of the table.
    SelaBagian,
    /// A row of that heading.
    KepalaBagian,
    /// The numbers below it.
    NomorBagian,
}

/// A cell. What is not said is as in most cells.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Sel<'a> {
    pub(super) teks: Entry<Cow<'a, str>>,
    /// Whether nothing was entered, and a dash shows it.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) strip: bool,
    /// Whether the program computed it, where the office left the cell empty.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) hitungan: bool,
    /// Columns that it covers.
    #[serde(skip_serializing_if = "is_one")]
    pub(super) kolom: usize,
    /// Rows that it covers.
    #[serde(skip_serializing_if = "is_one")]
    pub(super) baris: usize,
    /// How it is set, where not as its column is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rata: Option<Rata>,
    /// Steps by which it stands further right, for what lies below the row above.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) jorok: u8,
    /// Blank before it, or behind it where negative, that brings its comma below the
    /// others; in hundredths of a point.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) geser: i32,
    /// Whether it is one with the cell above or below it.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) sambung: Sambung,
    /// Whether a page may end within it.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) putus: bool,
}

impl<'a> Sel<'a> {
    pub(super) fn new(teks: Entry<Cow<'a, str>>) -> Self {
        Self {
            teks,
            strip: false,
            hitungan: false,
            kolom: 1,
            baris: 1,
            rata: None,
            jorok: 0,
            geser: 0,
            sambung: Sambung::default(),
            putus: false,
        }
    }

    /// A cell over the whole width.
    pub(super) fn band(teks: Entry<Cow<'a, str>>, width: usize) -> Self {
        Self {
            kolom: width,
            rata: Some(Rata::Kiri),
            ..Self::new(teks)
        }
    }
}

impl Baris<'_> {
    /// How strong the letters of a cell of it are: as the templates set them.
    pub(super) fn weight(&self, sel: &Sel<'_>) -> Weight {
        match self.jenis {
            Jenis::Kelompok
            | Jenis::Tujuan
            | Jenis::BidangUrusan
            | Jenis::Program
            | Jenis::Jumlah => Weight::Bold,
            Jenis::Sasaran if sel.kolom > 1 => Weight::Bold,
            Jenis::Kegiatan => Weight::Medium,
            _ => Weight::Regular,
        }
    }
}

/// The first column of each cell, row by row: a cell stands in the first one that no
/// cell above covers.
pub(super) fn columns(baris: &[Baris<'_>], width: usize) -> Vec<Vec<usize>> {
    let mut free = vec![0_usize; width];
    let rows = baris.iter().enumerate();
    rows.map(|(row, line)| {
        let mut column = 0;
        let cells = line.sel.iter().map(|sel| {
            while column < width && free[column] > row {
                column += 1;
            }
            let first = column;
            column = (column + sel.kolom).min(width);
            for free in free.iter_mut().take(column).skip(first) {
                *free = row + sel.baris;
            }
            first
        });
        cells.collect()
    })
    .collect()
}

/// Whether a value is the one that most cells have.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_one(value: &usize) -> bool {
    *value == 1
}
