//! The office's own totals of staff and assets, taken from among the rows they sum.

use rust_decimal::Decimal;

use crate::model::{
    BarisJumlah, Entry, KolomJumlah, Located, Pegawai, Sarana, SumberDaya, Worksheet, text,
};
use crate::sheets::heading;

/// A column of numbers: its heading, and where a row has it.
type Kolom<T> = (&'static str, fn(&T) -> &Entry<Decimal>);

/// Rows of Pegawai that are kinds of staff, and the totals among them.
pub(super) fn pegawai(row: Vec<Pegawai>) -> (Vec<Pegawai>, Vec<BarisJumlah>) {
    let table = Table {
        lembar: Worksheet::Pegawai,
        uraian: |row: &Pegawai| &row.uraian,
        kelompok: |row: &Pegawai| text::same_form(&row.kelompok.value),
        is_total: |row: &Pegawai| row.baris_jumlah,
        typed: |row: &Pegawai| SumberDaya::Pegawai(Box::new(row.clone())),
        kolom: &[
            ("Laki-laki", |row| &row.laki_laki),
            ("Perempuan", |row| &row.perempuan),
            ("Jumlah", |row| &row.jumlah),
        ],
    };
    table.split(row)
}

/// Rows of Sarana that are assets, and the totals among them.
pub(super) fn sarana(row: Vec<Sarana>) -> (Vec<Sarana>, Vec<BarisJumlah>) {
    let table = Table {
        lembar: Worksheet::Sarana,
        uraian: |row: &Sarana| &row.uraian,
        kelompok: |_: &Sarana| String::new(),
        is_total: |row: &Sarana| row.baris_jumlah,
        typed: |row: &Sarana| SumberDaya::Sarana(Box::new(row.clone())),
        kolom: &[
            ("Jumlah", |row| &row.jumlah),
            ("Baik", |row| &row.baik),
            ("Cukup", |row| &row.cukup),
            ("Kurang", |row| &row.kurang),
        ],
    };
    table.split(row)
}

struct Table<'a, T> {
    lembar: Worksheet,
    uraian: fn(&T) -> &Located<String>,
    kelompok: fn(&T) -> String,
    is_total: fn(&T) -> bool,
    typed: fn(&T) -> SumberDaya,
    kolom: &'a [Kolom<T>],
}

impl<T> Table<'_, T> {
    fn split(&self, row: Vec<T>) -> (Vec<T>, Vec<BarisJumlah>) {
        let total = (0..row.len()).filter(|at| (self.is_total)(&row[*at]));
        let total = total.map(|at| self.total(&row, at)).collect();
        let is_part = |row: &T| !(self.is_total)(row);
        (row.into_iter().filter(is_part).collect(), total)
    }

    /// The total at `at` with the rows it sums: those of its group or, if it does not
    /// speak for the whole group, those since the total above it.
    fn total(&self, row: &[T], at: usize) -> BarisJumlah {
        let own = &row[at];
        let kelompok = (self.kelompok)(own);
        let group = |row: &&T| (self.kelompok)(row) == kelompok;
        let whole = row.iter().filter(group);
        let above = row[..at].iter().rev().filter(group);
        let mut part: Vec<&T> = above.take_while(|row| !(self.is_total)(row)).collect();
        part.reverse();
        let seluruh = part.is_empty() || is_whole(&(self.uraian)(own).value, &kelompok);
        if seluruh {
            part = whole.filter(|row| !(self.is_total)(row)).collect();
        }
        let kolom = self.kolom.iter().map(|(nama, pick)| KolomJumlah {
            nama,
            jumlah: pick(own).clone(),
            bagian: part
                .iter()
                .filter_map(|row| pick(row).located().cloned())
                .collect(),
        });
        BarisJumlah {
            lembar: self.lembar,
            setelah: row[..at].iter().filter(|row| !(self.is_total)(row)).count(),
            seluruh,
            baris: (self.typed)(own),
            uraian: (self.uraian)(own).clone(),
            kolom: kolom.collect(),
        }
    }
}

/// `Jumlah`, `Jumlah Pegawai`, `Total Golongan` speak for the whole group; `Jumlah
/// Golongan III` does not.
fn is_whole(uraian: &str, kelompok: &str) -> bool {
    let form = text::same_form(uraian);
    let of = form.split_once(' ').map(|(_, of)| of);
    let all = ["pegawai", "asn", "sdm", "aset", "sarana", "barang"];
    heading::is_grand_total(uraian) || of.is_some_and(|of| of == kelompok || all.contains(&of))
}
