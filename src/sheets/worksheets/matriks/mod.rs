//! Worksheets of words only: each is its shape, and one reader reads them all.

pub(in crate::sheets) mod arah_kebijakan;
pub(in crate::sheets) mod arah_kebijakan_tahun;
pub(in crate::sheets) mod capaian_spm;
pub(in crate::sheets) mod crosscutting;
pub(in crate::sheets) mod faktor;
pub(in crate::sheets) mod isu_teknik;
pub(in crate::sheets) mod kelompok_sasaran;
pub(in crate::sheets) mod manual_indikator;
pub(in crate::sheets) mod penahapan;
pub(in crate::sheets) mod perumusan;
pub(in crate::sheets) mod prioritas;
pub(in crate::sheets) mod renja;
pub(in crate::sheets) mod tematik;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::model::{BarisMatriks, Entry};
use crate::sheets::schema::{Kind, Schema};
use crate::sheets::table::{Account, Table};
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
