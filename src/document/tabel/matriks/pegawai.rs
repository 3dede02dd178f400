//! Staff by status, jabatan, golongan or pendidikan.

use rust_decimal::Decimal;

use super::cells::Jenis;
use super::record::{Record, computed, numbers};
use crate::model::{BarisJumlah, Entry, Pegawai, Renstra, SumberDaya, number};

/// Columns of numbers, persons.
const NUMBERS: [&str; 3] = ["laki_laki", "perempuan", "jumlah"];

/// The rows whose kelompok is the given word, without regard to case. The totals
/// that the office typed stand in their place; one of the whole group is computed
/// where it typed none.
pub(super) fn records<'a>(kelompok: &str, renstra: &'a Renstra) -> Vec<Record<'a>> {
    let own = |row: &Pegawai| {
        let word = row.kelompok.value.to_lowercase();
        word.split_whitespace().any(|word| word == kelompok)
    };
    let total = |jumlah: &'a BarisJumlah| match &jumlah.baris {
        SumberDaya::Pegawai(row) if own(row) => Some((jumlah.setelah, jumlah.seluruh, row)),
        SumberDaya::Pegawai(_) | SumberDaya::Sarana(_) => None,
    };
    let mut totals = renstra.baris_jumlah.iter().filter_map(total).peekable();
    let mut list = Vec::new();
    let mut part: Vec<&Pegawai> = Vec::new();
    let mut whole = false;
    for (at, row) in renstra.pegawai.iter().enumerate() {
        while let Some((_, seluruh, row)) = totals.next_if(|(setelah, ..)| *setelah <= at) {
            whole |= seluruh;
            list.push(typed(row, Jenis::Jumlah));
        }
        if own(row) {
            part.push(row);
            list.push(typed(row, Jenis::Biasa));
        }
    }
    for (_, seluruh, row) in totals {
        whole |= seluruh;
        list.push(typed(row, Jenis::Jumlah));
    }
    if !whole && !part.is_empty() {
        list.push(sum(&part));
    }
    label_totals(&mut list);
    list
}

fn typed(row: &Pegawai, jenis: Jenis) -> Record<'_> {
    let mut record = Record::new(jenis);
    let key = if jenis == Jenis::Jumlah {
        "no"
    } else {
        "uraian"
    };
    record.located(key, &row.uraian);
    let values = [&row.laki_laki, &row.perempuan, &row.jumlah];
    numbers(&mut record, NUMBERS.into_iter().zip(values));
    record
}

/// The total of a group for which the office typed none.
fn sum(parts: &[&Pegawai]) -> Record<'static> {
    let mut record = Record::new(Jenis::Jumlah);
    record.sel.insert("no", computed("Jumlah".to_owned()));
    let picks: [fn(&Pegawai) -> &Entry<Decimal>; 3] = [
        |row| &row.laki_laki,
        |row| &row.perempuan,
        |row| &row.jumlah,
    ];
    for (key, pick) in NUMBERS.into_iter().zip(picks) {
        let mut values = parts.iter().filter_map(|row| pick(row).value().copied());
        record.dash.insert(key);
        let Some(first) = values.next() else { continue };
        if let Some(sum) = values.try_fold(first, Decimal::checked_add) {
            record.computed(key, None, number::print(sum));
        }
    }
    record
}

/// The label of a total stands over number and name: up to the first column of numbers
/// that is shown.
fn label_totals(list: &mut [Record<'_>]) {
    let shown = |key: &&str| {
        let mut rows = list.iter();
        rows.any(|record| {
            record
                .sel
                .get(*key)
                .is_some_and(|value| !value.is_missing())
        })
    };
    let end = NUMBERS.into_iter().find(shown).unwrap_or("jumlah");
    for record in list.iter_mut().filter(|r| r.jenis == Jenis::Jumlah) {
        record.until.insert("no", end);
    }
}
