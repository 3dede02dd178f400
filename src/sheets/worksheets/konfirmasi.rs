//! Sheet Konfirmasi: which unit's head confirmed what the unit answers for.

use crate::diagnostic::{Diagnostic, Diagnostics, Scope};
use crate::model::{Entry, Konfirmasi, Located, Tanggal, Worksheet};
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::row::Row;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Shape of the sheet, which is kept and not printed.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Konfirmasi,
    tab_alias: &["konfirmasi unit", "konfirmasi penanggung jawab"],
    title: &["konfirmasi"],
    column: &[
        NO,
        Column::new(
            "unit",
            &["Unit"],
            &["unit", "nama unit", "jabatan", "bidang", "penanggung jawab"],
            Kind::Text,
        )
        .required()
        .width(44),
        Column::new(
            "nama",
            &["Nama"],
            &["nama", "nama pejabat", "dikonfirmasi oleh"],
            Kind::Text,
        )
        .required()
        .width(44),
        Column::new(
            "tanggal",
            &["Tanggal"],
            &["tanggal", "tgl", "hari tanggal"],
            Kind::Text,
        )
        .width(22),
        Column::new(
            "keterangan",
            &["Keterangan"],
            &["keterangan", "catatan"],
            Kind::Text,
        )
        .width(40),
    ],
};

/// Reads the sheet.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<Konfirmasi> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        Some(Konfirmasi {
            unit: row.required_text("unit", out)?,
            nama: row.text("nama", out),
            tanggal: tanggal(row, out),
            keterangan: row.text("keterangan", out),
        })
    })
}

/// A date cell, or a date in words; a cell that holds something else is said.
fn tanggal(row: &Row<'_>, out: &mut Diagnostics) -> Entry<Tanggal> {
    let typed = match row.text("tanggal", out) {
        Entry::Missing => return Entry::Missing,
        Entry::Empty(origin) => return Entry::Empty(origin),
        Entry::Broken(origin) => return Entry::Broken(origin),
        Entry::Filled(typed) => typed,
    };
    match typed.value.parse::<Tanggal>() {
        Ok(value) => Entry::Filled(Located::new(value, typed.origin)),
        Err(why) => {
            out.emit(
                Diagnostic::warning(
                    code::BAD_VALUE,
                    typed.origin.clone(),
                    format!(
                        "tanggal \"{}\" tidak dapat dibaca: {why}",
                        cell::short(&typed.value)
                    ),
                )
                .unprinted(Scope::Cell)
                .hint("tulis seperti 20 September 2021"),
            );
            Entry::Broken(typed.origin)
        }
    }
}
