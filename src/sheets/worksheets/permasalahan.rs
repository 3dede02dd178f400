//! T-B.35: Pemetaan Permasalahan untuk Penentuan Prioritas dan Sasaran Pembangunan Daerah.

use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Worksheet};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape: four columns, parents merged downward (T-B.35).
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Tb35,
    tab_alias: &["permasalahan", "pemetaan permasalahan"],
    title: &["pemetaan permasalahan", "tabel t b 35"],
    column: &[
        NO,
        Column::new(
            "masalah_pokok",
            &["Masalah Pokok"],
            &["masalah pokok"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(40),
        Column::new("masalah", &["Masalah"], &["masalah"], Kind::Text)
            .required()
            .parent()
            .width(40),
        Column::new(
            "akar_masalah",
            &["Akar Masalah"],
            &["akar masalah"],
            Kind::Text,
        )
        .required()
        .width(50),
    ],
};

/// One row, parents as shown in it.
#[derive(Debug, Clone)]
pub struct PermasalahanRow {
    /// Main problem.
    pub masalah_pokok: Entry<String>,
    /// Problem.
    pub masalah: Entry<String>,
    /// Root.
    pub akar_masalah: Entry<String>,
}

/// Reads the table.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<PermasalahanRow> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        Some(PermasalahanRow {
            masalah_pokok: row.parent("masalah_pokok", out),
            masalah: row.parent("masalah", out),
            akar_masalah: row.text("akar_masalah", out),
        })
    })
}
