//! Permasalahan pelayanan dan faktor yang memengaruhi (Inmendagri 2/2025, subchapter 2.2.1).

use crate::model::Worksheet;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;

const GROUP: &str = "Faktor-faktor yang Memengaruhi";

/// Printed shape.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::PermasalahanFaktor,
    tab_alias: &["permasalahan pelayanan"],
    title: &["permasalahan pelayanan"],
    column: &[
        NO,
        Column::new(
            "permasalahan",
            &["Permasalahan"],
            &["permasalahan"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(40),
        Column::new(
            "internal",
            &[GROUP, "Internal"],
            &["faktor/internal", "internal"],
            Kind::Text,
        )
        .required()
        .width(40),
        Column::new(
            "eksternal",
            &[GROUP, "Eksternal"],
            &["faktor/eksternal", "eksternal"],
            Kind::Text,
        )
        .required()
        .width(40),
    ],
};
