//! A row of the comparison: what a row was, what it became, and the money between.

use serde::Serialize;

use super::change::{self, Attribute, Change, Fate};
use super::document::{Document, Element, Kind, Level, Measure};
use super::pairing;
use crate::model::{Rupiah, Tahun, Target};

/// A row of either document, or of both.
#[derive(Debug, Serialize)]
pub struct Line {
    /// What it states.
    pub tingkat: Level,
    /// Its kode, as the second document has it.
    pub kode: Option<String>,
    /// Its name.
    pub uraian: String,
    /// The unit in charge.
    pub unit: Option<String>,
    /// Its money per year and for the period as typed; `None` for a row of none.
    pub pagu: Option<Money>,
    /// Its indicators.
    pub indikator: Vec<MeasureLine>,
    /// What became of it.
    pub keterangan: Fate,
    /// What is different.
    pub perubahan: Vec<Change>,
    /// Its cell in the first document.
    pub sel_semula: Option<String>,
    /// Its cell in the second document.
    pub sel_menjadi: Option<String>,
}

/// Money, a value a year and one for the period.
#[derive(Debug, Clone, Serialize)]
pub struct Money {
    /// In the first document.
    pub semula: Vec<Option<Rupiah>>,
    /// In the second document.
    pub menjadi: Vec<Option<Rupiah>>,
    /// The second less the first, where either has an amount and they differ.
    pub selisih: Vec<Option<Rupiah>>,
}

/// An indicator of a row.
#[derive(Debug, Serialize)]
pub struct MeasureLine {
    /// What is measured.
    pub uraian: String,
    /// Unit of its targets.
    pub satuan: Option<String>,
    /// Start, years and end in the first document; `None` if it is not there.
    pub semula: Option<Vec<Option<String>>>,
    /// The same in the second document.
    pub menjadi: Option<Vec<Option<String>>>,
    /// Which of them differ.
    pub beda: Vec<bool>,
    /// What became of it.
    pub keterangan: Fate,
    /// What is different.
    pub perubahan: Vec<Change>,
}

impl Line {
    /// Whether nothing in it and in its indicators is different.
    pub fn is_same(&self) -> bool {
        self.keterangan == Fate::Tetap && self.indikator.iter().all(MeasureLine::is_same)
    }

    /// Leaves out the indicators that are the same, of a row that both documents have.
    pub(super) fn keep_changes(&mut self) {
        if !matches!(self.keterangan, Fate::Baru | Fate::Dihapus) {
            self.indikator.retain(|line| !line.is_same());
        }
    }

    /// How many things are different; a row that is new or gone is one.
    pub fn changes(&self) -> usize {
        match self.keterangan {
            Fate::Baru | Fate::Dihapus => 1,
            _ => {
                let below = self.indikator.iter().map(MeasureLine::changes);
                self.perubahan.len() + below.sum::<usize>()
            }
        }
    }
}

impl MeasureLine {
    fn is_same(&self) -> bool {
        self.keterangan == Fate::Tetap
    }

    fn changes(&self) -> usize {
        match self.keterangan {
            Fate::Baru | Fate::Dihapus => 1,
            _ => self.perubahan.len(),
        }
    }
}

/// How two documents are compared with each other.
pub(super) struct Terms<'a> {
    pub first: &'a Document,
    pub second: &'a Document,
    /// Years that both have.
    pub years: Vec<Tahun>,
    /// Levels that both have.
    pub levels: Vec<Level>,
    /// Whether both name units.
    pub by_unit: bool,
}

impl Terms<'_> {
    /// Whether both documents say this of rows of a level.
    fn has(&self, what: Attribute, level: Level) -> bool {
        let above = match (what, level) {
            (Attribute::Unit, _) => return self.by_unit,
            (Attribute::Parent, Level::Sasaran) => Level::Tujuan,
            (Attribute::Parent, Level::SasaranPendanaan) => Level::TujuanPendanaan,
            (Attribute::Parent, _) if self.first.kind == Kind::Rpjmd => Level::Sasaran,
            (Attribute::Parent, _) => Level::SasaranPendanaan,
        };
        self.levels.contains(&above)
    }
}

/// The rows of both documents.
pub(super) fn lines(terms: &Terms<'_>) -> Vec<Line> {
    let of = |document: &Document| -> Vec<Element> {
        let rows = document.elements.iter();
        let wanted = |row: &&Element| terms.levels.contains(&row.level);
        rows.filter(wanted).cloned().collect()
    };
    let (a, b) = (of(terms.first), of(terms.second));
    let pairs = pairing::elements(&a, &b, terms.by_unit);
    let order = pairing::order(a.len(), b.len(), &pairs).into_iter();
    order
        .filter_map(|(own, other)| {
            let own = own.and_then(|at| a.get(at));
            let other = other.and_then(|at| b.get(at));
            line(own, other, terms)
        })
        .collect()
}

fn line(a: Option<&Element>, b: Option<&Element>, terms: &Terms<'_>) -> Option<Line> {
    let named = b.or(a)?;
    let perubahan = match (a, b) {
        (Some(a), Some(b)) => {
            change::of_elements(a, b, &terms.years, &|what| terms.has(what, named.level))
        }
        _ => Vec::new(),
    };
    let measures_of =
        |row: Option<&Element>| row.map(|row| row.measures.clone()).unwrap_or_default();
    let indikator = measure_lines(&measures_of(a), &measures_of(b), &terms.years);
    let moved = perubahan.iter().any(|change| change.hal == "unit");
    let keterangan = match (a, b) {
        (None, _) => Fate::Baru,
        (_, None) => Fate::Dihapus,
        _ if moved => Fate::BerpindahUnit,
        _ if perubahan.is_empty() && indikator.iter().all(MeasureLine::is_same) => Fate::Tetap,
        _ => Fate::Berubah,
    };
    let sel = |row: Option<&Element>| row.map(|row| row.origin.to_string());
    let shared = [a, b].into_iter().flatten().any(|row| row.is_shared);
    Some(Line {
        tingkat: named.level,
        kode: named.kode.clone(),
        uraian: named.uraian.clone(),
        unit: named.unit.clone(),
        pagu: money(a, b, &terms.years).filter(|_| !shared),
        indikator,
        keterangan,
        perubahan,
        sel_semula: sel(a),
        sel_menjadi: sel(b),
    })
}

/// `None` where neither has an amount.
fn money(a: Option<&Element>, b: Option<&Element>, years: &[Tahun]) -> Option<Money> {
    let of = |row: Option<&Element>| -> Vec<Option<Rupiah>> {
        let year = years.iter().map(|tahun| row?.pagu.get(tahun).copied());
        year.chain([row.and_then(|row| row.pagu_akhir)]).collect()
    };
    let money = Money::new(of(a), of(b));
    let filled = money.semula.iter().chain(&money.menjadi).flatten().next();
    filled.is_some().then_some(money)
}

impl Money {
    pub(super) fn new(semula: Vec<Option<Rupiah>>, menjadi: Vec<Option<Rupiah>>) -> Self {
        let selisih = semula.iter().zip(&menjadi).map(|(a, b)| {
            let (before, now) = (a.unwrap_or_default(), b.unwrap_or_default());
            let differs = a != b;
            differs.then(|| now.checked_sub(before))?
        });
        Self {
            selisih: selisih.collect(),
            semula,
            menjadi,
        }
    }
}

fn measure_lines(a: &[Measure], b: &[Measure], years: &[Tahun]) -> Vec<MeasureLine> {
    let pairs = pairing::measures(a, b);
    let order = pairing::order(a.len(), b.len(), &pairs).into_iter();
    order
        .filter_map(|(own, other)| {
            let own = own.and_then(|at| a.get(at));
            measure_line(own, other.and_then(|at| b.get(at)), years)
        })
        .collect()
}

fn measure_line(a: Option<&Measure>, b: Option<&Measure>, years: &[Tahun]) -> Option<MeasureLine> {
    let named = b.or(a)?;
    let perubahan = match (a, b) {
        (Some(a), Some(b)) => change::of_measures(a, b, years),
        _ => Vec::new(),
    };
    let targets = |row: &Measure| -> Vec<Option<Target>> {
        let year = years.iter().map(|tahun| row.target.get(tahun).cloned());
        std::iter::once(row.target_awal.clone())
            .chain(year)
            .chain([row.target_akhir.clone()])
            .collect()
    };
    let (own, other) = (a.map(targets), b.map(targets));
    let beda = match (&own, &other) {
        (Some(own), Some(other)) => own
            .iter()
            .zip(other)
            .map(|pair| match pair {
                (Some(a), Some(b)) => !change::is_same(a, b),
                (None, None) => false,
                _ => true,
            })
            .collect(),
        _ => vec![false; years.len() + 2],
    };
    let print = |list: Option<Vec<Option<Target>>>| {
        list.map(|list| {
            let text = |target: Option<Target>| target.map(|target| target.teks().to_owned());
            list.into_iter().map(text).collect()
        })
    };
    Some(MeasureLine {
        uraian: named.uraian.clone(),
        satuan: named.satuan.clone(),
        keterangan: match (a, b) {
            (None, _) => Fate::Baru,
            (_, None) => Fate::Dihapus,
            _ if perubahan.is_empty() => Fate::Tetap,
            _ => Fate::Berubah,
        },
        semula: print(own),
        menjadi: print(other),
        beda,
        perubahan,
    })
}
