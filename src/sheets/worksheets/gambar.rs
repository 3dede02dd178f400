//! Sheet Gambar: pictures of the agency's own, each a file next to the workbook.

use crate::diagnostic::Diagnostics;
use crate::model::{GambarSendiri, Worksheet};
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Shape of the sheet; what it names is printed, the sheet is not.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Gambar,
    tab_alias: &["daftar gambar"],
    title: &["gambar"],
    column: &[
        NO,
        Column::new(
            "subbab",
            &["Subbab"],
            &["subbab", "sub bab", "bab"],
            Kind::Text,
        )
        .required()
        .width(12),
        Column::new(
            "judul",
            &["Judul Gambar"],
            &["judul gambar", "judul"],
            Kind::Text,
        )
        .required()
        .width(60),
        Column::new(
            "berkas",
            &["Berkas"],
            &["berkas", "nama berkas", "file", "nama file"],
            Kind::Text,
        )
        .required()
        .width(36),
        Column::new(
            "sumber",
            &["Sumber"],
            &["sumber", "sumber gambar"],
            Kind::Text,
        )
        .width(36),
    ],
};

/// Reads the rows. One without a file is the rest of a form.
pub fn read(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<GambarSendiri> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        Some(GambarSendiri {
            berkas: row.required_text("berkas", out)?,
            subbab: row.text("subbab", out),
            judul: row.text("judul", out),
            sumber: row.text("sumber", out),
            tempat: None,
        })
    })
}
