//! T-C.26: Tujuan, Sasaran, Strategi, dan Arah Kebijakan.

use crate::diagnostic::Diagnostics;
use crate::model::{Entry, Located, Worksheet};
use crate::sheets::heading;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape: four columns below bands for visi and misi (T-C.26).
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Tc26,
    tab_alias: &[
        "strategi",
        "strategi dan arah kebijakan",
        "strategi kebijakan",
    ],
    title: &[
        "tujuan sasaran strategi",
        "strategi dan arah kebijakan",
        "tabel t c 26",
    ],
    column: &[
        Column::new("tujuan", &["Tujuan"], &["tujuan"], Kind::Text)
            .required()
            .parent()
            .width(40),
        Column::new("sasaran", &["Sasaran"], &["sasaran"], Kind::Text)
            .required()
            .parent()
            .width(40),
        Column::new("strategi", &["Strategi"], &["strategi"], Kind::Text)
            .required()
            .parent()
            .width(44),
        Column::new(
            "arah_kebijakan",
            &["Arah Kebijakan"],
            &["arah kebijakan", "kebijakan"],
            Kind::Text,
        )
        .required()
        .width(50),
    ],
};

/// One row of the table.
#[derive(Debug, Clone)]
pub enum StrategiRow {
    /// `VISI : …` over the whole width.
    Visi(Located<String>),
    /// `MISI 1 : …` over the whole width: its number, if one was typed, and its text.
    Misi(Option<String>, Located<String>),
    /// An ordinary row, parents as shown in it.
    Isi(Box<StrategiCells>),
}

/// The cells of an ordinary row, parents as shown in it.
#[derive(Debug, Clone)]
pub struct StrategiCells {
    /// Goal.
    pub tujuan: Entry<String>,
    /// Objective.
    pub sasaran: Entry<String>,
    /// Strategy.
    pub strategi: Entry<String>,
    /// Policy direction.
    pub arah_kebijakan: Entry<String>,
}

/// Reads the table.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<StrategiRow> {
    read_as(&SCHEMA, sheet, account, out)
}

/// Reads a table of the same columns under another name.
pub fn read_as(
    schema: &'static Schema,
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<StrategiRow> {
    let Some(table) = Table::find(sheet, schema, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        if let Some(band) = row.lone_text() {
            let plain = heading::plain(&band.value);
            let stated = Located {
                value: statement(&band.value),
                origin: band.origin.clone(),
            };
            if plain.starts_with("visi") {
                return Some(StrategiRow::Visi(stated));
            }
            if plain.starts_with("misi") {
                return Some(StrategiRow::Misi(number(&band.value), stated));
            }
        }
        Some(StrategiRow::Isi(Box::new(StrategiCells {
            tujuan: row.parent("tujuan", out),
            sasaran: row.parent("sasaran", out),
            strategi: row.parent("strategi", out),
            arah_kebijakan: row.text("arah_kebijakan", out),
        })))
    })
}

/// Longest number of a mission, in characters: `ke-3`, `VIII`.
const NUMBER: usize = 5;

/// The number in `MISI 3 : …`.
fn number(text: &str) -> Option<String> {
    let (label, _) = text.split_once(':')?;
    let (_, number) = label.trim().split_once(char::is_whitespace)?;
    let number = number.trim();
    (!number.is_empty() && number.chars().count() <= NUMBER).then(|| number.to_owned())
}

/// The text behind `VISI :` or `MISI 1 :`.
pub fn statement(text: &str) -> String {
    let behind = text.split_once(':').map(|(_, rest)| rest.trim());
    behind
        .filter(|rest| !rest.is_empty())
        .unwrap_or(text)
        .to_owned()
}
