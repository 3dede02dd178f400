//! Penahapan Renstra (Inmendagri 2/2025, subchapter 3.3): a text, or a tick, a year.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};

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
        Column::new("no", &["No"], &["no", "nomor"], Kind::No).width(5),
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
