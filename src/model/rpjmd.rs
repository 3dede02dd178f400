//! The city's RPJMD, as far as an agency's plan is compared with it.

use super::nama_opd::{self, NamaOpd};
use super::{
    Entry, Indikator, IndikatorWajib, Kode, Located, PerTahun, Periode, Rupiah, Strategi, Tahun,
    text,
};
use crate::diagnostic::Origin;

/// The RPJMD.
#[derive(Debug, Clone)]
pub struct Rpjmd {
    /// The workbook it was read from.
    pub berkas: Origin,
    /// Region.
    pub daerah: Entry<String>,
    /// Years it covers.
    pub periode: Entry<Periode>,
    /// Vision.
    pub visi: Option<Located<String>>,
    /// Missions, tujuan and sasaran in order.
    pub misi: Vec<MisiRpjmd>,
    /// Programmes in order.
    pub program: Vec<ProgramRpjmd>,
    /// Indicators that agencies must carry.
    pub wajib: Vec<IndikatorWajib>,
}

/// A mission with its goals.
#[derive(Debug, Clone)]
pub struct MisiRpjmd {
    /// Its statement; `None` before the first named one.
    pub uraian: Option<Located<String>>,
    /// Its goals.
    pub tujuan: Vec<TujuanRpjmd>,
}

/// A goal of the city.
#[derive(Debug, Clone)]
pub struct TujuanRpjmd {
    /// Its statement.
    pub uraian: Located<String>,
    /// Its indicators.
    pub indikator: Vec<IndikatorRpjmd>,
    /// Its objectives.
    pub sasaran: Vec<SasaranRpjmd>,
}

/// An objective of the city.
#[derive(Debug, Clone)]
pub struct SasaranRpjmd {
    /// Its statement.
    pub uraian: Located<String>,
    /// Its indicators.
    pub indikator: Vec<IndikatorRpjmd>,
    /// Its strategies with policy directions.
    pub strategi: Vec<Strategi>,
}

/// An indicator and the agencies that answer for it.
#[derive(Debug, Clone)]
pub struct IndikatorRpjmd {
    /// The indicator with its targets.
    pub indikator: Indikator,
    /// Agencies as typed, several by line or semicolon.
    pub opd: Entry<String>,
}

/// A programme that the RPJMD gives to agencies.
#[derive(Debug, Clone)]
pub struct ProgramRpjmd {
    /// Objective that it serves.
    pub sasaran: Option<Located<String>>,
    /// Code.
    pub kode: Located<Kode>,
    /// Name.
    pub uraian: Entry<String>,
    /// Its indicators.
    pub indikator: Vec<Indikator>,
    /// Money per year, rupiah.
    pub pagu: PerTahun<Rupiah>,
    /// Money of the whole period, rupiah.
    pub pagu_akhir: Entry<Rupiah>,
    /// Agencies as typed, several by line or semicolon.
    pub opd: Entry<String>,
    /// Name or mark of the priority it belongs to.
    pub prioritas: Entry<String>,
}

impl ProgramRpjmd {
    /// Whether its code, perhaps `X.XX.01`, is that of a plan's programme.
    pub fn has_kode(&self, own: &Kode) -> bool {
        let kode = &self.kode.value;
        kode == own || (kode.is_placeholder() && kode.segment().get(2) == own.segment().get(2))
    }

    /// The agencies that its cell names.
    pub fn opd_names(&self) -> impl Iterator<Item = &str> {
        self.opd
            .value()
            .into_iter()
            .flat_map(|cell| nama_opd::split(cell))
    }

    /// How many agencies its cell names.
    pub fn opd_count(&self) -> usize {
        self.opd_names().count()
    }

    /// Whether several agencies share the row and its money.
    pub fn is_shared(&self) -> bool {
        self.opd_count() > 1
    }

    /// Whether it is marked as a priority.
    pub fn is_prioritas(&self) -> bool {
        self.prioritas
            .value()
            .is_some_and(|mark| !["tidak", "bukan", "0"].contains(&text::plain(mark).as_str()))
    }

    /// Its money in a year.
    pub fn pagu_year(&self, tahun: Tahun) -> Option<Rupiah> {
        self.pagu.get(&tahun)?.value().copied()
    }
}

impl Rpjmd {
    /// Whether nothing was filled in that a plan could be compared with.
    pub fn is_blank(&self) -> bool {
        self.misi.is_empty() && self.program.is_empty() && self.wajib.is_empty()
    }

    /// All objectives with their goals.
    pub fn sasaran(&self) -> impl Iterator<Item = &SasaranRpjmd> {
        self.tujuan().flat_map(|tujuan| &tujuan.sasaran)
    }

    /// All goals.
    pub fn tujuan(&self) -> impl Iterator<Item = &TujuanRpjmd> {
        self.misi.iter().flat_map(|misi| &misi.tujuan)
    }

    /// All indicators of goals and objectives.
    pub fn indikator(&self) -> impl Iterator<Item = &IndikatorRpjmd> {
        self.tujuan().flat_map(|tujuan| {
            tujuan
                .indikator
                .iter()
                .chain(tujuan.sasaran.iter().flat_map(|sasaran| &sasaran.indikator))
        })
    }

    /// Programmes given to an agency.
    pub fn program_of<'a>(&'a self, opd: &'a NamaOpd) -> impl Iterator<Item = &'a ProgramRpjmd> {
        self.program
            .iter()
            .filter(|program| opd.is_in(&program.opd))
    }
}
