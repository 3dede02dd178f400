//! Tables laid out from their description in `format.toml`: which columns, under
//! which headings, how wide. Only the rows come from here; adding, leaving out or
//! reordering columns of a table takes no Rust.

mod column;
mod indikator;
mod kolom;
mod pendanaan;
mod row;
mod tambahan;
mod tujuan;
mod width;
mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::Origin;
use crate::model::{Entry, Indikator, Located, Renstra, Tahun};
use crate::regulation::{Rata, Tabel};

use column::{expand, heading};
use row::set;
use width::longest;

pub use tambahan::build as build_tambahan;

/// A table ready to be laid out.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    /// Widths of the columns, relative.
    lebar: Vec<u16>,
    /// Letters of the longest word of each column, of the whole text where it is
    /// money: no column is narrower.
    kata: Vec<usize>,
    /// How the cells of each column are set.
    rata: Vec<Rata>,
    /// Rows of the heading.
    kepala: Vec<Vec<Kepala>>,
    /// Rows.
    baris: Vec<Baris<'a>>,
    /// Whether the row of numbers stands below the heading.
    bernomor: bool,
    /// Whether it stands on turned pages.
    rebah: bool,
}

/// A cell of the heading.
#[derive(Debug, Serialize)]
struct Kepala {
    teks: String,
    kolom: usize,
    baris: usize,
}

/// A row.
#[derive(Debug, Serialize)]
struct Baris<'a> {
    jenis: Jenis,
    /// Parents that a further page names above this row, outermost first.
    induk: Vec<String>,
    sel: Vec<Sel<'a>>,
}

/// What kind of row it is: how it is coloured and set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Jenis {
    Biasa,
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
}

/// A cell.
#[derive(Debug, Clone, Serialize)]
struct Sel<'a> {
    teks: Entry<Cow<'a, str>>,
    /// Whether nothing entered is shown as a dash.
    strip: bool,
    kolom: usize,
    baris: usize,
    rata: Option<Rata>,
}

/// A row before it is set in columns.
struct Record<'a> {
    jenis: Jenis,
    induk: Vec<String>,
    /// Values by key.
    sel: BTreeMap<&'static str, Entry<Cow<'a, str>>>,
    /// Values by key and year.
    per_tahun: BTreeMap<(&'static str, Tahun), Entry<Cow<'a, str>>>,
    /// How many rows a value covers, where it covers more than its own.
    rentang: BTreeMap<&'static str, usize>,
}

impl<'a> Record<'a> {
    fn new(jenis: Jenis) -> Self {
        Self {
            jenis,
            induk: Vec::new(),
            sel: BTreeMap::new(),
            per_tahun: BTreeMap::new(),
            rentang: BTreeMap::new(),
        }
    }

    fn text(&mut self, key: &'static str, value: &'a Entry<String>) {
        self.sel.insert(key, borrowed(value));
    }

    /// The value at a column, and whether nothing entered shows as a dash.
    fn value(&self, key: &str, tahun: Option<Tahun>) -> (Entry<Cow<'a, str>>, bool) {
        if let Some(tahun) = tahun {
            let mut list = self.per_tahun.iter();
            let found = list.find(|((k, t), _)| *k == key && *t == tahun);
            return (
                found.map(|(_, value)| value.clone()).unwrap_or_default(),
                found.is_some(),
            );
        }
        let found = self.sel.iter().find(|(k, _)| **k == key);
        let dash = key == "target_awal" && found.is_some();
        (
            found.map(|(_, value)| value.clone()).unwrap_or_default(),
            dash,
        )
    }

    fn own(&mut self, key: &'static str, value: String, origin: Origin) {
        let located = Located::new(Cow::Owned(value), origin);
        self.sel.insert(key, Entry::Filled(located));
    }
}

/// The years and rows of a table that is described by columns; `None` if its rows
/// have no such form.
pub fn build<'a>(
    tabel: &Tabel,
    lembar: &str,
    renstra: &'a Renstra,
) -> Option<(Vec<Tahun>, bool, Isi<'a>)> {
    let satuan_apart = tabel.kolom.iter().any(|kolom| kolom.isi == "satuan");
    let record = match lembar {
        "tujuan-sasaran" | "t-c-25" => tujuan::records(renstra, satuan_apart),
        "pendanaan" | "t-c-27" => pendanaan::records(renstra, satuan_apart),
        "iku" => indikator::iku(renstra, satuan_apart),
        "ikk" => indikator::ikk(renstra, satuan_apart),
        "t-c-28" => indikator::kinerja_urusan(renstra, satuan_apart),
        id => words::records(id, renstra.matriks.get(id).map(Vec::as_slice)?),
    };
    let year: BTreeSet<Tahun> = record
        .iter()
        .flat_map(|record| record.per_tahun.keys().map(|(_, tahun)| *tahun))
        .collect();
    let year: Vec<Tahun> = year.into_iter().collect();
    let tahun_awal = renstra.tahun_awal.get(lembar).copied();
    let kosong = record.is_empty();
    let physical = expand(&tabel.kolom, &year);
    let rata: Vec<Rata> = physical.iter().map(|p| p.kolom.rata).collect();
    let baris = set(record, &physical);
    let kepala = heading(&physical, tahun_awal);
    let isi = Isi {
        lebar: physical.iter().map(|p| p.kolom.lebar).collect(),
        kata: longest(&kepala, &baris, &rata),
        rata,
        kepala,
        baris,
        bernomor: true,
        rebah: tabel.rebah,
    };
    Some((year, kosong, isi))
}

/// A cell's text without a copy.
fn borrowed(entry: &Entry<String>) -> Entry<Cow<'_, str>> {
    match entry {
        Entry::Missing => Entry::Missing,
        Entry::Empty(origin) => Entry::Empty(origin.clone()),
        Entry::Broken(origin) => Entry::Broken(origin.clone()),
        Entry::Filled(located) => Entry::Filled(Located::new(
            Cow::Borrowed(located.value.as_str()),
            located.origin.clone(),
        )),
    }
}

/// A value of another kind as its text.
fn shown<'a, T: ToString + Clone>(entry: &Entry<T>) -> Entry<Cow<'a, str>> {
    entry.clone().map(|value| Cow::Owned(value.to_string()))
}

/// Puts an indicator's values into a record.
fn put_indikator<'a>(record: &mut Record<'a>, indikator: &'a Indikator, satuan_apart: bool) {
    let uraian = &indikator.uraian;
    if let Some(satuan) = indikator.satuan.value().filter(|_| !satuan_apart) {
        let both = format!("{} ({satuan})", uraian.value);
        record.own("indikator", both, uraian.origin.clone());
    } else {
        let located = Located::new(Cow::Borrowed(uraian.value.as_str()), uraian.origin.clone());
        record.sel.insert("indikator", Entry::Filled(located));
    }
    record.text("satuan", &indikator.satuan);
    record.text("keterangan", &indikator.keterangan);
    record
        .sel
        .insert("target_awal", shown(&indikator.target_awal));
    record
        .sel
        .insert("target_akhir", shown(&indikator.target_akhir));
    for (tahun, target) in &indikator.target {
        record.per_tahun.insert(("target", *tahun), shown(target));
    }
}
