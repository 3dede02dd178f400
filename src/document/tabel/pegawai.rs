//! Staff by status, jabatan, golongan or pendidikan.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{BarisJumlah, Entry, Pegawai, Printed, Renstra, SumberDaya, angka};

/// The rows of one grouping with their totals.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    /// Number of a kind of staff; a total has none.
    no: Option<usize>,
    /// `None` for a total that the office did not type.
    uraian: Option<&'a str>,
    laki_laki: Printed<String>,
    perempuan: Printed<String>,
    jumlah: Printed<String>,
}

impl Isi<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.baris.is_empty()
    }
}

/// The rows whose kelompok is the given word, without regard to case. The totals
/// that the office typed stand in their place; one of the whole group is computed
/// where it typed none.
pub(super) fn build<'a>(kelompok: &str, renstra: &'a Renstra) -> Isi<'a> {
    let own = |row: &Pegawai| {
        let word = row.kelompok.value.to_lowercase();
        word.split_whitespace().any(|word| word == kelompok)
    };
    let total = |jumlah: &'a BarisJumlah| match &jumlah.baris {
        SumberDaya::Pegawai(row) if own(row) => Some((jumlah.setelah, jumlah.seluruh, row)),
        SumberDaya::Pegawai(_) | SumberDaya::Sarana(_) => None,
    };
    let mut totals = renstra.baris_jumlah.iter().filter_map(total).peekable();
    let mut baris = Vec::new();
    let mut part: Vec<&Pegawai> = Vec::new();
    let mut whole = false;
    for (at, row) in renstra.pegawai.iter().enumerate() {
        while let Some((_, seluruh, row)) = totals.next_if(|(setelah, ..)| *setelah <= at) {
            whole |= seluruh;
            baris.push(Baris::typed(None, row));
        }
        if own(row) {
            part.push(row);
            baris.push(Baris::typed(Some(part.len()), row));
        }
    }
    for (_, seluruh, row) in totals {
        whole |= seluruh;
        baris.push(Baris::typed(None, row));
    }
    if !whole && !part.is_empty() {
        let sum = |pick: fn(&Pegawai) -> &Entry<Decimal>| {
            let value = part.iter().filter_map(|row| pick(row).value().copied());
            let value: Vec<Decimal> = value.collect();
            let sum = || {
                value
                    .iter()
                    .copied()
                    .try_fold(Decimal::ZERO, Decimal::checked_add)
            };
            let sum = sum().filter(|_| !value.is_empty());
            Printed::or_computed(Entry::Missing, || sum.map(angka::print))
        };
        baris.push(Baris {
            no: None,
            uraian: None,
            laki_laki: sum(|row| &row.laki_laki),
            perempuan: sum(|row| &row.perempuan),
            jumlah: sum(|row| &row.jumlah),
        });
    }
    Isi { baris }
}

impl<'a> Baris<'a> {
    fn typed(no: Option<usize>, row: &'a Pegawai) -> Self {
        let print = |entry: &Entry<Decimal>| Printed::Typed(entry.clone().map(angka::print));
        Self {
            no,
            uraian: Some(&row.uraian.value),
            laki_laki: print(&row.laki_laki),
            perempuan: print(&row.perempuan),
            jumlah: print(&row.jumlah),
        }
    }
}
