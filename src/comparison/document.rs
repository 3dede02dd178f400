//! A document as it is compared: its rows with kode, name, unit, money and indicators,
//! its texts, and the rows of its other sheets.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::Origin;
use crate::model::{Entry, Indikator, Rupiah, Tahun, Target, text::one_line};

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A plan of an agency.
    Renstra,
    /// The city's RPJMD, or the part of it that one agency answers for.
    Rpjmd,
    /// An agency's Renja of a year.
    Renja,
}

impl Kind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Renstra => "Renstra",
            Self::Rpjmd => "RPJMD",
            Self::Renja => "Renja",
        }
    }
}

/// What a row states, in the order in which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A goal.
    Tujuan,
    /// An objective.
    Sasaran,
    /// The main indicators.
    Iku,
    /// The indicators of T-C.28.
    KinerjaUrusan,
    /// The key indicators.
    Ikk,
    /// A goal as the funding table words it.
    TujuanPendanaan,
    /// An objective as the funding table words it.
    SasaranPendanaan,
    /// A government affair.
    Urusan,
    /// A programme.
    Program,
    /// An activity.
    Kegiatan,
    /// A sub-activity.
    SubKegiatan,
    /// A total that was typed.
    Jumlah,
}

impl Level {
    /// The word for one such row.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tujuan => "tujuan",
            Self::Sasaran => "sasaran",
            Self::Iku => "IKU",
            Self::KinerjaUrusan => "indikator kinerja urusan",
            Self::Ikk => "IKK",
            Self::TujuanPendanaan => "tujuan pada tabel pendanaan",
            Self::SasaranPendanaan => "sasaran pada tabel pendanaan",
            Self::Urusan => "urusan",
            Self::Program => "program",
            Self::Kegiatan => "kegiatan",
            Self::SubKegiatan => "sub kegiatan",
            Self::Jumlah => "jumlah",
        }
    }

    /// The part of the funding table that has a kode.
    pub fn is_funded(self) -> bool {
        self >= Self::Urusan
    }
}

/// A document.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// Its workbook.
    pub berkas: String,
    /// The agency.
    pub opd: Option<String>,
    /// The region.
    pub daerah: Option<String>,
    /// Its period, as printed.
    pub periode: Option<String>,
    /// Its stage.
    pub tahap: Option<String>,
    /// The regulation that it follows.
    pub peraturan: Option<String>,
    /// Levels for which it has a table, filled or not.
    pub has: BTreeSet<Level>,
    /// Its rows.
    pub elements: Vec<Element>,
    /// Rows of the funding table without a place in it.
    pub unplaced: usize,
    /// Its texts; `None` without a sheet for them.
    pub passages: Option<Vec<Passage>>,
    /// Labels of Identitas with their values.
    pub identitas: Vec<(String, String)>,
    /// Rows of the sheets that have no rows above, by the name of the table; of each row the
    /// texts of its filled cells.
    pub tables: BTreeMap<String, Vec<Vec<String>>>,
    /// Findings of severity error while it was read: cells that say nothing here.
    pub errors: usize,
    /// The moment it is of, in seconds since 1970: its day of signing or its first year.
    pub time: i64,
}

/// Further words about a row: label and text. A label is ours, or the heading of a column
/// that the office added.
pub type Detail = (Cow<'static, str>, String);

/// A row with what belongs to it.
#[derive(Debug, Clone)]
pub struct Element {
    /// What it states.
    pub level: Level,
    /// Its kode.
    pub kode: Option<String>,
    /// Its name or statement.
    pub uraian: String,
    /// The unit in charge.
    pub unit: Option<String>,
    /// What it stands under, where no kode says so: a sasaran's tujuan, a program's sasaran.
    pub induk: Option<String>,
    /// Further words about it: label and text.
    pub details: Vec<Detail>,
    /// Money per year, rupiah.
    pub pagu: BTreeMap<Tahun, Rupiah>,
    /// Money of the whole period as typed, rupiah.
    pub pagu_akhir: Option<Rupiah>,
    /// Whether its money is that of several agencies, and none of them alone.
    pub is_shared: bool,
    /// Its indicators.
    pub measures: Vec<Measure>,
    /// Its row.
    pub origin: Origin,
}

/// An indicator.
#[derive(Debug, Clone)]
pub struct Measure {
    /// What is measured.
    pub uraian: String,
    /// Unit of its targets.
    pub satuan: Option<String>,
    /// Achievement at the start.
    pub target_awal: Option<Target>,
    /// Target per year.
    pub target: BTreeMap<Tahun, Target>,
    /// Condition at the end.
    pub target_akhir: Option<Target>,
    /// Further words about it: label and text.
    pub details: Vec<Detail>,
    /// Its cell.
    pub origin: Origin,
}

/// The text of a subchapter.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Its place, `1.1`.
    pub slot: String,
    /// Title of the place.
    pub judul: String,
    /// The text as typed.
    pub isi: String,
}

impl Document {
    /// Leaves out what the other kind of document has no column for: the place, what a
    /// program serves, remarks.
    pub fn leave_out_own_columns(&mut self) {
        for element in &mut self.elements {
            element.induk = None;
            element.details.clear();
            for measure in &mut element.measures {
                measure.details.clear();
            }
        }
    }
}

impl Element {
    /// A row with a name and nothing else.
    pub(super) fn new(level: Level, uraian: &str, origin: Origin) -> Self {
        Self {
            level,
            kode: None,
            uraian: one_line(uraian),
            unit: None,
            induk: None,
            details: Vec::new(),
            pagu: BTreeMap::new(),
            pagu_akhir: None,
            is_shared: false,
            measures: Vec::new(),
            origin,
        }
    }
}

impl Measure {
    /// An indicator of the model.
    pub(super) fn of(indikator: &Indikator) -> Self {
        let value = |entry: &Entry<Target>| entry.value().cloned();
        let mut details = Vec::new();
        add(&mut details, "outcome/output", &indikator.hasil);
        add(&mut details, "keterangan", &indikator.keterangan);
        add(&mut details, "definisi", &indikator.definisi);
        add(&mut details, "formula", &indikator.formula);
        let target = indikator.target.iter();
        Self {
            uraian: one_line(&indikator.uraian.value),
            satuan: words(&indikator.satuan),
            target_awal: value(&indikator.target_awal),
            target: target
                .filter_map(|(tahun, entry)| Some((*tahun, value(entry)?)))
                .collect(),
            target_akhir: value(&indikator.target_akhir),
            details,
            origin: indikator.uraian.origin.clone(),
        }
    }
}

/// A cell's text on one line.
pub(super) fn words(entry: &Entry<String>) -> Option<String> {
    entry.value().map(|text| one_line(text))
}

/// Adds a filled cell to a list of further words.
pub(super) fn add(details: &mut Vec<Detail>, label: &'static str, entry: &Entry<String>) {
    details.extend(words(entry).map(|text| (Cow::Borrowed(label), text)));
}

/// The years of a document's targets and money.
pub(super) fn years(document: &Document) -> BTreeSet<Tahun> {
    let element = document.elements.iter();
    element
        .flat_map(|element| {
            let target = element.measures.iter().flat_map(|m| m.target.keys());
            element.pagu.keys().chain(target)
        })
        .copied()
        .collect()
}
