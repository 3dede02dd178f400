//! Sheets Struktur and Tugas dan Fungsi.

use crate::diagnostic::{Diagnostic, Diagnostics, Scope};
use crate::model::{Entry, Jabatan, Nip, TugasFungsi, Worksheet, text};
use crate::sheets::chart_bounds;
use crate::sheets::code;
use crate::sheets::header;
use crate::sheets::row::Row;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Printed shape of Struktur.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Struktur,
    tab_alias: &["struktur organisasi"],
    title: &["struktur organisasi", "struktur"],
    column: &[
        Column::new(
            "jabatan",
            &["Jabatan"],
            &["jabatan", "nama jabatan"],
            Kind::Text,
        )
        .required()
        .width(50),
        Column::new(
            "atasan",
            &["Atasan"],
            &["atasan", "jabatan atasan"],
            Kind::Text,
        )
        .required()
        .width(50),
        // Who holds the post signs its Perjanjian Kinerja.
        Column::new(
            "nama_pejabat",
            &["Nama Pejabat"],
            &["nama pejabat", "pejabat", "nama"],
            Kind::Text,
        )
        .width(36),
        Column::new("nip", &["NIP"], &["nip"], Kind::Text).width(22),
        Column::new(
            "pangkat",
            &["Pangkat"],
            &["pangkat", "golongan", "pangkat golongan"],
            Kind::Text,
        )
        .width(24),
    ],
};

/// Printed shape of Tugas dan Fungsi.
pub const TUGAS_FUNGSI: Schema = Schema {
    id: Worksheet::TugasFungsi,
    tab_alias: &["tugas fungsi", "tupoksi", "tugas pokok dan fungsi"],
    title: &["tugas dan fungsi", "tugas pokok"],
    column: &[
        Column::new("jabatan", &["Jabatan"], &["jabatan", "unit"], Kind::Text)
            .required()
            .parent()
            .width(36),
        Column::new("tugas", &["Tugas"], &["tugas"], Kind::Text)
            .required()
            .width(60),
        Column::new("fungsi", &["Fungsi"], &["fungsi"], Kind::Text)
            .required()
            .width(60),
    ],
};

/// Whether a sheet is Struktur by its headings alone: nothing else has a column of
/// the posts above.
pub(in crate::sheets) fn has_headings(sheet: &Sheet) -> bool {
    let Some(header) = header::find(sheet, &SCHEMA) else {
        return false;
    };
    header.missing(&SCHEMA).is_empty() && header.unknown.len() < header.count()
}

/// Reads Struktur.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<Jabatan> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    let mut list = table.read(account, out, |row, out| {
        Some(Jabatan {
            jabatan: row.required_text("jabatan", out)?,
            atasan: row.text("atasan", out).located().cloned(),
            nama_pejabat: row.text("nama_pejabat", out),
            nip: nip(row, out),
            pangkat: row.text("pangkat", out),
        })
    });
    chart_bounds::bound(&mut list, out);
    list
}

/// The number of who holds the post. One that cannot be right stops no plan, which does
/// not print it.
fn nip(row: &Row<'_>, out: &mut Diagnostics) -> Entry<String> {
    let typed = row.text("nip", out);
    if let Some(cell) = typed.located()
        && let Err(why) = cell.value.parse::<Nip>()
    {
        let message = format!(
            "NIP \"{}\" tidak sah: {why}",
            crate::sheets::cell::short(&cell.value)
        );
        out.emit(
            Diagnostic::warning(code::BAD_VALUE, cell.origin.clone(), message)
                .unprinted(Scope::Cell)
                .hint("tulis 18 angka sebagai teks, atau kosongkan"),
        );
    }
    typed
}

/// Reads Tugas dan Fungsi; rows of the same post are joined.
pub fn read_tugas_fungsi(
    sheet: &Sheet,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<TugasFungsi> {
    let Some(table) = Table::find(sheet, &TUGAS_FUNGSI, out) else {
        return Vec::new();
    };
    let mut list: Vec<TugasFungsi> = Vec::new();
    table.read(account, out, |row, out| {
        if let Entry::Filled(jabatan) = row.parent("jabatan", out)
            && list
                .last()
                .is_none_or(|last| !text::same(&last.jabatan.value, &jabatan.value))
        {
            list.push(TugasFungsi {
                jabatan,
                tugas: Vec::new(),
                fungsi: Vec::new(),
            });
        }
        let post = list.last_mut()?;
        post.tugas.extend(row.text("tugas", out).located().cloned());
        post.fungsi
            .extend(row.text("fungsi", out).located().cloned());
        Some(())
    });
    list
}
