//! T-C.27: Rencana Program, Kegiatan, Sub Kegiatan dan Pendanaan.

use crate::diagnostic::Diagnostics;
use crate::model::{Baris, Entry, Kode, Located, Worksheet};
use crate::sheets::further_columns::{self, Further};
use crate::sheets::kode_in_name::KodeInName;
use crate::sheets::row::Row;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::SATUAN;
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

const TARGET_GROUP: &str = "Target Kinerja Program dan Kerangka Pendanaan";
const AKHIR_GROUP: &str = "Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah";

/// Printed shape: 20 columns with five years, three rows of headings
/// (Permendagri 86/2017, T-C.27; "Sub Kegiatan" since Permendagri 90/2019).
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Tc27,
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
        SATUAN,
        Column::new(
            "target_awal",
            &["Data Capaian pada Tahun Awal Perencanaan"],
            &["data capaian", "kondisi awal", "capaian awal", "base line", "baseline"],
            Kind::Target,
        ),
        Column::new("target", &[TARGET_GROUP, "{tahun}", "target"], &["target", "k"], Kind::Target)
            .required()
            .width(12),
        Column::new("pagu", &[TARGET_GROUP, "{tahun}", "Rp"], &["rp", "pagu", "dana", "anggaran"], Kind::Rupiah)
            .required()
            .width(18),
        Column::new(
            "target_akhir",
            &[TARGET_GROUP, AKHIR_GROUP, "target"],
            &[
                "kondisi kinerja pada akhir/target",
                "kondisi kinerja pada akhir/k",
                "target/kondisi kinerja pada akhir",
                "target akhir",
                "target kondisi kinerja pada akhir",
                "kondisi kinerja pada akhir",
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
                "kondisi kinerja pada akhir/dana",
                "kondisi kinerja pada akhir/anggaran",
                "pagu/kondisi kinerja pada akhir",
                "rp/kondisi kinerja pada akhir",
                "dana/kondisi kinerja pada akhir",
                "anggaran/kondisi kinerja pada akhir",
                "akhir periode/rp",
                "pagu akhir",
            ],
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
    /// What names the row a total.
    pub jumlah: Option<Located<String>>,
    /// The kode that the row's name has in the nomenclature, where none is typed.
    pub kode_by_name: Option<Located<Kode>>,
    /// Whether the row is of the form of Inmendagri 2/2025, in which outcome and
    /// output are rows without a kode.
    pub inmendagri_2025: bool,
    /// Its cells.
    pub baris: Baris,
}

impl ProgramRow {
    /// The row's kode, typed or known by its name.
    pub fn kode(&self) -> Option<&Kode> {
        let by_name = self.kode_by_name.as_ref().map(|kode| &kode.value);
        self.baris.kode.value().or(by_name)
    }
}

/// Reads the table.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<ProgramRow> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    let mut in_name = KodeInName::default();
    let further = further_columns::columns(sheet, table.schema, &table.header, table.rows());
    let is_apart = table.col("kode") != table.col("uraian");
    let list = table.read(account, out, |row, out| {
        let jumlah = row.total(&["tujuan", "sasaran", "kode", "uraian"]);
        let mut baris = cells(row, &further, out);
        if let Some(label) = &jumlah {
            baris.kode = Entry::Missing;
            baris.uraian = Entry::Filled(label.clone());
        } else {
            baris.uraian = row.text("uraian", out);
            baris.kode = if is_apart {
                row.kode("kode", out)
            } else {
                Entry::Empty(row.origin("uraian"))
            };
            if matches!(baris.kode, Entry::Empty(_))
                && let (Entry::Filled(kode), name) = in_name.part(baris.uraian.clone())
            {
                baris.kode = Entry::Filled(kode);
                baris.uraian = name;
            }
        }
        let parent = |key, out: &mut Diagnostics| match &jumlah {
            Some(_) => Entry::Missing,
            None => row.parent(key, out),
        };
        Some(ProgramRow {
            tujuan: parent("tujuan", out),
            sasaran: parent("sasaran", out),
            jumlah,
            kode_by_name: None,
            inmendagri_2025: false,
            baris,
        })
    });
    in_name.report(SCHEMA.tab(), out);
    list
}

/// Columns of words that a row has a field for: something is asked of them.
const FIELDS: [&str; 9] = [
    "tujuan",
    "sasaran",
    "uraian",
    "indikator",
    "satuan",
    "perangkat_daerah",
    "unit",
    "lokasi",
    "keterangan",
];

/// The cells that both forms of the table have, but for kode and name.
pub(in crate::sheets) fn cells(row: &Row<'_>, further: &[Further], out: &mut Diagnostics) -> Baris {
    let columns = row.table.schema.column.iter();
    let words = columns.filter(|c| c.kind == Kind::Text && !FIELDS.contains(&c.key));
    Baris {
        indikator: row.text("indikator", out),
        satuan: row.text("satuan", out),
        target_awal: row.target("target_awal", out),
        target: row.target_per_tahun("target", out),
        target_akhir: row.target("target_akhir", out),
        pagu: row.rupiah_per_tahun("pagu", out),
        pagu_akhir: row.rupiah("pagu_akhir", out),
        perangkat_daerah: row.text("perangkat_daerah", out),
        unit: row.text("unit", out),
        lokasi: row.text("lokasi", out),
        keterangan: row.text("keterangan", out),
        sel: words.map(|c| (c.key, row.text(c.key, out))).collect(),
        kolom_lain: further_columns::read(row.table.sheet, row.row, further, out),
        ..Baris::empty(row.first_origin())
    }
}
