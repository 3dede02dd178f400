//! Teknik merumuskan program, kegiatan, dan subkegiatan (Inmendagri 2/2025, BAB IV):
//! a staircase, one step a row.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};

/// Printed shape: eight columns.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Perumusan,
    tab_alias: &[
        "rumusan program",
        "teknik merumuskan program",
        "program kegiatan",
    ],
    title: &[
        "teknik merumuskan program",
        "rumusan program",
        "program kegiatan dan sub kegiatan",
        "perumusan program",
    ],
    column: &[
        Column::new(
            "nspk",
            &["NSPK dan Sasaran RPJMD yang Relevan"],
            &["nspk"],
            Kind::Text,
        )
        .width(28),
        Column::new("tujuan", &["Tujuan"], &["tujuan"], Kind::Text).width(28),
        Column::new("sasaran", &["Sasaran"], &["sasaran"], Kind::Text)
            .required()
            .width(28),
        Column::new("outcome", &["Outcome"], &["outcome"], Kind::Text)
            .required()
            .width(30),
        Column::new("output", &["Output"], &["output"], Kind::Text)
            .required()
            .width(30),
        Column::new("indikator", &["Indikator"], &["indikator"], Kind::Text)
            .required()
            .width(34),
        Column::new(
            "uraian",
            &["Program/Kegiatan/Subkegiatan"],
            &["program"],
            Kind::Text,
        )
        .required()
        .width(44),
        Column::new("keterangan", &["Keterangan"], &["keterangan"], Kind::Text).width(16),
    ],
};
