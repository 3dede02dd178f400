//! Columns that several worksheets have in the same form.

use super::schema::{Column, Kind};

/// Running number; the document counts again.
pub(super) const NO: Column = Column::new("no", &["No"], &["no", "nomor"], Kind::No).width(5);

/// Unit of an indicator or of a number.
pub(super) const SATUAN: Column = Column::new("satuan", &["Satuan"], &["satuan"], Kind::Text);

/// Remark.
pub(super) const KETERANGAN: Column =
    Column::new("keterangan", &["Keterangan"], &["keterangan"], Kind::Text).width(18);

/// Goal, merged over its rows.
pub(super) const TUJUAN: Column = Column::new("tujuan", &["Tujuan"], &["tujuan"], Kind::Text)
    .required()
    .parent()
    .width(36);

/// Objective, merged over its rows.
pub(super) const SASARAN: Column = Column::new("sasaran", &["Sasaran"], &["sasaran"], Kind::Text)
    .required()
    .parent()
    .width(36);

/// Indicator of a goal or of an objective.
pub(super) const INDIKATOR_TUJUAN: Column = Column::new(
    "indikator",
    &["Indikator Tujuan/Sasaran"],
    &["indikator tujuan", "indikator kinerja", "indikator"],
    Kind::Text,
)
.required()
.width(40);

/// Indicator, under the heading of 2025.
pub(super) const INDIKATOR: Column =
    Column::new("indikator", &["Indikator"], &["indikator"], Kind::Text)
        .required()
        .width(36);

/// Baseline, under the heading of 2025.
pub(super) const BASELINE: Column = Column::new(
    "target_awal",
    &["Baseline"],
    &["baseline", "base line", "kondisi awal"],
    Kind::Target,
);

/// Targets, under the heading of 2025.
pub(super) const TARGET_TAHUN: Column = Column::new(
    "target",
    &["Target Tahun", "{tahun}"],
    &["target", "{tahun}"],
    Kind::Target,
)
.required();

/// Where the figures of an indicator come from.
pub(super) const SUMBER_DATA: Column = Column::new(
    "sumber_data",
    &["Sumber Data"],
    &["sumber data", "sumber"],
    Kind::Text,
)
.width(28);

/// Who answers for an indicator.
pub(super) const PENANGGUNG_JAWAB: Column = Column::new(
    "penanggung_jawab",
    &["Penanggung Jawab"],
    &["penanggung jawab", "unit penanggung jawab"],
    Kind::Text,
)
.width(28);

/// What an indicator means. No regulation's table has the column; manuals of indicators
/// do, and many offices write it next to the indicator.
pub(super) const DEFINISI: Column = Column::new(
    "definisi",
    &["Definisi Operasional"],
    &["definisi operasional", "definisi"],
    Kind::Text,
)
.width(50);

/// How an indicator is computed; as [`DEFINISI`].
pub(super) const FORMULA: Column = Column::new(
    "formula",
    &["Formula"],
    &[
        "formula",
        "formulasi",
        "rumus",
        "cara perhitungan",
        "metode perhitungan",
        "metode penghitungan",
    ],
    Kind::Text,
)
.width(40);
