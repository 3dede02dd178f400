//! T-C.27: programmes, activities, sub-activities and their money.
//!
//! A money row is known by its unit and its kode: the same kegiatan stands once
//! per unit (dinas, RSUD, kelurahan), so a kode alone is not unique. Rows that
//! carry a further indicator repeat the amount above them and are never summed;
//! they are indicators here, not rows.

use super::{Entry, Indikator, Kode, Located, PerTahun, Rupiah, Tahun};
use crate::diagnostic::Origin;

/// The whole table, in the order of its rows.
#[derive(Debug, Clone, Default)]
pub struct Pendanaan {
    /// Goal rows.
    pub tujuan: Vec<Butir>,
    /// Objective rows; [`Butir::induk`] is the index of the goal.
    pub sasaran: Vec<Butir>,
    /// Rows of urusan and bidang urusan, where the office writes them.
    pub urusan: Vec<PaguRow>,
    /// Programmes.
    pub program: Vec<Program>,
    /// Totals of the whole table as the office typed them.
    pub jumlah: Vec<Jumlah>,
    /// Rows that have no place in the tree, each reported.
    pub unplaced: Vec<Unplaced>,
}

/// A row whose kode cannot be read, with the rows that belong to it.
#[derive(Debug, Clone)]
pub struct Unplaced {
    /// The cell that was reported.
    pub cell: Origin,
    /// The rows by their first filled cells, its own first.
    pub row: Vec<Origin>,
    /// Index of the programme that it stands below on the sheet.
    pub program: Option<usize>,
    /// Index of the kegiatan in that programme.
    pub kegiatan: Option<usize>,
}

/// A total as the office typed it: compared with the sum, never printed.
#[derive(Debug, Clone)]
pub struct Jumlah {
    /// What names the row a total.
    pub uraian: Located<String>,
    /// Money per year, rupiah.
    pub pagu: PerTahun<Rupiah>,
    /// Money of the whole period, rupiah.
    pub pagu_akhir: Entry<Rupiah>,
}

/// A goal or objective as T-C.27 words it.
#[derive(Debug, Clone)]
pub struct Butir {
    /// Its statement.
    pub uraian: Located<String>,
    /// Its indicators in this table.
    pub indikator: Vec<Indikator>,
    /// Index of the row it stands under.
    pub induk: Option<usize>,
}

/// What program, kegiatan and sub kegiatan have in common: one coded row.
#[derive(Debug, Clone)]
pub struct PaguRow {
    /// Code (column 3).
    pub kode: Located<Kode>,
    /// Name (column 4).
    pub uraian: Entry<String>,
    /// Indicators (column 5 and targets), at least none.
    pub indikator: Vec<Indikator>,
    /// Money per year, rupiah.
    pub pagu: PerTahun<Rupiah>,
    /// Money of the whole period as the office typed it, rupiah (column 18).
    pub pagu_akhir: Entry<Rupiah>,
    /// Unit in charge (column 19).
    pub unit: Entry<String>,
    /// Place (column 20).
    pub lokasi: Entry<String>,
    /// Row of the sheet, to keep the order of the rows.
    pub origin: Origin,
}

/// A programme.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its row.
    pub baris: PaguRow,
    /// Index into [`Pendanaan::tujuan`].
    pub tujuan: Option<usize>,
    /// Index into [`Pendanaan::sasaran`].
    pub sasaran: Option<usize>,
    /// Its activities.
    pub kegiatan: Vec<Kegiatan>,
}

/// An activity of one unit.
#[derive(Debug, Clone)]
pub struct Kegiatan {
    /// Its row.
    pub baris: PaguRow,
    /// Its sub-activities.
    pub sub_kegiatan: Vec<SubKegiatan>,
}

/// A sub-activity.
#[derive(Debug, Clone)]
pub struct SubKegiatan {
    /// Its row.
    pub baris: PaguRow,
}

impl PaguRow {
    /// Money over all years, rupiah (column 18 is filled with this sum). `None`
    /// if no year has an amount.
    pub fn pagu_period(&self) -> Option<Rupiah> {
        sum(self.pagu.values())
    }
}

impl Pendanaan {
    /// Whether a row below this programme could not be placed. Its children are then
    /// not all known, and neither their number nor their sum says anything.
    pub fn program_is_open(&self, program: usize) -> bool {
        self.unplaced.iter().any(|row| row.program == Some(program))
    }

    /// The same of a kegiatan of the programme.
    pub fn kegiatan_is_open(&self, program: usize, kegiatan: usize) -> bool {
        let mut unplaced = self.unplaced.iter();
        unplaced.any(|row| (row.program, row.kegiatan) == (Some(program), Some(kegiatan)))
    }

    /// Money of all programmes in a year, rupiah; each programme once. `None`
    /// if no programme has an amount.
    pub fn pagu_year(&self, tahun: Tahun) -> Option<Rupiah> {
        sum(self
            .program
            .iter()
            .filter_map(|program| program.baris.pagu.get(&tahun)))
    }

    /// Money of all programmes over the whole period, rupiah.
    pub fn pagu_total(&self) -> Option<Rupiah> {
        sum(self
            .program
            .iter()
            .flat_map(|program| program.baris.pagu.values()))
    }
}

/// Sum of the entries that have a value; `None` if none has.
fn sum<'a>(entry: impl Iterator<Item = &'a Entry<Rupiah>>) -> Option<Rupiah> {
    let mut value = entry.filter_map(|entry| entry.value().copied()).peekable();
    value.peek().is_some().then(|| value.sum())
}
