//! Tables laid out from their description in `format.toml`: which columns, under
//! which headings, how wide. Only the rows come from here; adding, leaving out or
//! reordering columns of a table takes no Rust.

mod indikator;
mod pendanaan;
mod tambahan;
mod tujuan;
mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Entry, Renstra, Tahun};
use crate::regulation::{Kolom, Rata, Tabel};

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

    fn own(&mut self, key: &'static str, value: String, origin: crate::diagnostic::Origin) {
        let located = crate::model::Located::new(Cow::Owned(value), origin);
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
        id => words::records(renstra.matriks.get(id).map(Vec::as_slice)?),
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

/// The longest word of each column, of the whole text where it is money.
fn longest(kepala: &[Vec<Kepala>], baris: &[Baris<'_>], rata: &[Rata]) -> Vec<usize> {
    let mut longest = vec![0; rata.len()];
    let heading = kepala.iter().map(|row| {
        row.iter()
            .map(|cell| (cell.kolom, cell.baris, cell.teks.as_str(), false))
    });
    measure(heading, &mut longest);
    let body = baris.iter().map(|row| {
        row.sel.iter().map(|sel| {
            let text = sel.teks.value().map_or("", |text| &**text);
            (sel.kolom, sel.baris, text, sel.rata == Some(Rata::Kanan))
        })
    });
    let mut whole = vec![0; rata.len()];
    measure(
        body.clone()
            .map(|row| row.map(|(k, b, text, _)| (k, b, text, true))),
        &mut whole,
    );
    measure(body, &mut longest);
    longest
        .into_iter()
        .zip(whole)
        .zip(rata)
        .map(|((word, whole), rata)| if *rata == Rata::Kanan { whole } else { word })
        .collect()
}

/// Raises each column's length to that of its cells. Columns are found by
/// counting, since a cell above may cover some of a row.
fn measure<'t, R>(row: impl Iterator<Item = R>, longest: &mut [usize])
where
    R: Iterator<Item = (usize, usize, &'t str, bool)>,
{
    let mut covered = vec![0_usize; longest.len()];
    for mut cell in row {
        let mut at = 0;
        while at < longest.len() {
            if covered[at] > 0 {
                covered[at] -= 1;
                at += 1;
                continue;
            }
            let Some((kolom, baris, text, whole)) = cell.next() else {
                break;
            };
            let end = (at + kolom.max(1)).min(longest.len());
            covered[at..end].fill(baris.saturating_sub(1));
            if end == at + 1 {
                let length = if whole {
                    text.chars().count()
                } else {
                    // A line may end behind a slash, too.
                    let word = text.split(|c: char| c.is_whitespace() || c == '/');
                    word.map(|word| word.chars().count() + 1).max().unwrap_or(0)
                };
                longest[at] = longest[at].max(length);
            }
            at = end;
        }
    }
}

/// A column as printed.
struct Physical<'k> {
    kolom: &'k Kolom,
    tahun: Option<Tahun>,
}

/// Columns with one a year; neighbours under one group alternate year by year.
fn expand<'k>(kolom: &'k [Kolom], year: &[Tahun]) -> Vec<Physical<'k>> {
    let mut list = Vec::new();
    let mut rest = kolom;
    while let Some(first) = rest.first() {
        if !first.yearly() {
            list.push(Physical {
                kolom: first,
                tahun: None,
            });
            rest = &rest[1..];
            continue;
        }
        let together = rest
            .iter()
            .take_while(|kolom| kolom.yearly() && kolom.group() == first.group())
            .count();
        let (group, behind) = rest.split_at(together);
        for tahun in year {
            list.extend(group.iter().map(|kolom| Physical {
                kolom,
                tahun: Some(*tahun),
            }));
        }
        rest = behind;
    }
    list
}

/// The rows of the heading; a part that neighbours share is one cell over them.
fn heading(physical: &[Physical<'_>], tahun_awal: Option<Tahun>) -> Vec<Vec<Kepala>> {
    let path: Vec<Vec<String>> = physical
        .iter()
        .map(|p| {
            let fill = |part: &String| {
                let year = |tahun: Option<Tahun>| tahun.map(|t| t.to_string()).unwrap_or_default();
                part.replace("{tahun}", &year(p.tahun))
                    .replace("{tahun_awal}", &year(tahun_awal))
                    .trim()
                    .to_owned()
            };
            p.kolom.judul.iter().map(fill).collect()
        })
        .collect();
    let height = path.iter().map(Vec::len).max().unwrap_or(1);
    (0..height)
        .map(|level| {
            let mut row = Vec::new();
            let mut at = 0;
            while let Some(own) = path.get(at) {
                let Some(teks) = own.get(level) else {
                    at += 1;
                    continue;
                };
                let leaf = own.len() == level + 1;
                let span = path[at..]
                    .iter()
                    .take_while(|other| {
                        !leaf && other.len() > level + 1 && other[..=level] == own[..=level]
                    })
                    .count()
                    .max(1);
                row.push(Kepala {
                    teks: teks.clone(),
                    kolom: span,
                    baris: if leaf { height - level } else { 1 },
                });
                at += span;
            }
            row
        })
        .collect()
}

/// Records set in columns. A cell that a parent above covers is left out.
fn set<'a>(record: Vec<Record<'a>>, physical: &[Physical<'_>]) -> Vec<Baris<'a>> {
    let mut covered: BTreeMap<&str, usize> = BTreeMap::new();
    let mut number = 0_usize;
    record
        .into_iter()
        .map(|mut record| {
            if record.jenis == Jenis::Kelompok {
                let teks = record.sel.remove("kelompok").unwrap_or_default();
                let sel = Sel {
                    teks,
                    strip: false,
                    kolom: physical.len(),
                    baris: 1,
                    rata: Some(Rata::Kiri),
                };
                return Baris {
                    jenis: record.jenis,
                    induk: record.induk,
                    sel: vec![sel],
                };
            }
            let mut sel = Vec::new();
            for p in physical {
                let key = p.kolom.isi.as_str();
                if let Some(left) = covered.get_mut(key).filter(|left| **left > 0) {
                    *left -= 1;
                    continue;
                }
                if key == "no" {
                    // The number counts what has one: the first cell that covers rows.
                    let span = record.rentang.get("no").copied().unwrap_or(1);
                    number += 1;
                    covered.insert("no", span - 1);
                    sel.push(plain(number.to_string(), span, Some(Rata::Tengah)));
                    continue;
                }
                let (teks, strip) = match p.tahun {
                    Some(tahun) => {
                        let found = record
                            .per_tahun
                            .iter()
                            .find(|((k, t), _)| *k == key && *t == tahun);
                        let value = found.map(|(_, value)| value.clone());
                        let known = value.is_some();
                        (value.unwrap_or_default(), known)
                    }
                    None => {
                        let found = record.sel.iter().find(|(k, _)| **k == key);
                        (
                            found.map(|(_, value)| value.clone()).unwrap_or_default(),
                            key == "target_awal" && found.is_some(),
                        )
                    }
                };
                let span = record
                    .rentang
                    .iter()
                    .find(|(k, _)| **k == key)
                    .map_or(1, |(_, span)| *span);
                if span > 1
                    && let Some(key) = record.rentang.keys().find(|k| **k == key)
                {
                    covered.insert(key, span - 1);
                }
                sel.push(Sel {
                    teks,
                    strip,
                    kolom: 1,
                    baris: span,
                    rata: None,
                });
            }
            Baris {
                jenis: record.jenis,
                induk: record.induk,
                sel,
            }
        })
        .collect()
}

fn plain(text: String, baris: usize, rata: Option<Rata>) -> Sel<'static> {
    let origin = crate::diagnostic::Origin::file("");
    let teks = Entry::Filled(crate::model::Located::new(Cow::Owned(text), origin));
    Sel {
        teks,
        strip: false,
        kolom: 1,
        baris,
        rata,
    }
}

/// A cell's text without a copy.
fn borrowed(entry: &Entry<String>) -> Entry<Cow<'_, str>> {
    match entry {
        Entry::Missing => Entry::Missing,
        Entry::Empty(origin) => Entry::Empty(origin.clone()),
        Entry::Broken(origin) => Entry::Broken(origin.clone()),
        Entry::Filled(located) => Entry::Filled(crate::model::Located::new(
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
fn put_indikator<'a>(
    record: &mut Record<'a>,
    indikator: &'a crate::model::Indikator,
    satuan_apart: bool,
) {
    let uraian = &indikator.uraian;
    match indikator.satuan.value().filter(|_| !satuan_apart) {
        Some(satuan) => record.own(
            "indikator",
            format!("{} ({satuan})", uraian.value),
            uraian.origin.clone(),
        ),
        None => {
            let located = crate::model::Located::new(
                Cow::Borrowed(uraian.value.as_str()),
                uraian.origin.clone(),
            );
            record.sel.insert("indikator", Entry::Filled(located));
        }
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
