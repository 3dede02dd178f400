//! Worksheets of words only: each is its shape, and one reader reads them all.

mod arah_kebijakan;
mod arah_kebijakan_tahun;
mod capaian_spm;
mod faktor;
mod isu_teknik;
mod kelompok_sasaran;
mod manual_indikator;
mod penahapan;
mod perumusan;
mod prioritas;
mod renja;
mod tematik;

use std::collections::BTreeMap;

use super::shape::{Kind, Shape};
use super::table::{Account, Table};
use crate::diagnostic::Diagnostics;
use crate::model::{BarisMatriks, Entry};
use crate::workbook::Sheet;

pub use perumusan::SHAPE as PERUMUSAN;
pub use renja::SHAPE as RENJA;

/// Every worksheet of words, in the order of a blank workbook.
pub const ALL: [&Shape; 12] = [
    &capaian_spm::SHAPE,
    &kelompok_sasaran::SHAPE,
    &faktor::SHAPE,
    &isu_teknik::SHAPE,
    &penahapan::SHAPE,
    &arah_kebijakan::SHAPE,
    &arah_kebijakan_tahun::SHAPE,
    &perumusan::SHAPE,
    &prioritas::SHAPE,
    &manual_indikator::SHAPE,
    &tematik::SHAPE,
    &renja::SHAPE,
];

/// Reads the rows. A merged or repeated parent is filled where it begins.
pub fn read(
    sheet: &Sheet,
    shape: &'static Shape,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<BarisMatriks> {
    let Some(table) = Table::find(sheet, shape, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        let sel: BTreeMap<_, _> = shape
            .column
            .iter()
            .filter(|column| column.kind != Kind::No && !column.yearly())
            .map(|column| (column.key, row.text(column.key, out)))
            .collect();
        let mut per_tahun = BTreeMap::new();
        for column in shape.column.iter().filter(|column| column.yearly()) {
            let cells = row.text_per_tahun(column.key, out);
            per_tahun.extend(
                cells
                    .into_iter()
                    .map(|(tahun, cell)| ((column.key, tahun), cell)),
            );
        }
        let filled = |entry: &Entry<String>| !entry.is_missing();
        (sel.values().any(filled) || per_tahun.values().any(filled)).then(|| BarisMatriks {
            sel,
            per_tahun,
            lanjutan: shape
                .column
                .iter()
                .map(|column| column.key)
                .filter(|key| row.continues(key))
                .collect(),
            origin: row.first_origin(),
        })
    })
}
