//! Manual Indikator: what each indicator means and how it is counted, for all levels, one
//! row an indicator. Printed as an annex; practice of SAKIP, of no form.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{
    DEFINISI, FORMULA, INDIKATOR, NO, PENANGGUNG_JAWAB, SATUAN, SUMBER_DATA,
};

/// Printed shape.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::ManualIndikator,
    tab_alias: &[
        "kamus indikator",
        "kartu indikator",
        "manual ik",
        "definisi operasional",
    ],
    title: &["manual indikator", "kamus indikator", "kartu indikator"],
    column: &[
        NO,
        Column::new("tingkat", &["Tingkat"], &["tingkat", "level"], Kind::Text)
            .parent()
            .width(14),
        Column::new(
            "kinerja",
            &["Tujuan/Sasaran/Program/Kegiatan"],
            &[
                "tujuan sasaran",
                "nama tujuan",
                "tujuan",
                "sasaran",
                "program",
                "kinerja",
            ],
            Kind::Text,
        )
        .parent()
        .width(36),
        INDIKATOR,
        DEFINISI.required(),
        FORMULA.required(),
        SATUAN,
        Column::new(
            "jenis",
            &["Jenis"],
            &["jenis", "jenis indikator"],
            Kind::Text,
        )
        .width(14),
        Column::new("sifat", &["Sifat"], &["sifat", "polaritas"], Kind::Text).width(14),
        SUMBER_DATA,
        Column::new(
            "penyedia_data",
            &["Penyedia Data"],
            &["penyedia data"],
            Kind::Text,
        )
        .width(24),
        Column::new(
            "periode",
            &["Periode Pelaporan"],
            &["periode pelaporan", "periode", "frekuensi"],
            Kind::Text,
        )
        .width(16),
        PENANGGUNG_JAWAB,
    ],
};
