//! Teknik menyimpulkan isu strategis (Inmendagri 2/2025, subchapter 2.2.2).

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

const GROUP: &str = "Isu Lingkungan Dinamis yang Relevan dengan PD";

/// Printed shape: seven columns.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::IsuTeknik,
    tab_alias: &["teknik isu strategis", "isu strategis perangkat daerah"],
    title: &["teknik menyimpulkan isu strategis", "isu strategis"],
    column: &[
        NO,
        Column::new(
            "potensi",
            &["Potensi Daerah yang Menjadi Kewenangan PD"],
            &["potensi daerah", "potensi"],
            Kind::Text,
        )
        .parent()
        .width(30),
        Column::new(
            "permasalahan",
            &["Permasalahan PD"],
            &["permasalahan", "capaian kinerja peluang", "capaian kinerja"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(34),
        Column::new(
            "isu_klhs",
            &["Isu KLHS yang Relevan dengan PD"],
            &["isu klhs"],
            Kind::Text,
        )
        .parent()
        .width(26),
        Column::new(
            "global",
            &[GROUP, "Global"],
            &["isu lingkungan dinamis/global", "global"],
            Kind::Text,
        )
        .parent()
        .width(22),
        Column::new(
            "nasional",
            &[GROUP, "Nasional"],
            &["isu lingkungan dinamis/nasional", "nasional"],
            Kind::Text,
        )
        .parent()
        .width(22),
        Column::new(
            "regional",
            &[GROUP, "Regional"],
            &["isu lingkungan dinamis/regional", "regional"],
            Kind::Text,
        )
        .parent()
        .width(22),
        Column::new(
            "isu_strategis",
            &["Isu Strategis PD"],
            &["isu strategis"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(34),
    ],
};
