//! T-C.24: Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah.

use crate::diagnostic::Diagnostics;
use crate::model::{AnggaranRealisasi, Worksheet};
use crate::sheets::heading;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape: 18 columns with five years (Permendagri 86/2017, T-C.24).
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Tc24,
    tab_alias: &["anggaran realisasi", "anggaran dan realisasi"],
    title: &["anggaran dan realisasi pendanaan", "tabel t c 24"],
    column: &[
        Column::new(
            "uraian",
            &["Uraian"],
            &["uraian", "program", "progam"],
            Kind::Text,
        )
        .required()
        .width(44),
        Column::new(
            "anggaran",
            &["Anggaran pada Tahun ke-", "{tahun}"],
            &["anggaran pada tahun", "anggaran"],
            Kind::Rupiah,
        )
        .required()
        .width(18),
        Column::new(
            "realisasi",
            &["Realisasi Anggaran pada Tahun ke-", "{tahun}"],
            &["realisasi anggaran", "realisasi"],
            Kind::Rupiah,
        )
        .required()
        .width(18),
        Column::new(
            "rasio",
            &["Rasio antara Realisasi dan Anggaran Tahun ke-", "{tahun}"],
            &[
                "rasio antara realisasi",
                "rasio",
                "%",
                "persentase",
                "capaian",
            ],
            Kind::Target,
        )
        .width(10),
        Column::new(
            "pertumbuhan_anggaran",
            &["Rata-rata Pertumbuhan", "Anggaran"],
            &["rata rata pertumbuhan/anggaran"],
            Kind::Target,
        )
        .width(18),
        Column::new(
            "pertumbuhan_realisasi",
            &["Rata-rata Pertumbuhan", "Realisasi"],
            &["rata rata pertumbuhan/realisasi"],
            Kind::Target,
        )
        .width(18),
    ],
};

/// Reads the table. Ratio and growth can be computed, so nothing but an error cell
/// is reported of what was typed there.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<AnggaranRealisasi> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        let uraian = row.required_text("uraian", out)?;
        Some(AnggaranRealisasi {
            jumlah: heading::is_grand_total(&uraian.value),
            uraian,
            anggaran: row.rupiah_per_tahun("anggaran", out),
            realisasi: row.rupiah_per_tahun("realisasi", out),
            rasio: row.target_per_tahun("rasio", &mut Diagnostics::new()),
            pertumbuhan_anggaran: row.target("pertumbuhan_anggaran", &mut Diagnostics::new()),
            pertumbuhan_realisasi: row.target("pertumbuhan_realisasi", &mut Diagnostics::new()),
        })
    })
}
