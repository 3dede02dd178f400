//! Capaian standar pelayanan minimal: what of each service that every citizen is owed was
//! given in the years before the plan. Bidang urusan 1.01 to 1.06 alone have such services.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{NO, SATUAN};

/// Printed shape: one column a year behind the target.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::CapaianSpm,
    tab_alias: &["spm", "standar pelayanan minimal"],
    title: &[
        "capaian spm",
        "capaian standar pelayanan minimal",
        "pencapaian spm",
        "pencapaian standar pelayanan minimal",
    ],
    column: &[
        NO,
        Column::new(
            "jenis_layanan",
            &["Jenis Pelayanan Dasar"],
            &[
                "jenis pelayanan dasar",
                "jenis layanan dasar",
                "jenis pelayanan",
                "pelayanan dasar",
            ],
            Kind::Text,
        )
        .required()
        .parent()
        .width(44),
        Column::new(
            "indikator",
            &["Indikator SPM"],
            &["indikator spm", "indikator pencapaian", "indikator"],
            Kind::Text,
        )
        .width(44),
        SATUAN,
        Column::new("target", &["Target"], &["target"], Kind::Text),
        Column::new(
            "realisasi",
            &["Realisasi Tahun", "{tahun}"],
            &["realisasi", "capaian", "{tahun}"],
            Kind::Text,
        )
        .required(),
    ],
};
