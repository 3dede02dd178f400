//! Indikator Kinerja Utama: the sheet of PermenPAN-RB practice (SAKIP), used in BAB VII.

use super::tujuan_sasaran::indikator;
use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Iku, Located, Worksheet};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{
    DEFINISI, FORMULA, KETERANGAN, NO, PENANGGUNG_JAWAB, SATUAN, SUMBER_DATA,
};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Iku,
    tab_alias: &["indikator kinerja utama"],
    title: &[
        "indikator kinerja utama",
        "penetapan indikator kinerja utama",
        "iku",
    ],
    column: &[
        NO,
        Column::new(
            "sasaran",
            &["Sasaran"],
            &["sasaran", "tujuan sasaran"],
            Kind::Text,
        )
        .parent()
        .width(36),
        Column::new(
            "indikator",
            &["Indikator Kinerja Utama"],
            &["indikator kinerja utama", "indikator kinerja", "indikator"],
            Kind::Text,
        )
        .required()
        .width(40),
        DEFINISI,
        FORMULA,
        SATUAN,
        Column::new(
            "target_awal",
            &["Kondisi Awal"],
            &[
                "kondisi awal",
                "base line",
                "baseline",
                "kondisi kinerja pada awal",
            ],
            Kind::Target,
        ),
        Column::new(
            "target",
            &["Target pada Tahun", "{tahun}"],
            &["target", "{tahun}"],
            Kind::Target,
        )
        .required(),
        SUMBER_DATA,
        PENANGGUNG_JAWAB,
        KETERANGAN,
    ],
};

/// Reads the table. A blank sasaran is the one above.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<Iku> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    let mut sasaran: Option<Located<String>> = None;
    table.read(account, out, |row, out| {
        if let Entry::Filled(named) = row.parent("sasaran", out) {
            sasaran = Some(named);
        }
        Some(Iku {
            sasaran: sasaran.clone(),
            indikator: indikator(row, out)?,
            sumber_data: row.text("sumber_data", out),
            penanggung_jawab: row.text("penanggung_jawab", out),
        })
    })
}
