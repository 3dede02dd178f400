//! Worksheets of words only: each is its shape, and one reader reads them all.

pub(super) mod arah_kebijakan;
pub(super) mod arah_kebijakan_tahun;
pub(super) mod capaian_spm;
pub(super) mod crosscutting;
pub(super) mod faktor;
pub(super) mod isu_teknik;
pub(super) mod kelompok_sasaran;
pub(super) mod manual_indikator;
pub(super) mod penahapan;
pub(super) mod perumusan;
pub(super) mod prioritas;
pub(super) mod renja;
pub(super) mod tematik;

use std::collections::BTreeMap;

use super::schema::{Kind, Schema};
use super::table::{Account, Table};
use crate::diagnostic::Diagnostics;
use crate::model::{BarisMatriks, Entry};
use crate::workbook::Sheet;

/// Reads the rows. A merged or repeated parent is filled where it begins.
pub fn read(
    sheet: &Sheet,
    schema: &'static Schema,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<BarisMatriks> {
    let Some(table) = Table::find(sheet, schema, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        let sel: BTreeMap<_, _> = schema
            .column
            .iter()
            .filter(|column| column.kind != Kind::No && !column.yearly())
            .map(|column| (column.key, row.text(column.key, out)))
            .collect();
        let mut per_tahun = BTreeMap::new();
        for column in schema.column.iter().filter(|column| column.yearly()) {
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
            lanjutan: schema
                .column
                .iter()
                .map(|column| column.key)
                .filter(|key| row.continues(key))
                .collect(),
            origin: row.first_origin(),
        })
    })
}
