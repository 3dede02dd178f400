//! The note as a workbook: findings with links to the cells, the matrix, who
//! answers for what. The agency's own file is never written to.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::findings_sheet::{findings, personal};
use super::rounds::Round;
use super::rpjmd_matrix::Selaras;
use super::sheet_head::{begin, height};
use super::{Kota, Unit, Verifikasi};
use crate::spreadsheet::{self, Style};
use crate::workbook::{let_rows_grow, row_height};

/// Why the workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("buku kerja hasil verifikasi tidak dapat dibuat: {0}")]
pub struct WorkbookError(#[from] XlsxError);

impl From<std::io::Error> for WorkbookError {
    fn from(why: std::io::Error) -> Self {
        Self(why.into())
    }
}

/// The bytes of the workbook. `target` is where its links find the agency's
/// workbook: a file name next to it, or a whole path.
///
/// # Errors
/// If the writer refuses a sheet.
pub fn workbook(note: &Verifikasi, target: &str) -> Result<Vec<u8>, WorkbookError> {
    let mut book = spreadsheet::result()?;
    let style = Style::new();
    findings(book.add_worksheet(), note, target, &style)?;
    personal(book.add_worksheet(), note, &style)?;
    if note.selaras.is_some() {
        matrix(book.add_worksheet(), note, &style)?;
    }
    units(book.add_worksheet(), note, &style)?;
    Ok(let_rows_grow(book.save_to_buffer()?)?)
}

fn matrix(sheet: &mut Worksheet, note: &Verifikasi, style: &Style) -> Result<(), XlsxError> {
    let Some(selaras) = &note.selaras else {
        return Ok(());
    };
    let whose = note.opd.as_deref();
    begin_matrix(sheet, whose, &selaras.tahun, &[], style)?;
    rows(sheet, 4, &[], selaras, style)?;
    Ok(())
}

fn begin_matrix(
    sheet: &mut Worksheet,
    whose: Option<&str>,
    tahun: &[String],
    before: &[(&str, u16)],
    style: &Style,
) -> Result<(), XlsxError> {
    let mut head = before.to_vec();
    head.extend([
        ("Kode", 12),
        ("Program", 38),
        ("Indikator", 40),
        ("Satuan", 12),
        ("Dokumen", 10),
        ("Kondisi awal", 16),
    ]);
    head.extend(tahun.iter().map(|tahun| (tahun.as_str(), 18)));
    head.extend([("Akhir periode", 18), ("Keterangan", 24)]);
    let title = "MATRIKS KESELARASAN RPJMD DAN RENSTRA";
    begin(sheet, "Keselarasan RPJMD", title, whose, &head, style)
}

/// The lines of a matrix from `row` on; gives the next free row.
fn rows(
    sheet: &mut Worksheet,
    mut row: u32,
    before: &[&str],
    selaras: &Selaras,
    style: &Style,
) -> Result<u32, XlsxError> {
    for program in &selaras.program {
        for banding in &program.banding {
            for (document, values) in [("RPJMD", &banding.rpjmd), ("Renstra", &banding.renstra)] {
                let text = [
                    program.kode.as_str(),
                    &program.nama,
                    &banding.uraian,
                    banding.satuan.as_deref().unwrap_or(""),
                    document,
                ];
                let high = row_height([(text[1], 38), (text[2], 40)]);
                sheet.set_row_height(row, high)?;
                let mut col = 0;
                for text in before.iter().copied().chain(text) {
                    spreadsheet::text(sheet, row, col, text, &style.cell)?;
                    col += 1;
                }
                for (value, differs) in values.iter().zip(&banding.beda) {
                    let format = if *differs { &style.wrong } else { &style.cell };
                    let value = value.as_deref().unwrap_or("-");
                    spreadsheet::text(sheet, row, col, value, format)?;
                    col += 1;
                }
                sheet.write_with_format(row, col, banding.keterangan, &style.cell)?;
                row += 1;
            }
        }
    }
    Ok(row)
}

/// The city's recap as a workbook.
///
/// # Errors
/// If the writer refuses a sheet.
pub fn city_workbook(city: &Kota) -> Result<Vec<u8>, WorkbookError> {
    let mut book = spreadsheet::result()?;
    let style = Style::new();
    let whose = city.daerah.as_deref();
    let sheet = book.add_worksheet();
    let mut head = vec![
        ("Perangkat Daerah", 44),
        ("Buku kerja", 30),
        ("Galat", 9),
        ("Peringatan", 11),
        ("Info", 9),
        ("Program RPJMD", 11),
        ("Ada pada Renstra", 11),
        ("Baris berbeda", 11),
        ("Putaran", 40),
    ];
    let label: Vec<String> = city
        .tahun
        .iter()
        .flat_map(|tahun| ["RPJMD", "Renstra", "Selisih"].map(|what| format!("{what} {tahun}")))
        .collect();
    head.extend(label.iter().map(|label| (label.as_str(), 18)));
    let title = "REKAPITULASI KESELARASAN RPJMD DAN RENSTRA";
    begin(sheet, "Rekapitulasi", title, whose, &head, &style)?;
    for (row, opd) in (4..).zip(&city.opd) {
        spreadsheet::text(sheet, row, 0, &opd.nama, &style.cell)?;
        spreadsheet::text(sheet, row, 1, &opd.berkas, &style.cell)?;
        let count = opd
            .temuan
            .into_iter()
            .chain([opd.program, opd.ada, opd.beda]);
        for (col, count) in (2..).zip(count) {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            sheet.write_with_format(row, col, count, &style.cell)?;
        }
        let round = opd.putaran.as_ref().map(Round::line);
        sheet.write_with_format(row, 8, round.unwrap_or_default(), &style.cell)?;
        let amount = opd
            .pagu
            .iter()
            .flat_map(|p| [p.rpjmd, p.renstra, p.selisih]);
        for (col, amount) in (9..).zip(amount) {
            match amount {
                Some(amount) => spreadsheet::amount(sheet, row, col, amount, &style.money)?,
                None => sheet.write_blank(row, col, &style.cell).map(|_| ())?,
            }
        }
    }
    if !city.ganda.is_empty() {
        let below = 5 + u32::try_from(city.opd.len()).unwrap_or_default();
        let list = city.ganda.join("; ");
        let text = format!(
            "Mempunyai lebih dari satu buku kerja, sehingga tidak ikut dijumlahkan: {list}"
        );
        spreadsheet::text(sheet, below, 0, &text, &style.title)?;
    }
    let sheet = book.add_worksheet();
    begin_matrix(
        sheet,
        whose,
        &city.tahun,
        &[("Perangkat Daerah", 30)],
        &style,
    )?;
    let mut row = 4;
    for opd in &city.opd {
        row = rows(sheet, row, &[&opd.nama], &opd.selaras, &style)?;
    }
    sheet.autofilter(3, 0, row.max(5) - 1, 0)?;
    Ok(book.save_to_buffer()?)
}

fn units(sheet: &mut Worksheet, note: &Verifikasi, style: &Style) -> Result<(), XlsxError> {
    let head = [
        ("Unit kerja", 34),
        ("Jabatan", 34),
        ("Konfirmasi", 34),
        ("Jenis", 14),
        ("Kode", 20),
        ("Uraian", 50),
        ("Indikator", 50),
    ];
    begin(
        sheet,
        "Penanggung Jawab",
        "DAFTAR PENANGGUNG JAWAB",
        note.opd.as_deref(),
        &head,
        style,
    )?;
    let mut row = 4;
    for unit in &note.unit {
        for butir in &unit.butir {
            let text = [
                unit.unit.clone(),
                unit.jabatan
                    .clone()
                    .unwrap_or_else(|| "(tidak ada pada Struktur)".to_owned()),
                confirmed(unit),
                butir.jenis.to_owned(),
                butir.kode.clone().unwrap_or_default(),
                butir.uraian.clone(),
                butir.indikator.join("\n"),
            ];
            sheet.set_row_height(row, height(&head, 0, text.iter().map(String::as_str)))?;
            for (col, text) in (0..).zip(text) {
                spreadsheet::text(sheet, row, col, &text, &style.cell)?;
            }
            row += 1;
        }
    }
    Ok(())
}

fn confirmed(unit: &Unit) -> String {
    let mut lines = match unit.konfirmasi.as_deref() {
        None => Vec::new(),
        Some([]) => vec!["belum dikonfirmasi".to_owned()],
        Some(list) => list.to_vec(),
    };
    lines.extend(unit.asal.iter().cloned());
    lines.join("\n")
}
