//! Two documents compared with each other.

use std::collections::BTreeSet;

use serde::Serialize;

use super::change::{Change, Fate};
use super::document::{self, Document, Kind, Level};
use super::line::{self, Line, Money, Terms};
use super::passage::{self, PassageChange};
use crate::config::{Cetak, Config};
use crate::model::{Rupiah, Tahun, text};

/// What is different between two documents.
#[derive(Debug, Serialize)]
pub struct Comparison {
    cetak: Cetak,
    /// The first document.
    pub semula: Side,
    /// The second document.
    pub menjadi: Side,
    /// What is to be known before the rest is read.
    pub catatan: Vec<String>,
    /// Years that are compared.
    pub tahun: Vec<String>,
    /// How many rows of each fate.
    pub jumlah: Count,
    /// How many things are different.
    pub perubahan: usize,
    /// Every row of either document.
    pub baris: Vec<Line>,
    /// The programs' money, and their sum at the end.
    pub rekap: Vec<Total>,
    /// Labels of Identitas that are different.
    pub identitas: Vec<Change>,
    /// Texts that are different.
    pub narasi: Vec<PassageChange>,
    /// Other tables that are different.
    pub tabel: Vec<TableChange>,
    /// The moment that its pages are of: that of the second document, seconds since 1970.
    #[serde(skip)]
    pub time: i64,
}

/// One of the two documents.
#[derive(Debug, Serialize)]
pub struct Side {
    /// The word over its columns.
    pub sebutan: &'static str,
    /// Its workbook.
    pub berkas: String,
    /// What it is.
    pub jenis: Kind,
    /// The agency.
    pub opd: Option<String>,
    /// The region.
    pub daerah: Option<String>,
    /// Its period.
    pub periode: Option<String>,
    /// Its stage.
    pub tahap: Option<String>,
    /// The regulation.
    pub peraturan: Option<String>,
}

/// How many rows of each fate.
#[derive(Debug, Default, Serialize)]
pub struct Count {
    /// The same.
    pub tetap: usize,
    /// Different.
    pub berubah: usize,
    /// New.
    pub baru: usize,
    /// Gone.
    pub dihapus: usize,
    /// Of another unit.
    pub berpindah_unit: usize,
}

/// The money of a program, or of all.
#[derive(Debug, Serialize)]
pub struct Total {
    /// Its kode; `None` for the sum of all.
    pub kode: Option<String>,
    /// Its name.
    pub uraian: String,
    /// A value a year, and their sum.
    pub pagu: Money,
}

/// Rows of a table that is not compared row by row, each with the texts of its filled cells.
#[derive(Debug, Serialize)]
pub struct TableChange {
    /// Its name.
    pub tabel: String,
    /// Rows that only the first document has.
    pub semula: Vec<Vec<String>>,
    /// Rows that only the second document has.
    pub menjadi: Vec<Vec<String>>,
}

impl Comparison {
    /// Compares two documents.
    pub fn build(first: &Document, second: &Document, config: &Config) -> Self {
        let mut catatan = doubts(first, second);
        let terms = Terms {
            first,
            second,
            years: years(first, second, &mut catatan),
            levels: levels(first, second, &mut catatan),
            by_unit: have_units(first, second),
        };
        let baris = line::lines(&terms);
        let mut jumlah = Count::default();
        for line in &baris {
            *match line.keterangan {
                Fate::Tetap => &mut jumlah.tetap,
                Fate::Berubah => &mut jumlah.berubah,
                Fate::Baru => &mut jumlah.baru,
                Fate::Dihapus => &mut jumlah.dihapus,
                Fate::BerpindahUnit => &mut jumlah.berpindah_unit,
            } += 1;
        }
        let narasi = match (&first.passages, &second.passages) {
            (Some(a), Some(b)) => passage::changes(a, b, first.peraturan != second.peraturan),
            _ => Vec::new(),
        };
        let is_plan = first.kind == Kind::Renstra && second.kind == Kind::Renstra;
        let identitas = if is_plan {
            labels(first, second)
        } else {
            Vec::new()
        };
        let tabel = if is_plan {
            tables(first, second, &mut catatan)
        } else {
            Vec::new()
        };
        let rows = baris.iter().map(Line::changes).sum::<usize>();
        let [semula, menjadi] = names(first, second);
        Self {
            cetak: config.cetak(false),
            semula: side(first, semula),
            menjadi: side(second, menjadi),
            catatan,
            tahun: terms.years.iter().map(ToString::to_string).collect(),
            jumlah,
            perubahan: rows + narasi.len() + identitas.len() + tabel.len(),
            rekap: totals(&baris, terms.years.len()),
            baris,
            identitas,
            narasi,
            tabel,
            time: second.time.max(first.time),
        }
    }

    /// Leaves out the rows that are the same, and in those that are not the indicators
    /// that are.
    pub fn keep_changes(&mut self) {
        self.baris.retain(|line| !line.is_same());
        self.baris.iter_mut().for_each(Line::keep_changes);
    }

    /// Leaves out a table that the plans keep next to them and do not print.
    pub fn leave_out_table(&mut self, name: &str) {
        let before = self.tabel.len();
        self.tabel.retain(|table| table.tabel != name);
        self.perubahan -= before - self.tabel.len();
    }

    /// The comparison as the template and other programs read it.
    ///
    /// # Errors
    /// If it cannot be written as JSON.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }
}

/// A plan becomes; the RPJMD and a plan are two documents of one time.
fn names(first: &Document, second: &Document) -> [&'static str; 2] {
    if first.kind == second.kind {
        ["Semula", "Menjadi"]
    } else {
        [first.kind.word(), second.kind.word()]
    }
}

fn side(document: &Document, sebutan: &'static str) -> Side {
    Side {
        sebutan,
        berkas: document.berkas.clone(),
        jenis: document.kind,
        opd: document.opd.clone(),
        daerah: document.daerah.clone(),
        periode: document.periode.clone(),
        tahap: document.tahap.clone(),
        peraturan: document.peraturan.clone(),
    }
}

/// What makes the two documents hard to compare.
fn doubts(first: &Document, second: &Document) -> Vec<String> {
    let mut list = Vec::new();
    for (what, a, b) in [
        ("Perangkat Daerah", &first.opd, &second.opd),
        ("daerah", &first.daerah, &second.daerah),
        ("periode", &first.periode, &second.periode),
        ("peraturan", &first.peraturan, &second.peraturan),
    ] {
        if let (Some(a), Some(b)) = (a, b)
            && text::plain(a) != text::plain(b)
        {
            list.push(format!("{what} berbeda: \"{a}\" dan \"{b}\""));
        }
    }
    for document in [first, second] {
        if document.errors > 0 {
            list.push(format!(
                "{} memuat {} galat saat dibaca; isi sel yang tidak terbaca dianggap kosong",
                document.berkas, document.errors
            ));
        }
        if document.unplaced > 0 {
            list.push(format!(
                "{} baris pendanaan {} tidak mempunyai tempat pada pohon program, sehingga tidak dibandingkan",
                document.unplaced, document.berkas
            ));
        }
        let shared = document.elements.iter().filter(|row| row.is_shared);
        let kode: Vec<&str> = shared.filter_map(|row| row.kode.as_deref()).collect();
        if !kode.is_empty() {
            list.push(format!(
                "pagu program {} pada RPJMD dibagi beberapa Perangkat Daerah, sehingga tidak dibandingkan",
                kode.join(", ")
            ));
        }
    }
    list
}

/// The years that both have; all of them where there is none such.
fn years(first: &Document, second: &Document, catatan: &mut Vec<String>) -> Vec<Tahun> {
    let (a, b) = (document::years(first), document::years(second));
    for (document, own, other) in [(first, &a, &b), (second, &b, &a)] {
        let only: Vec<String> = own.difference(other).map(ToString::to_string).collect();
        if !only.is_empty() && !other.is_empty() {
            catatan.push(format!(
                "target dan pagu tahun {} hanya ada pada {}, sehingga tidak dibandingkan",
                only.join(", "),
                document.berkas
            ));
        }
    }
    a.intersection(&b).copied().collect()
}

/// The levels for which both have a table.
fn levels(first: &Document, second: &Document, catatan: &mut Vec<String>) -> Vec<Level> {
    for (document, other) in [(first, second), (second, first)] {
        let lacking: BTreeSet<Level> = document
            .elements
            .iter()
            .map(|row| row.level)
            .filter(|level| !other.has.contains(level))
            .collect();
        if !lacking.is_empty() {
            let word: Vec<&str> = lacking.iter().map(|level| level.word()).collect();
            catatan.push(format!(
                "{} tidak memuat tabel untuk: {}; barisnya pada {} tidak dibandingkan",
                other.berkas,
                word.join(", "),
                document.berkas
            ));
        }
    }
    first.has.intersection(&second.has).copied().collect()
}

/// Whether the rows of both name units. An export of SIPD names the agency in every row.
fn have_units(first: &Document, second: &Document) -> bool {
    let opd = first.opd.as_deref().or(second.opd.as_deref());
    let opd = opd.map(text::plain).unwrap_or_default();
    let is_agency = |unit: &String| !opd.is_empty() && unit.ends_with(&opd);
    let has = |document: &Document| {
        let funded = document.elements.iter().filter(|row| row.level.is_funded());
        let unit: BTreeSet<String> = funded
            .filter_map(|row| row.unit.as_deref())
            .map(text::plain)
            .collect();
        !unit.is_empty() && !unit.iter().all(is_agency)
    };
    first.kind == second.kind && has(first) && has(second)
}

/// The programs' money, with their sum.
fn totals(lines: &[Line], years: usize) -> Vec<Total> {
    let program = lines.iter().filter(|line| line.tingkat == Level::Program);
    let mut list: Vec<Total> = program
        .filter_map(|line| {
            let pagu = line.pagu.as_ref()?;
            let summed = |list: &[Option<Rupiah>]| {
                let year: Vec<_> = list.iter().take(years).copied().collect();
                let whole = sum(year.iter().copied());
                year.into_iter().chain([whole]).collect()
            };
            Some(Total {
                kode: line.kode.clone(),
                uraian: line.uraian.clone(),
                pagu: Money::new(summed(&pagu.semula), summed(&pagu.menjadi)),
            })
        })
        .collect();
    if list.is_empty() {
        return list;
    }
    let column = |side: fn(&Money) -> &Vec<Option<Rupiah>>| -> Vec<Option<Rupiah>> {
        (0..=years)
            .map(|at| sum(list.iter().map(|total| *side(&total.pagu).get(at)?)))
            .collect()
    };
    let all = Money::new(
        column(|money| &money.semula),
        column(|money| &money.menjadi),
    );
    list.push(Total {
        kode: None,
        uraian: "Jumlah".to_owned(),
        pagu: all,
    });
    list
}

/// `None` if nothing is to be added.
fn sum(amounts: impl Iterator<Item = Option<Rupiah>>) -> Option<Rupiah> {
    let filled: Vec<Rupiah> = amounts.flatten().collect();
    (!filled.is_empty()).then(|| filled.into_iter().sum())
}

fn labels(first: &Document, second: &Document) -> Vec<Change> {
    let value = |document: &Document, label: &str| -> Option<String> {
        let own = document.identitas.iter().filter(|(name, _)| name == label);
        let text: Vec<&str> = own.map(|(_, text)| text.as_str()).collect();
        (!text.is_empty()).then(|| text.join("; "))
    };
    if first.identitas.is_empty() || second.identitas.is_empty() {
        return Vec::new();
    }
    let mut label: Vec<&String> = Vec::new();
    for (name, _) in second.identitas.iter().chain(&first.identitas) {
        if !label.contains(&name) {
            label.push(name);
        }
    }
    label
        .into_iter()
        .filter_map(|label| {
            Change::of_text(
                label,
                value(first, label).as_deref(),
                value(second, label).as_deref(),
            )
        })
        .collect()
}

/// Rows that only one of the documents has, however they are sorted.
fn tables(first: &Document, second: &Document, catatan: &mut Vec<String>) -> Vec<TableChange> {
    let mut list = Vec::new();
    for (document, other) in [(first, second), (second, first)] {
        let only = document.tables.iter();
        let only =
            only.filter(|(name, rows)| !rows.is_empty() && !other.tables.contains_key(*name));
        let name: Vec<&str> = only.map(|(name, _)| name.as_str()).collect();
        if !name.is_empty() {
            catatan.push(format!(
                "tabel yang hanya ada pada {}: {}",
                document.berkas,
                name.join(", ")
            ));
        }
    }
    for (name, rows) in &second.tables {
        let Some(before) = first.tables.get(name) else {
            continue;
        };
        let change = TableChange {
            tabel: name.clone(),
            semula: without(before, rows),
            menjadi: without(rows, before),
        };
        if !change.semula.is_empty() || !change.menjadi.is_empty() {
            list.push(change);
        }
    }
    list
}

/// The rows that `other` does not have, each as often as it lacks them.
fn without(own: &[Vec<String>], other: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut rest: Vec<&Vec<String>> = other.iter().collect();
    rest.sort_unstable();
    let mut taken = vec![false; rest.len()];
    let is_there = |row: &&Vec<String>| {
        let start = rest.partition_point(|known| *known < *row);
        let same = (start..rest.len()).take_while(|at| rest[*at] == *row);
        match same.into_iter().find(|at| !taken[*at]) {
            Some(at) => {
                taken[at] = true;
                true
            }
            None => false,
        }
    };
    let mut is_there = is_there;
    own.iter().filter(|row| !is_there(row)).cloned().collect()
}
