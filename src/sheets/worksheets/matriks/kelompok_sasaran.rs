//! Kelompok sasaran layanan (Inmendagri 2/2025, subchapter 2.1.4).

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

/// Printed shape.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::KelompokSasaran,
    tab_alias: &["kelompok sasaran layanan"],
    title: &["kelompok sasaran"],
    column: &[
        NO,
        Column::new(
            "layanan",
            &["Program/Jenis Layanan"],
            &["program", "jenis layanan", "layanan"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(44),
        Column::new(
            "kelompok_sasaran",
            &["Kelompok Sasaran"],
            &["kelompok sasaran"],
            Kind::Text,
        )
        .required()
        .width(60),
    ],
};
