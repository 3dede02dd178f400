//! Teknik merumuskan tujuan dan sasaran (Inmendagri 2/2025, subchapters 3.1 and 3.2).

use super::tujuan_sasaran::{TujuanSasaranRow, indikator};
use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Worksheet, text};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{
    BASELINE, DEFINISI, FORMULA, INDIKATOR, KETERANGAN, SATUAN, TARGET_TAHUN,
};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape: twelve columns with a transition year, two rows of headings.
/// Some offices keep tujuan and sasaran in one column, told apart by a word.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::TujuanSasaran,
    tab_alias: &["tujuan dan sasaran", "matrik tujuan sasaran"],
    title: &[
        "teknik merumuskan tujuan",
        "tujuan dan sasaran renstra",
        "tujuan dan sasaran jangka menengah",
        "matrik tujuan dan sasaran",
    ],
    column: &[
        Column::new(
            "nspk",
            &["NSPK dan Sasaran RPJMD yang Relevan"],
            &["nspk"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(30),
        Column::new(
            "sasaran_rpjmd",
            &["Sasaran RPJMD"],
            &["sasaran rpjmd"],
            Kind::Text,
        )
        .parent()
        .width(30),
        Column::new(
            "tujuan",
            &["Tujuan"],
            &["tujuan", "tujuan dan sasaran"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(30),
        Column::new("sasaran", &["Sasaran"], &["sasaran"], Kind::Text)
            .parent()
            .width(30),
        INDIKATOR,
        DEFINISI,
        FORMULA,
        SATUAN,
        BASELINE,
        TARGET_TAHUN,
        KETERANGAN,
    ],
};

/// Reads the table.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<TujuanSasaranRow> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    let together = table.col("sasaran").is_none();
    table.read(account, out, |row, out| {
        let mut tujuan = row.parent("tujuan", out);
        let mut sasaran = row.parent("sasaran", out);
        if together && let Entry::Filled(both) = &tujuan {
            let named = text::plain(&both.value).starts_with("sasaran");
            let bare = both.clone().map(|value| without_word(&value));
            if named {
                (tujuan, sasaran) = (Entry::Missing, Entry::Filled(bare));
            } else {
                tujuan = Entry::Filled(bare);
            }
        }
        Some(TujuanSasaranRow {
            nspk: row.parent("nspk", out),
            sasaran_rpjmd: row.parent("sasaran_rpjmd", out),
            tujuan,
            sasaran,
            indikator: indikator(row, out),
            origin: row.first_origin(),
        })
    })
}

/// `Sasaran: Meningkatnya …` without the word of its level. `Sasaran 1: …` is a name
/// that the office gave, and stays.
fn without_word(value: &str) -> String {
    let counted = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    match value.split_once(':') {
        Some((word, rest)) if word.len() < 16 && !counted(word) => rest.trim().to_owned(),
        _ => value.to_owned(),
    }
}
