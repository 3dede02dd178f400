//! The funding table (T-C.27; Pendanaan of Inmendagri 2/2025): its rows as the
//! office typed them, and the tree of program, kegiatan and sub kegiatan that the
//! checks read out of them.
//!
//! The rows come first. What is printed is [`Pendanaan::baris`], row by row; the
//! tree only points into it. A wrong guess about the level of a row can therefore
//! spoil a comparison, but never a printed figure.

mod baris;
mod pagu;

pub use baris::{Baris, Elemen, KolomLain, Peran};
pub use pagu::PaguRow;

use std::collections::BTreeSet;

use super::{Entry, Indikator, Located, Rupiah, Tahun};
use crate::diagnostic::Origin;

/// The whole table.
#[derive(Debug, Clone, Default)]
pub struct Pendanaan {
    /// Every row in the order of the sheet, as typed.
    pub baris: Vec<Baris>,
    /// Goal rows.
    pub tujuan: Vec<PernyataanKinerja>,
    /// Objective rows; [`PernyataanKinerja::induk`] is the index of the goal.
    pub sasaran: Vec<PernyataanKinerja>,
    /// Rows of urusan and bidang urusan, where the office writes them.
    pub urusan: Vec<PaguRow>,
    /// Programmes.
    pub program: Vec<Program>,
    /// Totals that the office typed.
    pub jumlah: Vec<Jumlah>,
    /// Rows that have no place in the tree, each reported. They are printed all the
    /// same, but no sum contains them.
    pub unplaced: Vec<Unplaced>,
}

/// A row without a place in the tree: a kode that cannot be read, a name without one.
#[derive(Debug, Clone)]
pub struct Unplaced {
    /// The cell that was reported.
    pub cell: Origin,
    /// Index of the programme that it stands below on the sheet.
    pub program: Option<usize>,
    /// Index of the kegiatan in that programme.
    pub kegiatan: Option<usize>,
}

/// A total as the office typed it: printed in its place and compared with the sum.
#[derive(Debug, Clone)]
pub struct Jumlah {
    /// What names the row a total; its cells where it has no name.
    pub uraian: Located<String>,
    /// Its row, an index into [`Pendanaan::baris`].
    pub baris: usize,
    /// The part that it sums; `None` for the whole table.
    pub elemen: Option<Elemen>,
}

/// A goal or objective as T-C.27 words it.
#[derive(Debug, Clone)]
pub struct PernyataanKinerja {
    /// Its statement.
    pub uraian: Located<String>,
    /// Its indicators in this table.
    pub indikator: Vec<Indikator>,
    /// Index of the row it stands under.
    pub induk: Option<usize>,
}

/// A programme.
#[derive(Debug, Clone)]
pub struct Program {
    /// What it has in common with the other levels.
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
    /// What it has in common with the other levels.
    pub baris: PaguRow,
    /// Its sub-activities.
    pub sub_kegiatan: Vec<SubKegiatan>,
}

/// A sub-activity.
#[derive(Debug, Clone)]
pub struct SubKegiatan {
    /// What it has in common with the other levels.
    pub baris: PaguRow,
}

impl Pendanaan {
    /// The years that its programmes have a column of money for.
    pub fn years(&self) -> BTreeSet<Tahun> {
        let programs = self.program.iter();
        let years = programs.flat_map(|program| program.baris.pagu().keys().copied());
        years.collect()
    }

    /// The element at a place of the tree; `None` for a tujuan or sasaran, which have
    /// no money, and for an index beyond the tree.
    pub fn element(&self, elemen: Elemen) -> Option<&PaguRow> {
        match elemen {
            Elemen::Tujuan(_) | Elemen::Sasaran(_) => None,
            Elemen::Urusan(at) => self.urusan.get(at),
            Elemen::Program(p) => self.program.get(p).map(|program| &program.baris),
            Elemen::Kegiatan(p, k) => {
                let kegiatan = self.program.get(p)?.kegiatan.get(k)?;
                Some(&kegiatan.baris)
            }
            Elemen::SubKegiatan(p, k, s) => {
                let kegiatan = self.program.get(p)?.kegiatan.get(k)?;
                kegiatan.sub_kegiatan.get(s).map(|sub| &sub.baris)
            }
        }
    }

    /// As [`Pendanaan::element`], to be changed.
    pub fn element_mut(&mut self, elemen: Elemen) -> Option<&mut PaguRow> {
        match elemen {
            Elemen::Tujuan(_) | Elemen::Sasaran(_) => None,
            Elemen::Urusan(at) => self.urusan.get_mut(at),
            Elemen::Program(p) => self.program.get_mut(p).map(|program| &mut program.baris),
            Elemen::Kegiatan(p, k) => {
                let kegiatan = self.program.get_mut(p)?.kegiatan.get_mut(k)?;
                Some(&mut kegiatan.baris)
            }
            Elemen::SubKegiatan(p, k, s) => {
                let kegiatan = self.program.get_mut(p)?.kegiatan.get_mut(k)?;
                kegiatan.sub_kegiatan.get_mut(s).map(|sub| &mut sub.baris)
            }
        }
    }

    /// All elements with money, to be changed.
    fn elements_mut(&mut self) -> impl Iterator<Item = &mut PaguRow> {
        let program = self.program.iter_mut().flat_map(|program| {
            let kegiatan = program.kegiatan.iter_mut().flat_map(|kegiatan| {
                let sub = kegiatan.sub_kegiatan.iter_mut().map(|sub| &mut sub.baris);
                std::iter::once(&mut kegiatan.baris).chain(sub)
            });
            std::iter::once(&mut program.baris).chain(kegiatan)
        });
        self.urusan.iter_mut().chain(program)
    }

    /// Reads the money of every element out of the rows. To be called once the rows
    /// and the tree are complete.
    pub fn settle(&mut self) {
        let baris = std::mem::take(&mut self.baris);
        for element in self.elements_mut() {
            element.settle(&baris);
        }
        self.baris = baris;
    }

    /// Whether not all children of this programme are known, because a row below it
    /// could not be placed or the table lacks one. Neither their number nor their sum
    /// says anything then.
    pub fn program_is_open(&self, program: usize) -> bool {
        let lacks = |program: &Program| {
            program.baris.is_implied() || program.kegiatan.iter().any(|k| k.baris.is_implied())
        };
        self.program.get(program).is_some_and(lacks)
            || self.unplaced.iter().any(|row| row.program == Some(program))
    }

    /// The same of a kegiatan of the programme.
    pub fn kegiatan_is_open(&self, program: usize, kegiatan: usize) -> bool {
        let element = self.element(Elemen::Kegiatan(program, kegiatan));
        let mut unplaced = self.unplaced.iter();
        element.is_some_and(PaguRow::is_implied)
            || unplaced.any(|row| (row.program, row.kegiatan) == (Some(program), Some(kegiatan)))
    }

    /// Money of all programmes in a year, rupiah; each programme once. `None`
    /// if no programme has an amount.
    pub fn pagu_year(&self, tahun: Tahun) -> Option<Rupiah> {
        sum(self
            .program
            .iter()
            .filter_map(|program| program.baris.pagu().get(&tahun)))
    }

    /// Money of all programmes over the whole period, rupiah.
    pub fn pagu_total(&self) -> Option<Rupiah> {
        sum(self
            .program
            .iter()
            .flat_map(|program| program.baris.pagu().values()))
    }
}

/// Sum of the entries that have a value; `None` if none has.
fn sum<'a>(entry: impl Iterator<Item = &'a Entry<Rupiah>>) -> Option<Rupiah> {
    let mut value = entry.filter_map(|entry| entry.value().copied()).peekable();
    value.peek().is_some().then(|| value.sum())
}
