//! Matriks arah kebijakan: in which years each is carried out, by ticks. Of no form, but
//! half of the published plans of 2025–2029 print it in subchapter 3.4.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

/// Printed shape: one column a year.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::ArahKebijakanTahun,
    tab_alias: &["arah kebijakan per tahun", "arah kebijakan tahunan"],
    title: &["matriks arah kebijakan", "arah kebijakan per tahun"],
    column: &[
        NO,
        Column::new(
            "arah_kebijakan_rpjmd",
            &["Arah Kebijakan RPJMD"],
            &["arah kebijakan rpjmd"],
            Kind::Text,
        )
        .parent()
        .width(40),
        Column::new(
            "arah_kebijakan",
            &["Arah Kebijakan Renstra PD"],
            &[
                "arah kebijakan renstra",
                "arah kebijakan pd",
                "arah kebijakan perangkat daerah",
                "arah kebijakan",
            ],
            Kind::Text,
        )
        .required()
        .width(50),
        Column::new(
            "pelaksanaan",
            &["Tahun Pelaksanaan", "{tahun}"],
            &["tahun pelaksanaan", "pelaksanaan", "tahun", "{tahun}"],
            Kind::Text,
        )
        .required()
        .width(10),
    ],
};
