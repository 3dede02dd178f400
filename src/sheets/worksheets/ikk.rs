//! Indikator Kinerja Kunci (Inmendagri 2/2025, subchapter 4.6).

use super::tujuan_sasaran::indikator;
use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Ikk, Located, Worksheet, text};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{BASELINE, KETERANGAN, NO, SATUAN, TARGET_TAHUN};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape: twelve columns with a transition year.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Ikk,
    tab_alias: &["indikator kinerja kunci"],
    title: &["indikator kinerja kunci", "ikk"],
    column: &[
        NO,
        Column::new(
            "indikator",
            &["Indikator"],
            &["indikator kinerja kunci", "indikator"],
            Kind::Text,
        )
        .required()
        .width(44),
        Column::new("status", &["Status"], &["status"], Kind::Text),
        SATUAN,
        BASELINE,
        TARGET_TAHUN,
        KETERANGAN,
    ],
};

/// Reads the table. A row of one text (`2.15 - URUSAN …`) heads the rows below it.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<Ikk> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    let mut kelompok: Option<Located<String>> = None;
    let row = table.read(account, out, |row, out| {
        if let Some(band) = row.lone_text() {
            kelompok = Some(band);
            return Some(None);
        }
        let indikator = indikator(row, out)?;
        let bare = indikator.satuan.is_missing()
            && indikator.target_awal.is_missing()
            && indikator.target.values().all(Entry::is_missing);
        // A running number next to it makes a heading no indicator.
        if bare && text::plain(&indikator.uraian.value).contains("urusan") {
            kelompok = Some(indikator.uraian);
            return Some(None);
        }
        Some(Some(Ikk {
            kelompok: kelompok.clone(),
            indikator,
            status: row.text("status", out),
        }))
    });
    row.into_iter().flatten().collect()
}
