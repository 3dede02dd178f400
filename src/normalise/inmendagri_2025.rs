//! What the funding table of Inmendagri 2/2025 needs before its rows can be
//! nested: kode that are not written, and a level that only the name tells.

use std::cmp::Reverse;

use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{Entry, Kode, Level, Located};
use crate::nomenklatur::{self, Daftar, Edition};
use crate::sheets::worksheets::program_kegiatan::ProgramRow;

use super::code;

/// Finds the kode of rows that only have a name, by the official nomenclature.
pub(super) struct Finder {
    list: &'static Daftar,
    bidang: Option<String>,
    /// Kode of the row above, the context in which a name is looked up.
    above: Option<Kode>,
    restored: usize,
    first: Option<Origin>,
}

impl Finder {
    pub(super) fn new(bidang: Option<&str>) -> Self {
        Self {
            list: nomenklatur::daftar(Edition::Kepmendagri2023),
            bidang: bidang.map(str::to_owned),
            above: None,
            restored: 0,
            first: None,
        }
    }

    /// Gives the row its kode, if its name is an official one.
    pub(super) fn restore(&mut self, row: &mut ProgramRow) {
        if let Entry::Filled(kode) = &row.baris.kode {
            self.above = Some(kode.value.clone());
            return;
        }
        let uncoded = row.baris.kode.is_missing() && row.jumlah.is_none();
        let Some(name) = row.baris.uraian.located().filter(|_| uncoded) else {
            return;
        };
        let Some(kode) = self.find(&name.value) else {
            return;
        };
        self.above = Some(kode.clone());
        self.restored += 1;
        self.first.get_or_insert_with(|| name.origin.clone());
        row.kode_by_name = Some(Located::new(kode, name.origin.clone()));
    }

    /// Of several entries of one name the one nearest to the row above: below it,
    /// next to it, or below one of its parents.
    fn find(&self, name: &str) -> Option<Kode> {
        let candidate: Vec<Kode> = self
            .list
            .named(name)
            .filter_map(|kode| kode.parse().ok())
            .collect();
        let near = |kode: &Kode| {
            let own = kode.segment();
            let above = self.above.as_ref().map(Kode::segment).unwrap_or_default();
            own.iter().zip(above).take_while(|(a, b)| a == b).count()
        };
        let own_bidang = |kode: &Kode| {
            kode.is_placeholder()
                || self
                    .bidang
                    .as_ref()
                    .is_none_or(|bidang| kode.to_string().starts_with(&format!("{bidang}.")))
        };
        // A name that is a kegiatan's and a sub kegiatan's is that of the level below
        // the row above.
        let below = |kode: &Kode| {
            let above = self.above.as_ref().map_or(0, |above| rank(above.level()));
            rank(kode.level()).abs_diff(above + 1)
        };
        candidate
            .into_iter()
            .max_by_key(|kode| (own_bidang(kode), near(kode), Reverse(below(kode))))
    }

    /// Says how many kode were found by name.
    pub(super) fn report(self, out: &mut Diagnostics) {
        let Some(first) = self.first else { return };
        out.emit(
            Diagnostic::info(
                code::KODE_BY_NAME,
                first,
                format!(
                    "{} baris tanpa kode dikenali dari namanya pada nomenklatur resmi",
                    self.restored
                ),
            )
            .note("nomenklatur", self.list.dasar)
            .hint("tulis kodenya di depan nama, misalnya 2.12.02 - PROGRAM PENDAFTARAN PENDUDUK"),
        );
    }
}

/// Levels from the widest to the narrowest.
fn rank(level: Level) -> usize {
    match level {
        Level::Urusan => 0,
        Level::BidangUrusan => 1,
        Level::Program => 2,
        Level::Kegiatan => 3,
        Level::SubKegiatan => 4,
    }
}
