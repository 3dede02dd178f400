//! Sheets Pegawai and Sarana (subchapter 2.2; format of real documents, no regulated number).

use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Located, Pegawai, Sarana, Worksheet};
use crate::sheets::heading;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{NO, SATUAN};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape of Pegawai.
pub const PEGAWAI: Schema = Schema {
    id: Worksheet::Pegawai,
    tab_alias: &["sumber daya manusia", "sdm", "kepegawaian"],
    title: &["sumber daya manusia", "jumlah pegawai", "pegawai"],
    column: &[
        NO,
        Column::new(
            "kelompok",
            &["Kelompok"],
            &["kelompok", "menurut"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(16),
        Column::new("uraian", &["Uraian"], &["uraian", "jenis"], Kind::Text)
            .required()
            .width(44),
        Column::new(
            "laki_laki",
            &["Jumlah Pegawai (orang)", "Laki-laki"],
            &["laki laki", "l", "pria"],
            Kind::Angka,
        ),
        Column::new(
            "perempuan",
            &["Jumlah Pegawai (orang)", "Perempuan"],
            &["perempuan", "p", "wanita"],
            Kind::Angka,
        ),
        Column::new(
            "jumlah",
            &["Jumlah Pegawai (orang)", "Jumlah"],
            &["jumlah", "total"],
            Kind::Angka,
        )
        .required(),
    ],
};

/// Printed shape of Sarana.
pub const SARANA: Schema = Schema {
    id: Worksheet::Sarana,
    tab_alias: &["sarana prasarana", "sarana dan prasarana", "aset"],
    title: &["sarana", "daftar aset", "aset"],
    column: &[
        NO,
        Column::new(
            "uraian",
            &["Jenis Sarana dan Prasarana"],
            &[
                "jenis sarana",
                "asset",
                "aset",
                "uraian",
                "nama barang",
                "sarana",
            ],
            Kind::Text,
        )
        .required()
        .width(44),
        Column::new("jumlah", &["Jumlah"], &["jumlah"], Kind::Angka).required(),
        SATUAN,
        Column::new("baik", &["Kondisi", "Baik"], &["baik"], Kind::Angka),
        Column::new(
            "cukup",
            &["Kondisi", "Cukup"],
            &["cukup", "rusak ringan"],
            Kind::Angka,
        ),
        Column::new(
            "kurang",
            &["Kondisi", "Kurang"],
            &["kurang", "rusak berat"],
            Kind::Angka,
        ),
        Column::new(
            "tahun_perolehan",
            &["Tahun Perolehan"],
            &["tahun perolehan", "perolehan"],
            Kind::Text,
        ),
        Column::new(
            "keterangan",
            &["Keterangan"],
            &["keterangan", "ket"],
            Kind::Text,
        )
        .width(24),
    ],
};

/// Reads Pegawai, the office's own totals too.
pub fn read_pegawai(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<Pegawai> {
    let Some(table) = Table::find(sheet, &PEGAWAI, out) else {
        return Vec::new();
    };
    let mut current: Option<Located<String>> = None;
    table.read(account, out, |row, out| {
        let total = row.total(&["no", "kelompok", "uraian"]);
        if let Entry::Filled(kelompok) = row.parent("kelompok", out)
            && !heading::is_total(&kelompok.value)
        {
            current = Some(kelompok);
        }
        Some(Pegawai {
            baris_jumlah: total.is_some(),
            kelompok: current.clone().or_else(|| total.clone())?,
            uraian: total.or_else(|| row.required_text("uraian", out))?,
            laki_laki: row.angka("laki_laki", out),
            perempuan: row.angka("perempuan", out),
            jumlah: row.angka("jumlah", out),
        })
    })
}

/// Reads Sarana, the office's own totals too.
pub fn read_sarana(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<Sarana> {
    let Some(table) = Table::find(sheet, &SARANA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        let total = row.total(&["no", "uraian"]);
        Some(Sarana {
            baris_jumlah: total.is_some(),
            uraian: total.or_else(|| row.required_text("uraian", out))?,
            jumlah: row.angka("jumlah", out),
            satuan: row.text("satuan", out),
            baik: row.angka("baik", out),
            cukup: row.angka("cukup", out),
            kurang: row.angka("kurang", out),
            tahun_perolehan: row.text("tahun_perolehan", out),
            keterangan: row.text("keterangan", out),
        })
    })
}
