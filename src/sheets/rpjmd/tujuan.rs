//! RPJMD: visi, misi, tujuan and sasaran with their indicators.

use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Indikator, Located, Worksheet};
use crate::sheets::heading;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{INDIKATOR_TUJUAN, NO, SASARAN, SATUAN, TUJUAN};
use crate::sheets::table::{Account, Table};
use crate::sheets::worksheets::strategi::statement;
use crate::sheets::worksheets::tujuan_sasaran::indikator;
use crate::workbook::Sheet;

/// Printed shape: bands for visi and misi, one row an indicator.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::RpjmdTujuan,
    tab_alias: &["tujuan sasaran", "tujuan dan sasaran", "visi misi"],
    title: &["tujuan dan sasaran", "visi misi tujuan dan sasaran"],
    column: &[
        NO,
        TUJUAN,
        SASARAN,
        INDIKATOR_TUJUAN,
        SATUAN,
        Column::new(
            "target_awal",
            &["Kondisi Awal"],
            &[
                "kondisi awal",
                "kondisi kinerja pada awal",
                "base line",
                "baseline",
                "data awal",
            ],
            Kind::Target,
        ),
        Column::new(
            "target",
            &["Target pada Tahun", "{tahun}"],
            &["target"],
            Kind::Target,
        )
        .required()
        .width(12),
        Column::new(
            "target_akhir",
            &["Kondisi Akhir"],
            &["kondisi akhir", "kondisi kinerja pada akhir"],
            Kind::Target,
        ),
        Column::new(
            "opd",
            &["Perangkat Daerah Penanggung Jawab"],
            &["perangkat daerah", "opd", "penanggung jawab", "pengampu"],
            Kind::Text,
        )
        .width(36),
    ],
};

/// One row of the table.
#[derive(Debug, Clone)]
pub enum TujuanRpjmdRow {
    /// `VISI : …` over the whole width.
    Visi(Located<String>),
    /// `MISI 1 : …` over the whole width.
    Misi(Located<String>),
    /// An ordinary row.
    Isi(Box<TujuanRpjmdCells>),
}

/// The cells of an ordinary row, parents as shown in it.
#[derive(Debug, Clone)]
pub struct TujuanRpjmdCells {
    /// Goal.
    pub tujuan: Entry<String>,
    /// Objective.
    pub sasaran: Entry<String>,
    /// Indicator with targets.
    pub indikator: Option<Indikator>,
    /// Agencies in charge, as typed.
    pub opd: Entry<String>,
}

/// Reads the table.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<TujuanRpjmdRow> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        if let Some(band) = row.lone_text() {
            let plain = heading::plain(&band.value);
            let stated = band.map(|text| statement(&text));
            if plain.starts_with("visi") {
                return Some(TujuanRpjmdRow::Visi(stated));
            }
            if plain.starts_with("misi") {
                return Some(TujuanRpjmdRow::Misi(stated));
            }
        }
        Some(TujuanRpjmdRow::Isi(Box::new(TujuanRpjmdCells {
            tujuan: row.parent("tujuan", out),
            sasaran: row.parent("sasaran", out),
            indikator: indikator(row, out),
            opd: row.text("opd", out),
        })))
    })
}
