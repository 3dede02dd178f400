//! Money of the plan: each year a column, in it each program a part.

use rust_decimal::Decimal;
use serde::Serialize;

use super::chart::as_number;
use crate::document::derived;
use crate::model::{Kode, Pendanaan, Tahun, number};

/// Parts of a column; what is beyond is added up.
const MOST: usize = 6;
/// Units in which columns are labelled, the largest first: rupiah, decimals, name. One is
/// taken from ten of it on, the last for what is less.
const UNITS: [(i64, u32, &str); 3] = [
    (1_000_000_000_000, 1, "triliun rupiah"),
    (1_000_000_000, 1, "miliar rupiah"),
    (1_000_000, 0, "juta rupiah"),
];

/// The chart.
#[derive(Debug, Serialize)]
pub struct Pagu {
    satuan: &'static str,
    kategori: Vec<Tahun>,
    program: Vec<Bagian>,
    /// All programs, by year.
    jumlah: Vec<Tumpuk>,
}

/// A program's parts of the columns.
#[derive(Debug, Serialize)]
struct Bagian {
    nama: String,
    tumpuk: Vec<Tumpuk>,
}

/// A part of a column: its height, 0 to 1 of the highest column, with its printed value.
#[derive(Debug, Serialize)]
struct Tumpuk {
    #[serde(serialize_with = "as_number")]
    tinggi: Decimal,
    label: String,
}

/// A program with its money by year, zero where it has none.
struct Row {
    kode: Kode,
    nama: String,
    pagu: Vec<Decimal>,
}

/// The chart and its years; `None` for a plan with fewer than two programs with money: one
/// part alone shows nothing.
pub(super) fn build(table: &Pendanaan) -> Option<(Vec<Tahun>, Pagu)> {
    let year: Vec<Tahun> = table.years().into_iter().collect();
    let rows = largest(rows(table, &year)?)?;
    if rows.len() < 2 {
        return None;
    }
    let add = |sum: Vec<Decimal>, row: &Row| -> Option<Vec<Decimal>> {
        let both = sum.iter().zip(&row.pagu);
        both.map(|(a, b)| a.checked_add(*b)).collect()
    };
    let total = rows.iter().try_fold(vec![Decimal::ZERO; year.len()], add)?;
    let top = total.iter().copied().max()?;
    let mut units = UNITS.into_iter();
    let found = units.find(|(unit, ..)| top >= Decimal::from(10 * unit));
    let (unit, digits, satuan) = found.unwrap_or(UNITS[UNITS.len() - 1]);
    let part = |value: &Decimal| {
        let shown = value.checked_div(Decimal::from(unit))?;
        Some(Tumpuk {
            tinggi: derived::round(value.checked_div(top)?, 4),
            label: number::print_fixed(shown, digits),
        })
    };
    let parts = |values: &[Decimal]| values.iter().map(part).collect::<Option<Vec<_>>>();
    let program = rows.iter().map(|row| {
        Some(Bagian {
            nama: row.nama.clone(),
            tumpuk: parts(&row.pagu)?,
        })
    });
    let pagu = Pagu {
        satuan,
        kategori: year.clone(),
        program: program.collect::<Option<_>>()?,
        jumlah: parts(&total)?,
    };
    Some((year, pagu))
}

/// The programs in the order of the table. One that several units carry out is one.
fn rows(table: &Pendanaan, years: &[Tahun]) -> Option<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    for program in &table.program {
        let row = &program.baris;
        let typed = |t: &Tahun| Some(row.pagu().get(t)?.value()?.decimal());
        let amount = |t: &Tahun| typed(t).unwrap_or_default();
        let pagu: Vec<Decimal> = years.iter().map(amount).collect();
        if let Some(known) = rows.iter_mut().find(|known| known.kode == row.kode.value) {
            for (sum, own) in known.pagu.iter_mut().zip(&pagu) {
                *sum = sum.checked_add(*own)?;
            }
            continue;
        }
        let name = row.uraian.value().map(|name| {
            let words: Vec<&str> = name.split_whitespace().collect();
            words.join(" ")
        });
        rows.push(Row {
            nama: name.unwrap_or_else(|| row.kode.value.to_string()),
            kode: row.kode.value.clone(),
            pagu,
        });
    }
    rows.retain(|row| row.pagu.iter().any(|amount| !amount.is_zero()));
    let negative = |row: &Row| row.pagu.iter().any(Decimal::is_sign_negative);
    (!rows.iter().any(negative)).then_some(rows)
}

/// The programs with the most money, the others added up behind them.
fn largest(mut rows: Vec<Row>) -> Option<Vec<Row>> {
    if rows.len() <= MOST {
        return Some(rows);
    }
    let sum = |row: &Row| row.pagu.iter().sum::<Decimal>();
    let mut sums: Vec<Decimal> = rows.iter().map(sum).collect();
    sums.sort_unstable_by(|a, b| b.cmp(a));
    let least = *sums.get(MOST - 2)?;
    let mut kept = 0;
    let (large, small): (Vec<Row>, Vec<Row>) = rows.drain(..).partition(|row| {
        let keep = sum(row) >= least && kept < MOST - 1;
        kept += usize::from(keep);
        keep
    });
    rows = large;
    let mut rest = small.into_iter();
    let mut other = rest.next()?;
    let mut count = 1;
    for row in rest {
        count += 1;
        for (sum, own) in other.pagu.iter_mut().zip(&row.pagu) {
            *sum = sum.checked_add(*own)?;
        }
    }
    other.nama = format!("{count} program lainnya");
    rows.push(other);
    Some(rows)
}
