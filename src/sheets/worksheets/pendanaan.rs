//! Rencana program, kegiatan, subkegiatan dan pendanaan (Inmendagri 2/2025, BAB IV).

use super::program_kegiatan::{ProgramRow, cells};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin, Scope};
use crate::model::kode::KodeError;
use crate::model::{Entry, Kode, Located, Worksheet};
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::further_columns;
use crate::sheets::kode_cell;
use crate::sheets::row::Row;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{KETERANGAN, NO, SATUAN};
use crate::sheets::table::{Account, Table};
use crate::workbook::{Cell, Sheet, Value};

const GROUP: &str = "Target dan Pagu Indikatif Tahun";

/// Printed shape: 15 columns with five years, three rows of headings, and the unit in
/// charge, which the form has not. Kode and name share a cell; outcome and output stand below the element they belong to
/// and repeat its money.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::Pendanaan,
    tab_alias: &["rencana pendanaan", "rencana program dan pendanaan"],
    title: &["rencana program"],
    column: &[
        NO,
        Column::new(
            "uraian",
            &["Bidang Urusan/Program/Outcome/Kegiatan/Subkegiatan/Output"],
            &["bidang urusan", "program", "urusan"],
            Kind::Text,
        )
        .required()
        .width(50),
        Column::new(
            "indikator",
            &["Indikator Outcome/Output"],
            &["indikator"],
            Kind::Text,
        )
        .required()
        .width(40),
        // Not printed of its own, but some offices type it so.
        Column::new("kode", &["Kode"], &["kode"], Kind::Kode).width(20),
        SATUAN,
        Column::new(
            "target_awal",
            &["Baseline Tahun"],
            &["baseline", "base line", "kondisi awal", "data capaian"],
            Kind::Target,
        ),
        Column::new(
            "target",
            &[GROUP, "{tahun}", "Target"],
            &["target dan pagu/target", "target", "k"],
            Kind::Target,
        )
        .required()
        .width(12),
        Column::new(
            "pagu",
            &[GROUP, "{tahun}", "Pagu"],
            &["target dan pagu/pagu", "pagu", "rp", "dana", "anggaran"],
            Kind::Rupiah,
        )
        .required()
        .width(18),
        Column::new(
            "perangkat_daerah",
            &["Perangkat Daerah"],
            &["perangkat daerah", "opd", "skpd"],
            Kind::Text,
        )
        .width(30),
        KETERANGAN,
        // Of no form: who answers within the agency.
        Column::new(
            "unit",
            &["Unit Kerja Penanggung Jawab"],
            &[
                "unit kerja",
                "unit",
                "penanggung jawab",
                "bidang penanggung jawab",
            ],
            Kind::Text,
        )
        .width(30),
    ],
};

/// Reads the table.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<ProgramRow> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    let further = further_columns::columns(sheet, table.schema, &table.header, table.rows());
    table.read(account, out, |row, out| {
        let mut baris = cells(row, &further, out);
        let mut jumlah = row.total(&["uraian"]);
        if let Some(label) = &jumlah {
            baris.uraian = Entry::Filled(label.clone());
            baris.kode_uraian = baris.uraian.clone();
        } else {
            let typed = row.text("uraian", out);
            baris.kode_uraian = typed.clone().map(|text| cell::one_line(&text));
            (baris.kode, baris.uraian) = match number(row) {
                Some(cell) => (
                    kode_cell::read(cell, row.origin("uraian"), out),
                    Entry::Empty(row.origin("uraian")),
                ),
                None => coded(typed, out),
            };
            // A kode in a column of its own stands in front of the name, as in print.
            match row.kode("kode", out) {
                Entry::Missing | Entry::Empty(_) => {}
                own => {
                    if let (Some(kode), true) = (own.value(), baris.kode.is_missing()) {
                        let kode = kode.to_string();
                        baris.kode_uraian =
                            baris.kode_uraian.map(|name| format!("{kode} - {name}"));
                    }
                    baris.kode = own;
                }
            }
        }
        let named = !baris.uraian.is_missing() || !baris.kode.is_missing();
        if !named && baris.indikator.is_missing() && !baris.has_target() {
            // Offices leave the name of the last row blank: it can only be the total.
            jumlah = Some(Located::new("jumlah".to_owned(), row.first_origin()));
        }
        Some(ProgramRow {
            tujuan: Entry::Missing,
            sasaran: Entry::Missing,
            jumlah,
            kode_by_name: None,
            inmendagri_2025: true,
            baris,
        })
    })
}

/// The cell of a kode that was typed as a number, `2.15`, of which zeros may be lost.
fn number<'a>(row: &Row<'a>) -> Option<&'a Cell> {
    let col = row.table.col("uraian")?;
    let cell = row.table.sheet.get(row.row, col)?;
    let decimal = matches!(&cell.value, Value::Number(number) if !number.fract().is_zero());
    decimal.then_some(cell)
}

/// `7.01.01 - PROGRAM …`, `7.01.01 PROGRAM …`, `7.01.01 : PROGRAM …` to kode and name.
fn coded(text: Entry<String>, out: &mut Diagnostics) -> (Entry<Kode>, Entry<String>) {
    let Entry::Filled(Located { value, origin }) = text else {
        return (Entry::Missing, text);
    };
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = line
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | 'X' | 'x')))
        .unwrap_or(line.len());
    let (number, name) = line.split_at(end);
    // `2.15.02.2.02/0001`: the kode goes on, and is none.
    let goes_on = name.strip_prefix(['/', ',', ';', '_', '\\']);
    let goes_on = goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if goes_on && number.contains('.') {
        let (number, name) = line.split_once(' ').unwrap_or((&line, ""));
        let why = number.parse::<Kode>().err().unwrap_or(KodeError::Empty);
        bad_kode(number, &why, &origin, out);
        let uraian = Entry::Filled(Located::new(name.to_owned(), origin.clone()));
        return (Entry::Broken(origin), uraian);
    }
    let name = name
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':'))
        .to_owned();
    match number.parse::<Kode>() {
        Ok(kode) if number.len() > 3 => {
            let uraian = if name.is_empty() {
                Entry::Empty(origin.clone())
            } else {
                Entry::Filled(Located::new(name, origin.clone()))
            };
            (Entry::Filled(Located::new(kode, origin)), uraian)
        }
        Err(why) if number.len() > 3 && number.contains('.') => {
            bad_kode(number, &why, &origin, out);
            let uraian = Entry::Filled(Located::new(name, origin.clone()));
            (Entry::Broken(origin), uraian)
        }
        _ => (
            Entry::Missing,
            Entry::Filled(Located::new(cell::one_line(&value), origin)),
        ),
    }
}

fn bad_kode(number: &str, why: &KodeError, origin: &Origin, out: &mut Diagnostics) {
    out.emit(
        Diagnostic::error(
            code::BAD_KODE,
            origin.clone(),
            format!("kode \"{number}\" tidak sah: {why}"),
        )
        .unprinted(Scope::Row)
        .hint("tulis kode lengkap di depan nama, misalnya 7.01.01.2.06.0003 - Penyediaan …"),
    );
}
