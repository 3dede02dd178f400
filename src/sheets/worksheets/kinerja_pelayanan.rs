//! T-C.23: Pencapaian Kinerja Pelayanan Perangkat Daerah.

use crate::diagnostic::Diagnostics;
use crate::model::{KinerjaPelayanan, Worksheet};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{NO, SATUAN};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape: 20 columns with five years (Permendagri 86/2017, T-C.23).
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Tc23,
    tab_alias: &["kinerja pelayanan", "pencapaian kinerja"],
    title: &["pencapaian kinerja pelayanan", "tabel t c 23"],
    column: &[
        NO,
        Column::new(
            "indikator",
            &["Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah"],
            &["indikator kinerja", "indikator"],
            Kind::Text,
        )
        .required()
        .width(44),
        SATUAN,
        Column::new(
            "target_nspk",
            &["Target NSPK"],
            &[
                "target nspk",
                "target spm",
                "target indikator spm",
                "targetn spm",
            ],
            Kind::Target,
        ),
        Column::new("target_ikk", &["Target IKK"], &["target ikk"], Kind::Target),
        Column::new(
            "target_lain",
            &["Target Indikator Lainnya"],
            &["target indikator lainnya", "target sdgs"],
            Kind::Target,
        ),
        Column::new(
            "target",
            &["Target Renstra Perangkat Daerah Tahun ke-", "{tahun}"],
            &["target renstra", "target"],
            Kind::Target,
        )
        .required(),
        Column::new(
            "realisasi",
            &["Realisasi Capaian Tahun ke-", "{tahun}"],
            &["realisasi capaian", "realisasi"],
            Kind::Target,
        )
        .required(),
        Column::new(
            "rasio",
            &["Rasio Capaian pada Tahun ke-", "{tahun}"],
            &["rasio capaian", "rasio", "capaian", "%"],
            Kind::Target,
        ),
    ],
};

/// Reads the table.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<KinerjaPelayanan> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        Some(KinerjaPelayanan {
            indikator: row.required_text("indikator", out)?,
            satuan: row.text("satuan", out),
            target_nspk: row.target("target_nspk", out),
            target_ikk: row.target("target_ikk", out),
            target_lain: row.target("target_lain", out),
            target: row.target_per_tahun("target", out),
            realisasi: row.target_per_tahun("realisasi", out),
            rasio: row.target_per_tahun("rasio", out),
        })
    })
}
