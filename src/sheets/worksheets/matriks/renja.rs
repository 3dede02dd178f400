//! What a year's Renja says of programmes and the plan does not: source of money, place,
//! priorities, what was reached. Kept next to the plan, and printed in the Renja alone.
//!
//! One sheet a year, `Renja 2026`.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

/// Shape of the sheet; no regulation prints it.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Renja,
    tab_alias: &["isian renja", "data renja"],
    title: &["isian renja"],
    column: &[
        NO,
        Column::new("kode", &["Kode"], &["kode"], Kind::Text)
            .required()
            .width(22),
        Column::new(
            "sumber_dana",
            &["Sumber Dana"],
            &["sumber dana", "sumber pendanaan"],
            Kind::Text,
        )
        .required()
        .width(20),
        Column::new("lokasi", &["Lokasi"], &["lokasi"], Kind::Text).width(24),
        Column::new(
            "prioritas_nasional",
            &["Prioritas Nasional"],
            &["prioritas nasional", "prioritas/nasional"],
            Kind::Text,
        )
        .width(24),
        Column::new(
            "prioritas_daerah",
            &["Prioritas Daerah"],
            &["prioritas daerah", "prioritas/daerah"],
            Kind::Text,
        )
        .width(24),
        Column::new(
            "kelompok_sasaran",
            &["Kelompok Sasaran"],
            &["kelompok sasaran"],
            Kind::Text,
        )
        .width(24),
        Column::new(
            "realisasi",
            &["Realisasi Dua Tahun Sebelumnya"],
            &["realisasi"],
            Kind::Text,
        )
        .width(16),
        Column::new(
            "prakiraan",
            &["Prakiraan Capaian Tahun Sebelumnya"],
            &["prakiraan"],
            Kind::Text,
        )
        .width(16),
        Column::new("catatan", &["Catatan Penting"], &["catatan"], Kind::Text).width(24),
    ],
};
