//! The sheets of findings and of the verifier's own notes, in which both sides write.

use rust_xlsxwriter::{DataValidation, Url, Worksheet, XlsxError};

use super::Verifikasi;
use super::findings::Temuan;
use super::rounds::{Answer, Status, heading};
use super::sheet_head::{begin, height};
use crate::spreadsheet::{self, Style, cut};

/// The sheet Temuan: the findings, with links to the cells and what is written next to them.
pub(super) fn findings(
    sheet: &mut Worksheet,
    note: &Verifikasi,
    target: &str,
    style: &Style,
) -> Result<(), XlsxError> {
    let head = [
        (heading::NUMBER, 5),
        ("Bab", 9),
        (heading::PLACE, 24),
        ("Tingkat", 11),
        (heading::CODE, 8),
        (heading::FINDING, 46),
        ("Angka dan keterangan", 46),
        ("Dasar", 40),
        ("Perbaikan", 44),
        (heading::STATUS, 12),
        (heading::ANSWER, 40),
        (heading::DATE, 16),
        (heading::BY, 24),
        (heading::ROW, 20),
    ];
    begin(
        sheet,
        "Temuan",
        "CATATAN HASIL VERIFIKASI RENSTRA",
        note.opd.as_deref(),
        &head,
        style,
    )?;
    sheet.write(2, 0, summary(note))?;
    sheet.set_column_hidden(ROW_TEXT)?;
    let mut row = 4;
    for group in &note.kelompok {
        for temuan in &group.temuan {
            let number = u32::try_from(temuan.nomor).unwrap_or(u32::MAX);
            sheet.write_with_format(row, 0, number, &style.cell)?;
            let bab = group.bab.as_deref().unwrap_or("");
            sheet.write_with_format(row, 1, bab, &style.cell)?;
            match link(target, temuan) {
                Some(url) => {
                    let shown = url.set_text(cut(&temuan.lokasi));
                    sheet.write_url_with_format(row, 2, shown, &style.link)?;
                }
                None => {
                    spreadsheet::text(sheet, row, 2, &temuan.lokasi, &style.cell)?;
                }
            }
            let text = [
                temuan.tingkat.to_owned(),
                temuan.kode.clone(),
                temuan.pesan.clone(),
                details(temuan),
                temuan.dasar.clone().unwrap_or_default(),
                temuan.perbaiki.clone().unwrap_or_default(),
            ];
            let said = temuan.jawaban.tanggapan.as_deref().unwrap_or_default();
            let high = height(&head, 3, text.iter().map(String::as_str))
                .max(height(&head, 2, [temuan.lokasi.as_str()]))
                .max(height(&head, usize::from(STATUS) + 1, [said]));
            sheet.set_row_height(row, high)?;
            for (col, text) in (3..).zip(text) {
                spreadsheet::text(sheet, row, col, &text, &style.cell)?;
            }
            answer(sheet, row, STATUS, &temuan.jawaban, style)?;
            spreadsheet::text(sheet, row, ROW_TEXT, &temuan.isi_baris, &style.cell)?;
            row += 1;
        }
    }
    let last = row.saturating_sub(1).max(4);
    choices(sheet, STATUS, last)?;
    sheet.autofilter(3, 0, last, ROW_TEXT - 1)?;
    Ok(())
}

/// Columns of the findings: the first of what is written next to them, and the row's texts.
const STATUS: u16 = 9;
const ROW_TEXT: u16 = 13;

/// Which round it is, how many findings it has, and what became of those before.
fn summary(note: &Verifikasi) -> String {
    let count = note.count();
    match note.round() {
        None => format!("Putaran 1; jumlah temuan: {count}"),
        Some(round) => format!("{}; jumlah temuan: {count}", round.line()),
    }
}

/// The four cells in which verifier and agency write, from a column on.
fn answer(
    sheet: &mut Worksheet,
    row: u32,
    first: u16,
    answer: &Answer,
    style: &Style,
) -> Result<(), XlsxError> {
    let text = [
        answer.status.word(),
        answer.tanggapan.as_deref().unwrap_or_default(),
        answer.tanggal.as_deref().unwrap_or_default(),
        answer.oleh.as_deref().unwrap_or_default(),
    ];
    for (col, text) in (first..).zip(text) {
        spreadsheet::text(sheet, row, col, text, &style.open)?;
    }
    Ok(())
}

/// The list to choose a status from.
fn choices(sheet: &mut Worksheet, col: u16, last: u32) -> Result<(), XlsxError> {
    let rule = DataValidation::new()
        .allow_list_strings(&Status::ALL.map(Status::word))?
        .set_error_title("Status")?
        .set_error_message("Pilih terbuka, diperbaiki, dijawab, atau diterima.")?;
    sheet.add_data_validation(4, col, last, col, &rule)?;
    Ok(())
}

/// Rows that are ready for further notes.
const FREE: u32 = 40;

/// Notes of persons, which no rule found.
pub(super) fn personal(
    sheet: &mut Worksheet,
    note: &Verifikasi,
    style: &Style,
) -> Result<(), XlsxError> {
    let head = [
        (heading::NUMBER, 5),
        (heading::CHAPTER, 18),
        (heading::NOTE, 70),
        (heading::STATUS, 12),
        (heading::ANSWER, 50),
        (heading::DATE, 16),
        (heading::BY, 24),
    ];
    let title = "CATATAN VERIFIKATOR";
    let whose = note.opd.as_deref();
    begin(sheet, "Catatan Verifikator", title, whose, &head, style)?;
    let known = u32::try_from(note.catatan.len()).unwrap_or_default();
    for (row, number) in (4..4 + known + FREE).zip(1_u32..) {
        sheet.write_with_format(row, 0, number, &style.cell)?;
        for col in 1..7 {
            sheet.write_blank(row, col, &style.open)?;
        }
    }
    for (row, own) in (4..).zip(&note.catatan) {
        let text = [own.bab.as_deref().unwrap_or_default(), &own.catatan];
        let said = own.jawaban.tanggapan.as_deref().unwrap_or_default();
        let high = height(&head, 1, text).max(height(&head, 4, [said]));
        sheet.set_row_height(row, high)?;
        for (col, text) in (1..).zip(text) {
            spreadsheet::text(sheet, row, col, text, &style.open)?;
        }
        answer(sheet, row, 3, &own.jawaban, style)?;
    }
    choices(sheet, 3, 3 + known + FREE)
}

/// A link to the cell in the agency's workbook; `None` for another file. Excel
/// takes no longer address than some two thousand characters.
fn link(target: &str, temuan: &Temuan) -> Option<Url> {
    if temuan.berkas.is_some() || target.len() > 1500 {
        return None;
    }
    let sheet = temuan.lembar.as_deref()?.replace('\'', "''");
    let cell = temuan.sel.as_deref().unwrap_or("A1");
    let target = target.replace('#', "%23");
    Some(Url::new(format!("file:///{target}#'{sheet}'!{cell}")))
}

fn details(temuan: &Temuan) -> String {
    let figure = temuan.angka.iter().map(|angka| {
        if angka.sel.is_empty() {
            format!("{}: {}", angka.label, angka.nilai)
        } else {
            format!("{}: {} ({})", angka.label, angka.nilai, angka.sel)
        }
    });
    let note = temuan
        .catatan
        .iter()
        .map(|line| format!("{}: {}", line.label, line.teks));
    figure.chain(note).collect::<Vec<_>>().join("\n")
}
