//! Penahapan Renstra (Inmendagri 2/2025, subchapter 3.3): a text, or a tick, a year.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

/// Printed shape: one column a year.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Penahapan,
    tab_alias: &["pentahapan", "tahapan renstra"],
    title: &[
        "penahapan renstra",
        "pentahapan renstra",
        "penahapan",
        "pentahapan",
    ],
    column: &[
        NO,
        Column::new(
            "uraian",
            &["Uraian"],
            &[
                "uraian",
                "arah kebijakan",
                "sasaran",
                "strategi",
                "penahapan",
            ],
            Kind::Text,
        )
        .parent()
        .width(44),
        Column::new(
            "tahap",
            &["Tahap", "{tahun}"],
            &["tahap", "tahun", "{tahun}"],
            Kind::Text,
        )
        .required()
        .width(30),
    ],
};
