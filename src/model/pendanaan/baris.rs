//! A row of the funding table as the office typed it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Origin;
use crate::model::{Entry, Indikator, Kode, Located, PerTahun, Rupiah, Target};

/// A row in the order of the sheet. Every field is the cell's content and nothing
/// else: what a row above or below says is not filled in here.
#[derive(Debug, Clone)]
pub struct Baris {
    /// The row, by its first filled cell.
    pub origin: Origin,
    /// What kind of row it is.
    pub peran: Peran,
    /// The element that it belongs to; `None` for a total and for a row without a
    /// place in the tree.
    pub elemen: Option<Elemen>,
    /// Code. Missing where the office typed none, also if its name tells it.
    pub kode: Entry<Kode>,
    /// Name, statement, or label of the row.
    pub uraian: Entry<String>,
    /// Kode and name as typed where they share a cell (Inmendagri 2/2025 column 1).
    pub kode_uraian: Entry<String>,
    /// What is measured.
    pub indikator: Entry<String>,
    /// Unit of the targets.
    pub satuan: Entry<String>,
    /// Achievement at the start of planning.
    pub target_awal: Entry<Target>,
    /// Target per year.
    pub target: PerTahun<Target>,
    /// Condition at the end of the period (T-C.27 column 17).
    pub target_akhir: Entry<Target>,
    /// Money per year, rupiah.
    pub pagu: PerTahun<Rupiah>,
    /// Money of the whole period, rupiah (T-C.27 column 18).
    pub pagu_akhir: Entry<Rupiah>,
    /// Agency, or a unit with a code of its own, as SIPD exports it: `kode - nama`
    /// (Inmendagri 2/2025, last columns).
    pub perangkat_daerah: Entry<String>,
    /// Unit in charge; of a form without a column for it, what its column of the
    /// agency says where that names a unit.
    pub unit: Entry<String>,
    /// Place (T-C.27 column 20).
    pub lokasi: Entry<String>,
    /// Remark (Inmendagri 2/2025).
    pub keterangan: Entry<String>,
    /// Words of the form's further columns by their keys: printed as typed, and no rule
    /// looks at them.
    pub sel: BTreeMap<&'static str, Entry<String>>,
    /// What stands in columns that the form has not, from left to right.
    pub kolom_lain: Vec<KolomLain>,
}

/// A filled cell of a column that the form has not.
#[derive(Debug, Clone)]
pub struct KolomLain {
    /// The column's heading as typed.
    pub judul: Arc<str>,
    /// What the cell says.
    pub isi: Located<String>,
}

/// What kind of row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peran {
    /// A goal.
    Tujuan,
    /// An objective.
    Sasaran,
    /// An urusan or bidang urusan.
    Urusan,
    /// A programme's name.
    Program,
    /// An activity's name.
    Kegiatan,
    /// A sub-activity's name.
    SubKegiatan,
    /// An outcome or output, with its sentence (Inmendagri 2/2025).
    Hasil,
    /// A further indicator, without a name of its own.
    Indikator,
    /// A total.
    Jumlah,
    /// A row that has no place in the tree, and was reported.
    TidakDikenal,
}

/// A place in the tree, by indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elemen {
    /// Index into the goals.
    Tujuan(usize),
    /// Index into the objectives.
    Sasaran(usize),
    /// Index into the urusan.
    Urusan(usize),
    /// Index of the programme.
    Program(usize),
    /// Indices of programme and kegiatan.
    Kegiatan(usize, usize),
    /// Indices of programme, kegiatan and sub kegiatan.
    SubKegiatan(usize, usize, usize),
}

impl Elemen {
    /// Index of the programme that it is or belongs to.
    pub fn program(self) -> Option<usize> {
        match self {
            Self::Program(p) | Self::Kegiatan(p, _) | Self::SubKegiatan(p, _, _) => Some(p),
            Self::Tujuan(_) | Self::Sasaran(_) | Self::Urusan(_) => None,
        }
    }

    /// Index of the kegiatan that it is or belongs to, in its programme.
    pub fn kegiatan(self) -> Option<usize> {
        match self {
            Self::Kegiatan(_, k) | Self::SubKegiatan(_, k, _) => Some(k),
            Self::Tujuan(_) | Self::Sasaran(_) | Self::Urusan(_) | Self::Program(_) => None,
        }
    }
}

impl Baris {
    /// A row whose cells are all missing.
    pub fn empty(origin: Origin) -> Self {
        Self {
            origin,
            peran: Peran::TidakDikenal,
            elemen: None,
            kode: Entry::Missing,
            uraian: Entry::Missing,
            kode_uraian: Entry::Missing,
            indikator: Entry::Missing,
            satuan: Entry::Missing,
            target_awal: Entry::Missing,
            target: PerTahun::new(),
            target_akhir: Entry::Missing,
            pagu: PerTahun::new(),
            pagu_akhir: Entry::Missing,
            perangkat_daerah: Entry::Missing,
            unit: Entry::Missing,
            lokasi: Entry::Missing,
            keterangan: Entry::Missing,
            sel: BTreeMap::new(),
            kolom_lain: Vec::new(),
        }
    }

    /// The row's indicator, if it names one.
    pub fn indikator(&self) -> Option<Indikator> {
        Some(Indikator {
            uraian: self.indikator.located()?.clone(),
            satuan: self.satuan.clone(),
            target_awal: self.target_awal.clone(),
            target: self.target.clone(),
            target_akhir: self.target_akhir.clone(),
            keterangan: self.keterangan.clone(),
            hasil: Entry::Missing,
            definisi: Entry::Missing,
            formula: Entry::Missing,
        })
    }

    /// Whether any year has a target.
    pub fn has_target(&self) -> bool {
        self.target.values().any(|entry| !entry.is_missing())
    }

    /// Whether any year has an amount.
    pub fn has_pagu(&self) -> bool {
        self.pagu.values().any(|entry| entry.value().is_some())
    }

    /// Whether both rows have an amount in some year, and no other amount in any.
    pub fn same_pagu(&self, other: &Self) -> bool {
        let mut shared = false;
        for (tahun, own) in &self.pagu {
            let theirs = other.pagu.get(tahun).and_then(Entry::value);
            if let (Some(own), Some(theirs)) = (own.value(), theirs) {
                if !own.agrees(*theirs) {
                    return false;
                }
                shared = true;
            }
        }
        shared
    }
}
