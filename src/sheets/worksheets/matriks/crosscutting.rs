//! What other agencies give to the agency's objectives and programmes, and it to theirs:
//! crosscutting of performance. Practice of SAKIP, of no form.

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

/// Shape of the sheet: a statement over the agencies that it rests on.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Crosscutting,
    tab_alias: &["cross cutting", "keterkaitan kinerja"],
    title: &["crosscutting", "cross cutting", "keterkaitan kinerja"],
    column: &[
        NO,
        Column::new(
            "kinerja",
            &["Sasaran/Program/Kegiatan"],
            &["sasaran", "program", "kegiatan", "kinerja", "uraian"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(48),
        Column::new(
            "opd_terkait",
            &["Perangkat Daerah Terkait"],
            &[
                "perangkat daerah terkait",
                "perangkat daerah",
                "pd terkait",
                "opd terkait",
            ],
            Kind::Text,
        )
        .required()
        .width(36),
        Column::new(
            "dukungan",
            &["Bentuk Dukungan"],
            &["bentuk dukungan", "dukungan", "peran", "bentuk keterkaitan"],
            Kind::Text,
        )
        .width(48),
        Column::new("keterangan", &["Keterangan"], &["keterangan"], Kind::Text).width(24),
    ],
};
