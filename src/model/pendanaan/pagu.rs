//! The money of an element, read out of its rows.

use std::collections::BTreeSet;

use super::{Baris, Peran, sum};
use crate::diagnostic::Origin;
use crate::model::text::one_line;
use crate::model::{Entry, Indikator, Kode, Located, PerTahun, Rupiah};

/// What program, kegiatan and sub kegiatan have in common.
#[derive(Debug, Clone)]
pub struct PaguRow {
    /// Code (T-C.27 column 3). Where the office typed none it is the one that its
    /// name has in the nomenclature; see [`PaguRow::kode_typed`].
    pub kode: Located<Kode>,
    /// Whether the office typed the kode.
    pub kode_typed: bool,
    /// Name (column 4).
    pub uraian: Entry<String>,
    /// Indicators (column 5 and targets), at least none.
    pub indikator: Vec<Indikator>,
    /// Unit in charge (column 19), perhaps that of the block it stands in.
    pub unit: Entry<String>,
    /// Place (column 20).
    pub lokasi: Entry<String>,
    /// Row of the sheet.
    pub origin: Origin,
    /// Its rows, indices into [`Pendanaan::baris`](super::Pendanaan::baris), that of
    /// its name first. None if the table lacks the element and only its children
    /// imply it.
    pub baris: Vec<usize>,
    pagu: PerTahun<Rupiah>,
    pagu_akhir: Entry<Rupiah>,
}

impl PaguRow {
    /// Its name on one line; nothing where it has none.
    pub fn name(&self) -> String {
        let name = self.uraian.value().map(|name| one_line(name));
        name.unwrap_or_default()
    }

    /// An element with neither rows nor money.
    pub fn new(kode: Located<Kode>, uraian: Entry<String>, origin: Origin) -> Self {
        Self {
            kode,
            kode_typed: true,
            uraian,
            indikator: Vec::new(),
            unit: Entry::Missing,
            lokasi: Entry::Missing,
            origin,
            baris: Vec::new(),
            pagu: PerTahun::new(),
            pagu_akhir: Entry::Missing,
        }
    }

    /// Whether the table lacks it, and only its children tell that it should be there.
    pub fn is_implied(&self) -> bool {
        self.baris.is_empty()
    }

    /// Money per year, rupiah, as checks, recap and derived documents count it: the
    /// amount next to its name if there is one, else that of its outcome or output
    /// rows, where equal amounts count once and different ones are summed. Never
    /// printed in the table, whose rows have their own.
    ///
    /// A name that has its own indicator is itself the first of its indicator rows:
    /// further rows without a name that have another amount are added to it.
    pub fn pagu(&self) -> &PerTahun<Rupiah> {
        &self.pagu
    }

    /// Money of the whole period as the office typed it, rupiah, counted as
    /// [`PaguRow::pagu`] is (T-C.27 column 18).
    pub fn pagu_akhir(&self) -> &Entry<Rupiah> {
        &self.pagu_akhir
    }

    /// Money over all years, rupiah. `None` if no year has an amount.
    pub fn pagu_period(&self) -> Option<Rupiah> {
        sum(self.pagu.values())
    }

    /// Its rows whose amounts are summed, of equal amounts the first. None has an
    /// amount where the element has no money.
    pub fn counted<'a>(&self, table: &'a [Baris]) -> Vec<&'a Baris> {
        let (named, below) = self.split(table);
        let mut rows = if named.iter().any(|row| row.has_pagu()) {
            named
        } else {
            below
        };
        rows.retain(|row| row.has_pagu());
        rows
    }

    /// Reads the money out of the table's rows.
    pub(super) fn settle(&mut self, table: &[Baris]) {
        let (named, below) = self.split(table);
        let rows = named.iter().chain(&below);
        let year: BTreeSet<_> = rows.flat_map(|row| row.pagu.keys().copied()).collect();
        self.pagu = year
            .into_iter()
            .map(|tahun| {
                let amount = |row: &Baris| row.pagu.get(&tahun).cloned().unwrap_or_default();
                (tahun, either(&named, &below, amount))
            })
            .collect();
        self.pagu_akhir = either(&named, &below, |row| row.pagu_akhir.clone());
    }

    /// The rows whose money stands next to the name, and those of the outcomes and
    /// outputs below it; of equal amounts the first.
    fn split<'a>(&self, table: &'a [Baris]) -> (Vec<&'a Baris>, Vec<&'a Baris>) {
        let own: Vec<&Baris> = self.baris.iter().filter_map(|at| table.get(*at)).collect();
        let [name, further @ ..] = own.as_slice() else {
            return (Vec::new(), Vec::new());
        };
        let unnamed = if name.indikator.is_missing() && name.has_pagu() {
            0
        } else {
            let named = further.iter().position(|row| row.peran == Peran::Hasil);
            named.unwrap_or(further.len())
        };
        let (named, below) = own.split_at(1 + unnamed);
        (different(named), different(below))
    }
}

/// The amount of the first rows, or of the second where they have none.
fn either(
    named: &[&Baris],
    below: &[&Baris],
    amount: impl Fn(&Baris) -> Entry<Rupiah>,
) -> Entry<Rupiah> {
    match total(named.iter().map(|row| amount(row))) {
        Entry::Missing => total(below.iter().map(|row| amount(row))),
        Entry::Empty(cell) => match total(below.iter().map(|row| amount(row))) {
            Entry::Missing | Entry::Empty(_) => Entry::Empty(cell),
            other => other,
        },
        own => own,
    }
}

/// The rows that do not repeat the money of one before them.
fn different<'a>(rows: &[&'a Baris]) -> Vec<&'a Baris> {
    let mut list: Vec<&Baris> = Vec::new();
    for row in rows {
        if !list.iter().any(|known| known.same_pagu(row)) {
            list.push(row);
        }
    }
    list
}

/// The sum at the cell of the first amount. One that cannot be read makes the sum
/// unreadable; beyond the largest amount it stays there.
fn total(entry: impl Iterator<Item = Entry<Rupiah>>) -> Entry<Rupiah> {
    entry.fold(Entry::Missing, |sum, next| match (sum, next) {
        (Entry::Broken(cell), _) | (_, Entry::Broken(cell)) => Entry::Broken(cell),
        (Entry::Filled(a), Entry::Filled(b)) => {
            Entry::Filled(Located::new(a.value + b.value, a.origin))
        }
        (Entry::Filled(amount), _) | (_, Entry::Filled(amount)) => Entry::Filled(amount),
        (Entry::Empty(cell), _) | (_, Entry::Empty(cell)) => Entry::Empty(cell),
        (Entry::Missing, Entry::Missing) => Entry::Missing,
    })
}
