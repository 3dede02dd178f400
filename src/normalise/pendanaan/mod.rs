//! Rows of the funding table to program → kegiatan → sub kegiatan by kode.
//!
//! Every row is kept as typed, in its place. What is decided here is only which
//! element a row belongs to; see [`Pendanaan`].

mod butir;
mod hasil;
mod jumlah;
mod kode;
mod place;
mod unplaced;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostics, Origin};
use crate::model::{
    Baris, Elemen, Entry, Indikator, Kode, Located, PaguRow, Pendanaan, Peran, Rupiah, Tahun,
};
use crate::sheets::repeated_table::Said;
use crate::sheets::worksheets::program_kegiatan::ProgramRow;

/// The element that the next row without a kode belongs to.
#[derive(Debug, Clone, Copy)]
enum Last {
    /// Nothing stands above yet.
    None,
    /// The row above has no place; what follows belongs to it.
    Unplaced,
    Element(Elemen),
}

/// Builds the table. `bidang` replaces `X.XX` in the kode of program penunjang.
pub fn nest(rows: Vec<ProgramRow>, bidang: Option<&str>, out: &mut Diagnostics) -> Pendanaan {
    let mut builder = Builder {
        pendanaan: Pendanaan::default(),
        last: Last::None,
        tujuan: None,
        sasaran: None,
        seen: BTreeMap::new(),
        bidang,
        unit: Entry::Missing,
        inherits: false,
        hasil: None,
        unmeasured: Vec::new(),
        nilai: None,
    };
    for row in rows {
        builder.take(row, out);
    }
    builder.end_hasil();
    builder.report_hasil(out);
    builder.pendanaan.settle();
    jumlah::assign(&mut builder.pendanaan);
    kode::report_split(&builder.pendanaan, out);
    builder.pendanaan
}

/// Units in charge that only a repeat of the table names, by kode; `bidang` as
/// for [`nest`].
pub fn fill_unit(table: &mut Pendanaan, repeat: &[ProgramRow], bidang: Option<&str>) {
    let unit = |kode: &Kode| {
        let whole = |own: &Kode| match bidang {
            Some(bidang) => own.clone().with_bidang(bidang),
            None => own.clone(),
        };
        let is_same = |row: &&ProgramRow| row.kode().is_some_and(|own| whole(own) == *kode);
        let same = repeat.iter().find(is_same);
        same.map(|row| row.baris.unit.clone())
            .filter(|unit| !unit.is_missing())
    };
    for program in &mut table.program {
        if program.baris.unit.is_missing()
            && let Some(unit) = unit(&program.baris.kode.value)
        {
            program.baris.unit = unit;
        }
    }
}

/// The money of each kode and year, over all elements that have it.
pub(super) fn amounts(table: &Pendanaan) -> Vec<Said> {
    let mut sum: BTreeMap<(Kode, Tahun), Located<Rupiah>> = BTreeMap::new();
    let mut add = |element: &PaguRow| {
        for (tahun, entry) in element.pagu() {
            let Some(amount) = entry.located() else {
                continue;
            };
            sum.entry((element.kode.value.clone(), *tahun))
                .and_modify(|sum| sum.value = sum.value + amount.value)
                .or_insert_with(|| amount.clone());
        }
    };
    for program in &table.program {
        add(&program.baris);
        for kegiatan in &program.kegiatan {
            add(&kegiatan.baris);
            kegiatan.sub_kegiatan.iter().for_each(|sub| add(&sub.baris));
        }
    }
    let said = |((kode, tahun), amount): ((Kode, Tahun), Located<Rupiah>)| Said {
        key: kode.to_string(),
        what: format!("pagu {tahun}"),
        value: format!("Rp{}", amount.value),
        is_own: amount.value != Rupiah::ZERO,
        origin: amount.origin,
    };
    sum.into_iter().map(said).collect()
}

struct Builder<'a> {
    pendanaan: Pendanaan,
    last: Last,
    tujuan: Option<usize>,
    sasaran: Option<usize>,
    /// First row of each (unit, kode).
    seen: BTreeMap<(String, Kode), (Origin, Elemen)>,
    bidang: Option<&'a str>,
    /// The unit that an outcome's row names for the rows below it (Inmendagri 2/2025).
    unit: Entry<String>,
    /// Whether the element above has that unit only because it named none itself.
    inherits: bool,
    /// An outcome or output whose indicator stands in a row below.
    hasil: Option<Located<String>>,
    /// Outcomes and outputs that no indicator followed.
    unmeasured: Vec<(Option<Elemen>, Located<String>)>,
    /// Index of a row whose unit and targets stand above their indicator.
    nilai: Option<usize>,
}

impl Builder<'_> {
    fn take(&mut self, row: ProgramRow, out: &mut Diagnostics) {
        if let Some(label) = row.jumlah {
            self.take_jumlah(label, row.baris);
            return;
        }
        let indikator = self.indikator(&row.baris);
        if row.inmendagri_2025 && row.kode().is_none() && !row.baris.kode.is_broken() {
            self.take_hasil(row.baris, indikator, out);
            return;
        }
        if row.inmendagri_2025 {
            self.end_hasil();
        }
        let butir = self.begin_butir(&row);
        let by_name = row.kode_by_name;
        match (by_name, row.baris.kode.clone()) {
            (None, Entry::Broken(cell)) => self.begin_unplaced(cell, row.baris),
            (None, Entry::Missing | Entry::Empty(_)) => {
                self.take_uncoded(row.baris, indikator, butir, out);
            }
            (Some(kode), _) | (None, Entry::Filled(kode)) => {
                self.take_coded(kode, row.baris, indikator, row.inmendagri_2025, out);
            }
        }
    }

    /// The indicator of a row, for the checks. Some offices write unit and targets
    /// next to the name above it; then these are its own.
    fn indikator(&mut self, baris: &Baris) -> Option<Indikator> {
        let mut indikator = baris.indikator();
        if let Some(indikator) = &mut indikator {
            let above = self
                .nilai
                .take()
                .and_then(|at| self.pendanaan.baris.get(at));
            if let Some(above) = above
                && !baris.has_target()
            {
                indikator.target.clone_from(&above.target);
                indikator.target_awal.clone_from(&above.target_awal);
                indikator.satuan.clone_from(&above.satuan);
            }
        } else if baris.has_target() {
            self.nilai = Some(self.pendanaan.baris.len());
        }
        indikator
    }

    /// Adds a row to the table, and to its element.
    fn push(&mut self, mut baris: Baris, peran: Peran, elemen: Option<Elemen>) {
        let at = self.pendanaan.baris.len();
        baris.peran = peran;
        baris.elemen = elemen;
        self.pendanaan.baris.push(baris);
        if let Some(element) = elemen.and_then(|elemen| self.pendanaan.element_mut(elemen)) {
            element.baris.push(at);
        }
    }

    /// The element that the next row without a kode belongs to.
    fn last_element(&self) -> Option<Elemen> {
        match self.last {
            Last::Element(elemen) => Some(elemen),
            Last::None | Last::Unplaced => None,
        }
    }

    fn last_row(&self) -> Option<&PaguRow> {
        self.pendanaan.element(self.last_element()?)
    }
}
