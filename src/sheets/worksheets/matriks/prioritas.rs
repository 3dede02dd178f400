//! Subkegiatan prioritas dalam mendukung program prioritas pembangunan daerah
//! (Inmendagri 2/2025, BAB IV).

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{KETERANGAN, NO};

/// Printed shape: five columns; some offices add the output.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Prioritas,
    tab_alias: &["prioritas", "sub kegiatan prioritas"],
    title: &["daftar sub kegiatan prioritas", "sub kegiatan prioritas"],
    column: &[
        NO,
        Column::new(
            "program_prioritas",
            &["Program Prioritas"],
            &["program prioritas", "program"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(40),
        Column::new("outcome", &["Outcome"], &["outcome"], Kind::Text)
            .parent()
            .width(36),
        Column::new("output", &["Output"], &["output"], Kind::Text).width(36),
        Column::new(
            "kegiatan",
            &["Kegiatan/Subkegiatan"],
            &["kegiatan", "sub kegiatan"],
            Kind::Text,
        )
        .required()
        .width(48),
        KETERANGAN,
    ],
};
