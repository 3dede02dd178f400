//! Arah kebijakan: operasionalisasi NSPK dan arah kebijakan RPJMD (Inmendagri
//! 2/2025, subchapter 3.4).

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

/// Printed shape: five columns.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::ArahKebijakan,
    tab_alias: &["arah kebijakan renstra", "linearitas nspk"],
    title: &[
        "arah kebijakan renstra",
        "linearitas operasionalisasi nspk",
        "arah kebijakan",
    ],
    column: &[
        NO,
        Column::new(
            "nspk",
            &["Operasionalisasi NSPK"],
            &["operasionalisasi nspk", "operasional nspk", "nspk"],
            Kind::Text,
        )
        .parent()
        .width(36),
        Column::new(
            "arah_kebijakan_rpjmd",
            &["Arah Kebijakan RPJMD"],
            &["arah kebijakan rpjmd"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(40),
        Column::new(
            "arah_kebijakan",
            &["Arah Kebijakan Renstra PD"],
            &[
                "arah kebijakan renstra",
                "arah kebijakan pd",
                "arah kebijakan perangkat daerah",
            ],
            Kind::Text,
        )
        .required()
        .width(40),
        Column::new("keterangan", &["Keterangan"], &["keterangan"], Kind::Text).width(20),
    ],
};
