//! Tables laid out from their description in `format.toml`: which columns, under
//! which headings. The rows come from here, and the widths from what they hold; adding,
//! leaving out or reordering columns of a table takes no Rust.

mod baris;
mod cascading;
mod column;
mod further;
mod indikator;
mod kinerja;
mod kolom;
mod measured;
mod pendanaan;
mod program;
mod row;
mod tambahan;
mod tematik;
mod tujuan;
mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::config::Config;
use crate::diagnostic::Origin;
use crate::document::halaman::Setting;
use crate::document::identitas::periode;
use crate::model::{Entry, Indikator, Located, Periode, Printed, Renstra, Tahun, Target};
use crate::regulation::{Kolom, Rata, Tabel};

use column::{expand, heading};
use further::Further;
use row::set;

pub use tambahan::build as build_tambahan;

/// A table ready to be laid out.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    /// Widths of the columns in points.
    lebar: Vec<f64>,
    /// Type size in points.
    ukuran: f64,
    /// How the cells of each column are set.
    rata: Vec<Rata>,
    /// Rows of the heading.
    kepala: Vec<Vec<Kepala>>,
    /// Rows.
    baris: Vec<Baris<'a>>,
    /// Lines of the band that names the parents of the first row on a further page.
    baris_induk: u8,
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
    /// Whether the program computed it, where the office left the cell empty.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hitungan: bool,
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
    /// Before which column a value ends, where it covers more than its own.
    until: BTreeMap<&'static str, &'static str>,
    /// Values that show a dash where nothing was entered.
    dash: BTreeSet<&'static str>,
    /// Values that never show one.
    blank: BTreeSet<&'static str>,
    /// Values that the program computed.
    hitungan: BTreeSet<(&'static str, Option<Tahun>)>,
}

impl<'a> Record<'a> {
    fn new(jenis: Jenis) -> Self {
        Self {
            jenis,
            induk: Vec::new(),
            sel: BTreeMap::new(),
            per_tahun: BTreeMap::new(),
            rentang: BTreeMap::new(),
            until: BTreeMap::new(),
            dash: BTreeSet::new(),
            blank: BTreeSet::new(),
            hitungan: BTreeSet::new(),
        }
    }

    /// Puts in what the program computed for a cell that the office left empty.
    fn computed(&mut self, key: &'static str, tahun: Option<Tahun>, text: String) {
        let value = program::computed(text);
        match tahun {
            Some(tahun) => self.per_tahun.insert((key, tahun), value),
            None => self.sel.insert(key, value),
        };
        self.hitungan.insert((key, tahun));
    }

    fn text(&mut self, key: &'static str, value: &'a Entry<String>) {
        self.sel.insert(key, borrowed(value));
    }

    /// Puts in what was typed, or what was computed instead.
    fn printed(&mut self, key: &'static str, tahun: Option<Tahun>, value: Printed<Target>) {
        match value {
            Printed::Computed(value) => self.computed(key, tahun, value.to_string()),
            Printed::Typed(entry) => {
                let value = shown(&entry);
                match tahun {
                    Some(tahun) => self.per_tahun.insert((key, tahun), value),
                    None => self.sel.insert(key, value),
                };
            }
        }
    }

    /// The value at a column, and whether nothing entered shows as a dash.
    fn value(&self, key: &str, tahun: Option<Tahun>) -> (Entry<Cow<'a, str>>, bool) {
        let (found, dash) = if let Some(tahun) = tahun {
            let mut list = self.per_tahun.iter();
            let found = list.find(|((k, t), _)| *k == key && *t == tahun);
            (found.map(|(_, value)| value), found.is_some())
        } else {
            let found = self.sel.iter().find(|(k, _)| **k == key);
            let awal = key == "target_awal" && found.is_some();
            (
                found.map(|(_, value)| value),
                awal || self.dash.contains(key),
            )
        };
        let dash = dash && !self.blank.contains(key);
        (found.cloned().unwrap_or_default(), dash)
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
    config: &Config,
    setting: Option<&Setting<'_>>,
) -> Option<(Vec<Tahun>, bool, Isi<'a>)> {
    let has = |key: &str| tabel.kolom.iter().any(|kolom| kolom.isi == key);
    let satuan_apart = has("satuan");
    // Units that a heading names.
    let mut unit: BTreeMap<&str, String> = BTreeMap::new();
    let record = match lembar {
        "t-c-23" => {
            let (record, rasio) = kinerja::pelayanan(renstra, satuan_apart);
            unit.insert("{rasio_satuan}", rasio);
            record
        }
        "t-c-24" => {
            let how = config.dokumen.pertumbuhan;
            let (record, rasio, pertumbuhan) = kinerja::anggaran(renstra, how);
            unit.insert("{rasio_satuan}", rasio);
            unit.insert("{pertumbuhan_satuan}", pertumbuhan);
            record
        }
        "t-c-25" => tujuan::merged(renstra),
        "tujuan-sasaran" => tujuan::records(renstra, satuan_apart),
        "pendanaan" | "t-c-27" if has("tujuan") => program::records(renstra, satuan_apart),
        "pendanaan" | "t-c-27" => pendanaan::records(renstra, satuan_apart),
        "matriks-cascading" => cascading::records(renstra, satuan_apart),
        "penanggung-jawab" => cascading::by_unit(renstra, satuan_apart),
        "tematik" => tematik::records(renstra, satuan_apart),
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
    let filled = |key: &str| {
        let value = |record: &Record<'_>| record.sel.get(key).is_some_and(|v| !v.is_missing());
        record.iter().any(value)
    };
    let wanted = &tabel.bila_terisi;
    let kosong = record.is_empty() || !(wanted.is_empty() || wanted.iter().any(|key| filled(key)));
    // The number of rows that nothing names counts nothing.
    let names = |kolom: &Kolom| kolom.bila_terisi && kolom.isi != "no" && filled(&kolom.isi);
    let shown = |kolom: &&Kolom| match kolom.isi.as_str() {
        "no" => !kolom.bila_terisi || tabel.kolom.iter().any(names),
        key => !kolom.bila_terisi || filled(key),
    };
    let further = match lembar {
        "pendanaan" | "t-c-27" => Further::of(&renstra.pendanaan).columns(),
        _ => Vec::new(),
    };
    let form = tabel.kolom.iter().filter(shown);
    let columns: Vec<&Kolom> = form.chain(&further).collect();
    // A table without rows has the years of the plan.
    let plan: Vec<Tahun> = periode(&renstra.identitas, config)
        .into_iter()
        .flat_map(Periode::iter)
        .collect();
    let physical = expand(&columns, if year.is_empty() { &plan } else { &year });
    let columns = Columns {
        rata: physical.iter().map(|p| p.kolom.rata).collect(),
        kind: physical.iter().map(|p| p.at).collect(),
    };
    let baris = set(record, &physical);
    let kepala = heading(&physical, tahun_awal, &unit);
    let isi = Isi::new(columns, kepala, baris, true, setting);
    Some((year, kosong, isi))
}

/// The columns of a table, as printed.
struct Columns {
    /// How each is set.
    rata: Vec<Rata>,
    /// What kind each is: columns of one kind are equally wide.
    kind: Vec<usize>,
}

impl<'a> Isi<'a> {
    /// Measures a table.
    fn new(
        columns: Columns,
        mut kepala: Vec<Vec<Kepala>>,
        mut baris: Vec<Baris<'a>>,
        bernomor: bool,
        setting: Option<&Setting<'_>>,
    ) -> Self {
        let Columns { rata, kind } = columns;
        let plan = setting
            .map(|setting| measured::set(&mut kepala, &mut baris, &rata, kind, bernomor, setting));
        let plan = plan.unwrap_or_default();
        let points = |hundredths: u32| f64::from(hundredths) / 100.0;
        Self {
            lebar: plan.columns.iter().copied().map(points).collect(),
            ukuran: points(plan.size),
            rata,
            kepala,
            baris_induk: setting
                .map_or(2, |setting| measured::parent_lines(&baris, &plan, setting)),
            baris,
            bernomor,
            rebah: plan.turned,
        }
    }
}

impl Jenis {
    /// Whether its rows are set bold.
    fn is_bold(self) -> bool {
        matches!(
            self,
            Self::Kelompok | Self::Tujuan | Self::BidangUrusan | Self::Program | Self::Jumlah
        )
    }
}

/// A cell's text without a copy.
fn borrowed(entry: &Entry<String>) -> Entry<Cow<'_, str>> {
    match entry {
        Entry::Missing => Entry::Missing,
        Entry::Empty(origin) => Entry::Empty(origin.clone()),
        Entry::Broken(origin) => Entry::Broken(origin.clone()),
        Entry::Filled(located) => borrowed_text(located),
    }
}

fn borrowed_text(located: &Located<String>) -> Entry<Cow<'_, str>> {
    let text = Cow::Borrowed(located.value.as_str());
    Entry::Filled(Located::new(text, located.origin.clone()))
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
    record.text("definisi", &indikator.definisi);
    record.text("formula", &indikator.formula);
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
