//! Isu strategis (subchapter 3.5), with USG scores where the agency gave them.

use crate::diagnostic::Diagnostics;
use crate::model::{IsuStrategis, Worksheet};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::IsuStrategis,
    tab_alias: &["isu", "penentuan isu strategis"],
    title: &["isu strategis", "penentuan isu", "nilai skala isu"],
    column: &[
        NO,
        Column::new(
            "uraian",
            &["Isu Strategis"],
            &["isu strategis", "isu"],
            Kind::Text,
        )
        .required()
        .width(60),
        Column::new(
            "urgency",
            &["Skor", "Urgency (U)"],
            &["urgency", "u"],
            Kind::Angka,
        ),
        Column::new(
            "seriousness",
            &["Skor", "Seriousness (S)"],
            &["seriousness", "s"],
            Kind::Angka,
        ),
        Column::new(
            "growth",
            &["Skor", "Growth (G)"],
            &["growth", "g"],
            Kind::Angka,
        ),
        Column::new("total", &["Total"], &["total", "jumlah"], Kind::No),
        Column::new(
            "peringkat",
            &["Peringkat"],
            &["peringkat", "rangking", "prioritas"],
            Kind::No,
        ),
    ],
};

/// Reads the table. Total and rank are computed.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<IsuStrategis> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        Some(IsuStrategis {
            uraian: row.required_text("uraian", out)?,
            urgency: row.angka("urgency", out),
            seriousness: row.angka("seriousness", out),
            growth: row.angka("growth", out),
        })
    })
}
