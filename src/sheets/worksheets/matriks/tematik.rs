//! Which programmes, kegiatan and sub kegiatan serve a theme of the region or the nation
//! (stunting, SPM, gender, a programme of the mayor's). Practice, of no form.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

/// Shape of the sheet: a theme over its kode.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Tematik,
    tab_alias: &["tagging tematik", "penandaan tematik"],
    title: &["tematik", "penandaan tematik"],
    column: &[
        NO,
        Column::new("tema", &["Tema"], &["tema", "tematik"], Kind::Text)
            .required()
            .parent()
            .width(36),
        Column::new("kode", &["Kode"], &["kode"], Kind::Text)
            .required()
            .width(24),
        Column::new(
            "uraian",
            &["Program/Kegiatan/Subkegiatan"],
            &["program", "kegiatan", "sub kegiatan", "uraian"],
            Kind::Text,
        )
        .width(48),
        Column::new("keterangan", &["Keterangan"], &["keterangan"], Kind::Text).width(24),
    ],
};
