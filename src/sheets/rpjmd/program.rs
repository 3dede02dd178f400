//! RPJMD: programmes with their indicators, money, agency, and the mark of a priority.

use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Indikator, Kode, PerTahun, Rupiah, Worksheet};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::SATUAN;
use crate::sheets::table::{Account, Table};
use crate::sheets::worksheets::tujuan_sasaran::indikator;
use crate::workbook::Sheet;

const TARGET_GROUP: &str = "Capaian Kinerja Program dan Kerangka Pendanaan";
const AKHIR_GROUP: &str = "Kondisi Kinerja pada akhir periode RPJMD";

/// Printed shape: the programme table of chapter VII of an RPJMD, with a column
/// for the mark of a priority programme.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::RpjmdProgram,
    tab_alias: &["program", "program prioritas", "program perangkat daerah"],
    title: &["program", "indikasi rencana program", "program pembangunan"],
    column: &[
        Column::new("sasaran", &["Sasaran"], &["sasaran"], Kind::Text)
            .parent()
            .width(32),
        Column::new("kode", &["Kode"], &["kode"], Kind::Kode)
            .required()
            .width(14),
        Column::new(
            "uraian",
            &["Bidang Urusan Pemerintahan dan Program"],
            &["bidang urusan", "program", "uraian"],
            Kind::Text,
        )
        .required()
        .width(44),
        Column::new(
            "indikator",
            &["Indikator Kinerja Program (outcome)"],
            &["indikator kinerja", "indikator"],
            Kind::Text,
        )
        .required()
        .width(40),
        SATUAN,
        Column::new(
            "target_awal",
            &["Kondisi Kinerja Awal RPJMD"],
            &[
                "kondisi kinerja awal",
                "kondisi kinerja pada awal",
                "kondisi awal",
                "baseline",
            ],
            Kind::Target,
        ),
        Column::new(
            "target",
            &[TARGET_GROUP, "{tahun}", "target"],
            &["target", "k"],
            Kind::Target,
        )
        .required()
        .width(12),
        Column::new(
            "pagu",
            &[TARGET_GROUP, "{tahun}", "Rp"],
            &["rp", "pagu", "dana"],
            Kind::Rupiah,
        )
        .required()
        .width(18),
        Column::new(
            "target_akhir",
            &[TARGET_GROUP, AKHIR_GROUP, "target"],
            &[
                "kondisi kinerja pada akhir/target",
                "kondisi kinerja pada akhir/k",
            ],
            Kind::Target,
        )
        .width(12),
        Column::new(
            "pagu_akhir",
            &[TARGET_GROUP, AKHIR_GROUP, "Rp"],
            &[
                "kondisi kinerja pada akhir/rp",
                "kondisi kinerja pada akhir/pagu",
            ],
            Kind::Rupiah,
        )
        .width(18),
        Column::new(
            "opd",
            &["Perangkat Daerah Penanggung Jawab"],
            &["perangkat daerah", "opd", "penanggung jawab"],
            Kind::Text,
        )
        .required()
        .width(36),
        Column::new(
            "prioritas",
            &["Program Prioritas/Unggulan"],
            &[
                "program prioritas",
                "prioritas",
                "program unggulan",
                "unggulan",
            ],
            Kind::Text,
        )
        .width(24),
    ],
};

/// One row as typed.
#[derive(Debug, Clone)]
pub struct ProgramRpjmdRow {
    /// RPJMD objective that the programme serves, as shown in the row.
    pub sasaran: Entry<String>,
    /// Code; missing on rows of a further indicator.
    pub kode: Entry<Kode>,
    /// Name of the programme.
    pub uraian: Entry<String>,
    /// Indicator with its targets.
    pub indikator: Option<Indikator>,
    /// Money per year, rupiah.
    pub pagu: PerTahun<Rupiah>,
    /// Money of the whole period, rupiah.
    pub pagu_akhir: Entry<Rupiah>,
    /// Agencies in charge, as typed.
    pub opd: Entry<String>,
    /// Name of the priority, or any mark.
    pub prioritas: Entry<String>,
}

/// Reads the table.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<ProgramRpjmdRow> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        Some(ProgramRpjmdRow {
            sasaran: row.parent("sasaran", out),
            kode: row.kode("kode", out),
            uraian: row.text("uraian", out),
            indikator: indikator(row, out),
            pagu: row.rupiah_per_tahun("pagu", out),
            pagu_akhir: row.rupiah("pagu_akhir", out),
            opd: row.text("opd", out),
            prioritas: row.text("prioritas", out),
        })
    })
}
