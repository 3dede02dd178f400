//! T-C.27: Rencana Program, Kegiatan, Sub Kegiatan dan Pendanaan.

use super::heading;
use super::shape::{Column, Kind, Shape};
use super::table::{Account, Table};
use super::tujuan_sasaran::indikator;
use crate::diagnostic::{Diagnostics, Origin};
use crate::model::{Entry, Indikator, Kode, Located, PerTahun, Rupiah};
use crate::workbook::Sheet;

const TARGET_GROUP: &str = "Target Kinerja Program dan Kerangka Pendanaan";
const AKHIR_GROUP: &str = "Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah";

/// Printed shape: 20 columns with five years, three rows of headings
/// (Permendagri 86/2017, T-C.27; "Sub Kegiatan" since Permendagri 90/2019).
pub const SHAPE: Shape = Shape {
    id: "t-c-27",
    tab: "T-C.27",
    tab_alias: &["program kegiatan", "rencana program", "pendanaan"],
    title: &["rencana program", "tabel t c 27"],
    column: &[
        Column::new("tujuan", &["Tujuan"], &["tujuan"], Kind::Text).parent().width(26),
        Column::new("sasaran", &["Sasaran"], &["sasaran"], Kind::Text).parent().width(26),
        Column::new("kode", &["Kode"], &["kode"], Kind::Kode).required().width(20),
        Column::new(
            "uraian",
            &["Program, Kegiatan, dan Sub Kegiatan"],
            &["program", "uraian"],
            Kind::Text,
        )
        .required()
        .width(44),
        Column::new(
            "indikator",
            &["Indikator Kinerja Tujuan, Sasaran, Program (outcome), Kegiatan (output), dan Sub Kegiatan"],
            &["indikator kinerja", "indikator"],
            Kind::Text,
        )
        .required()
        .width(40),
        Column::new("satuan", &["Satuan"], &["satuan"], Kind::Text),
        Column::new(
            "target_awal",
            &["Data Capaian pada Tahun Awal Perencanaan"],
            &["data capaian", "kondisi awal", "capaian awal", "base line", "baseline"],
            Kind::Target,
        ),
        Column::new("target", &[TARGET_GROUP, "{tahun}", "target"], &["target", "k"], Kind::Target)
            .required()
            .width(12),
        Column::new("pagu", &[TARGET_GROUP, "{tahun}", "Rp"], &["rp", "pagu", "dana"], Kind::Rupiah)
            .required()
            .width(18),
        Column::new(
            "target_akhir",
            &[TARGET_GROUP, AKHIR_GROUP, "target"],
            &["kondisi kinerja pada akhir/target", "kondisi kinerja pada akhir/k"],
            Kind::Target,
        )
        .width(12),
        Column::new(
            "pagu_akhir",
            &[TARGET_GROUP, AKHIR_GROUP, "Rp"],
            &["kondisi kinerja pada akhir/rp", "kondisi kinerja pada akhir/pagu"],
            Kind::Rupiah,
        )
        .width(18),
        Column::new(
            "unit",
            &["Unit Kerja Perangkat Daerah Penanggung Jawab"],
            &["unit kerja", "unit", "perangkat daerah penanggung jawab", "penanggung jawab"],
            Kind::Text,
        )
        .width(26),
        Column::new("lokasi", &["Lokasi"], &["lokasi"], Kind::Text).width(20),
    ],
};

/// One row as typed; who is whose parent is found in `normalise`.
#[derive(Debug, Clone)]
pub struct ProgramRow {
    /// Goal, as shown in the row (also where its cell is merged over it).
    pub tujuan: Entry<String>,
    /// Objective, likewise.
    pub sasaran: Entry<String>,
    /// Code; missing on rows of a goal, an objective or a further indicator.
    pub kode: Entry<Kode>,
    /// Name of program, kegiatan or sub kegiatan.
    pub uraian: Entry<String>,
    /// Indicator with its targets.
    pub indikator: Option<Indikator>,
    /// Money per year, rupiah.
    pub pagu: PerTahun<Rupiah>,
    /// Money of the whole period, rupiah.
    pub pagu_akhir: Entry<Rupiah>,
    /// Unit in charge.
    pub unit: Entry<String>,
    /// Place.
    pub lokasi: Entry<String>,
    /// What names the row a total, with whether it is the whole table's.
    pub jumlah: Option<(Located<String>, bool)>,
    /// Unit and targets in a row without an indicator, which belong to the indicator
    /// below it.
    pub nilai: Option<Box<Indikator>>,
    /// Whether the row is of the form of Inmendagri 2/2025, in which outcome and
    /// output are rows without a kode.
    pub regime_b: bool,
    /// The row, by its first filled cell.
    pub origin: Origin,
}

impl ProgramRow {
    pub(super) fn empty(origin: Origin) -> Self {
        Self {
            tujuan: Entry::Missing,
            sasaran: Entry::Missing,
            kode: Entry::Missing,
            uraian: Entry::Missing,
            indikator: None,
            pagu: PerTahun::new(),
            pagu_akhir: Entry::Missing,
            unit: Entry::Missing,
            lokasi: Entry::Missing,
            jumlah: None,
            nilai: None,
            regime_b: false,
            origin,
        }
    }
}

/// Reads the table.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<ProgramRow> {
    let Some(table) = Table::find(sheet, &SHAPE, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        if let Some(text) = row.total(&["tujuan", "sasaran", "kode", "uraian"]) {
            let whole = heading::is_grand_total(&text.value);
            return Some(ProgramRow {
                pagu: row.rupiah_per_tahun("pagu", out),
                pagu_akhir: row.rupiah("pagu_akhir", out),
                jumlah: Some((text, whole)),
                ..ProgramRow::empty(row.first_origin())
            });
        }
        Some(ProgramRow {
            jumlah: None,
            nilai: None,
            regime_b: false,
            tujuan: row.parent("tujuan", out),
            sasaran: row.parent("sasaran", out),
            kode: row.kode("kode", out),
            uraian: row.text("uraian", out),
            indikator: indikator(row, out),
            pagu: row.rupiah_per_tahun("pagu", out),
            pagu_akhir: row.rupiah("pagu_akhir", out),
            unit: row.text("unit", out),
            lokasi: row.text("lokasi", out),
            origin: row.first_origin(),
        })
    })
}
