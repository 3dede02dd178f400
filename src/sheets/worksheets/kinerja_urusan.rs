//! T-C.28: Indikator Kinerja Perangkat Daerah yang Mengacu pada Tujuan dan Sasaran RPJMD.

use super::tujuan_sasaran::indikator;
use crate::diagnostic::Diagnostics;
use crate::model::{Indikator, Worksheet};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{NO, SATUAN};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape: 9 columns with five years (Permendagri 86/2017, T-C.28).
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Tc28,
    tab_alias: &["indikator kinerja", "kinerja penyelenggaraan bidang urusan"],
    title: &["indikator kinerja perangkat daerah", "tabel t c 28"],
    column: &[
        NO,
        Column::new("indikator", &["Indikator"], &["indikator"], Kind::Text)
            .required()
            .width(50),
        SATUAN,
        Column::new(
            "target_awal",
            &["Kondisi Kinerja pada awal periode RPJMD"],
            &["kondisi kinerja pada awal", "kondisi awal"],
            Kind::Target,
        )
        .required(),
        Column::new(
            "target",
            &["Target Capaian Setiap Tahun", "{tahun}"],
            &["target capaian", "target"],
            Kind::Target,
        )
        .required(),
        Column::new(
            "target_akhir",
            &["Kondisi Kinerja pada akhir periode RPJMD"],
            &["kondisi kinerja pada akhir", "kondisi akhir"],
            Kind::Target,
        )
        .required(),
    ],
};

/// Reads the table.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<Indikator> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, indikator)
}
