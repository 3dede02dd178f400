//! Rencana program, kegiatan, subkegiatan dan pendanaan (Inmendagri 2/2025, BAB IV).

use super::cell;
use super::code;
use super::heading;
use super::program_kegiatan::ProgramRow;
use super::row::Row;
use super::shape::{Column, Kind, Shape};
use super::table::{Account, Table};
use super::tujuan_sasaran;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Entry, Indikator, Kode, Located};
use crate::workbook::Sheet;

const GROUP: &str = "Target dan Pagu Indikatif Tahun";

/// Printed shape: 15 columns with five years, three rows of headings. Kode and
/// name share a cell; outcome and output stand below the element they belong to
/// and repeat its money.
pub const SHAPE: Shape = Shape {
    id: "pendanaan",
    tab: "Pendanaan",
    tab_alias: &["rencana pendanaan", "rencana program dan pendanaan"],
    title: &["rencana program"],
    column: &[
        Column::new("no", &["No"], &["no", "nomor"], Kind::No).width(5),
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
        Column::new("satuan", &["Satuan"], &["satuan"], Kind::Text),
        Column::new(
            "target_awal",
            &["Baseline Tahun"],
            &["baseline", "base line", "kondisi awal", "data capaian"],
            Kind::Target,
        ),
        Column::new(
            "target",
            &[GROUP, "{tahun}", "Target"],
            &["target dan pagu/target", "target"],
            Kind::Target,
        )
        .required()
        .width(12),
        Column::new(
            "pagu",
            &[GROUP, "{tahun}", "Pagu"],
            &["target dan pagu/pagu", "pagu"],
            Kind::Rupiah,
        )
        .required()
        .width(18),
        Column::new(
            "unit",
            &["Perangkat Daerah"],
            &[
                "perangkat daerah",
                "unit",
                "penanggung jawab",
                "bidang penanggung jawab",
            ],
            Kind::Text,
        )
        .width(26),
        Column::new("keterangan", &["Keterangan"], &["keterangan"], Kind::Text).width(18),
    ],
};

/// Reads the table.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<ProgramRow> {
    let Some(table) = Table::find(sheet, &SHAPE, out) else {
        return Vec::new();
    };
    table.read(account, out, |row, out| {
        let pagu = row.rupiah_per_tahun("pagu", out);
        if let Some(text) = row.total(&["uraian"]) {
            let whole = heading::is_grand_total(&text.value);
            return Some(ProgramRow {
                pagu,
                jumlah: Some((text, whole)),
                ..ProgramRow::empty(row.first_origin())
            });
        }
        let (kode, uraian) = coded(row.text("uraian", out), out);
        let indikator = tujuan_sasaran::indikator(row, out);
        if uraian.is_missing() && kode.is_missing() && indikator.is_none() {
            // Offices leave the name of the last row blank: it can only be the total.
            let named = Located::new("jumlah".to_owned(), row.first_origin());
            return Some(ProgramRow {
                pagu,
                jumlah: Some((named, true)),
                ..ProgramRow::empty(row.first_origin())
            });
        }
        let nilai = if indikator.is_none() {
            values(row, out)
        } else {
            None
        };
        Some(ProgramRow {
            kode,
            uraian,
            indikator,
            nilai,
            pagu,
            unit: row.text("unit", out),
            regime_b: true,
            ..ProgramRow::empty(row.first_origin())
        })
    })
}

/// Unit and targets of a row whose indicator stands in the row below; `None` if it
/// has none.
fn values(row: &Row<'_>, out: &mut Diagnostics) -> Option<Box<Indikator>> {
    let target = row.target_per_tahun("target", out);
    target.values().any(|entry| !entry.is_missing()).then(|| {
        Box::new(Indikator {
            uraian: Located::new(String::new(), row.first_origin()),
            satuan: row.text("satuan", out),
            target_awal: row.target("target_awal", out),
            target,
            target_akhir: Entry::Missing,
            keterangan: Entry::Missing,
            hasil: Entry::Missing,
        })
    })
}

/// `7.01.01 - PROGRAM …`, `7.01.01 PROGRAM …` to kode and name.
fn coded(text: Entry<String>, out: &mut Diagnostics) -> (Entry<Kode>, Entry<String>) {
    let Entry::Filled(Located { value, origin }) = text else {
        return (Entry::Missing, text);
    };
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = line
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | 'X' | 'x')))
        .unwrap_or(line.len());
    let (number, name) = line.split_at(end);
    let name = name
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'))
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
            out.emit(
                Diagnostic::error(
                    code::BAD_KODE,
                    origin.clone(),
                    format!("kode \"{number}\" tidak sah: {why}"),
                )
                .hint(
                    "tulis kode lengkap di depan nama, misalnya 7.01.01.2.06.0003 - Penyediaan …",
                ),
            );
            let uraian = Entry::Filled(Located::new(name, origin.clone()));
            (Entry::Broken(origin), uraian)
        }
        _ => (
            Entry::Missing,
            Entry::Filled(Located::new(cell::one_line(&value), origin)),
        ),
    }
}
