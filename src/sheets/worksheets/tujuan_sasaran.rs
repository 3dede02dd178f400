//! T-C.25: Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah.

use crate::diagnostic::{Diagnostics, Origin};
use crate::model::{Entry, Indikator, Worksheet};
use crate::sheets::row::Row;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{
    DEFINISI, FORMULA, INDIKATOR_TUJUAN, NO, SASARAN, SATUAN, TUJUAN,
};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape: 9 columns with five years (Permendagri 86/2017, T-C.25). Unit,
/// baseline and the RPJMD objective are not regulated, but offices add them.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Tc25,
    tab_alias: &["tujuan sasaran", "tujuan dan sasaran"],
    title: &["tujuan dan sasaran jangka menengah", "tabel t c 25"],
    column: &[
        NO,
        TUJUAN,
        SASARAN,
        INDIKATOR_TUJUAN,
        DEFINISI,
        FORMULA,
        SATUAN,
        Column::new(
            "target_awal",
            &["Kondisi Awal"],
            &[
                "kondisi awal",
                "base line",
                "baseline",
                "data awal",
                "capaian awal",
            ],
            Kind::Target,
        ),
        Column::new(
            "target",
            &["Target Kinerja Tujuan/Sasaran pada Tahun ke-", "{tahun}"],
            &["target kinerja", "target"],
            Kind::Target,
        )
        .required(),
        Column::new(
            "sasaran_rpjmd",
            &["Sasaran RPJMD"],
            &["sasaran rpjmd", "sasaran daerah", "sasaran pada rpjmd"],
            Kind::Text,
        )
        .parent()
        .width(36),
    ],
};

/// One row, parents as shown in it.
#[derive(Debug, Clone)]
pub struct TujuanSasaranRow {
    /// NSPK and objectives of the RPJMD (Inmendagri 2/2025 only).
    pub nspk: Entry<String>,
    /// Objective of the RPJMD, where it has a column of its own.
    pub sasaran_rpjmd: Entry<String>,
    /// Goal.
    pub tujuan: Entry<String>,
    /// Objective.
    pub sasaran: Entry<String>,
    /// Indicator with targets; `None` if the row names none.
    pub indikator: Option<Indikator>,
    /// The row, by its first filled cell.
    pub origin: Origin,
}

/// Reads the table.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<TujuanSasaranRow> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        Some(TujuanSasaranRow {
            nspk: Entry::Missing,
            tujuan: row.parent("tujuan", out),
            sasaran: row.parent("sasaran", out),
            sasaran_rpjmd: row.parent("sasaran_rpjmd", out),
            indikator: indikator(row, out),
            origin: row.first_origin(),
        })
    })
}

/// The row's indicator with its targets; `None` where the column is blank.
pub fn indikator(row: &Row<'_>, out: &mut Diagnostics) -> Option<Indikator> {
    Some(Indikator {
        uraian: row.required_text("indikator", out)?,
        satuan: row.text("satuan", out),
        target_awal: row.target("target_awal", out),
        target: row.target_per_tahun("target", out),
        target_akhir: row.target("target_akhir", out),
        keterangan: row.text("keterangan", out),
        hasil: Entry::Missing,
        definisi: row.text("definisi", out),
        formula: row.text("formula", out),
    })
}
