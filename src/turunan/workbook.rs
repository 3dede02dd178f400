//! The same tables as a workbook, amounts as numbers.

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet, XlsxError};

use super::tabel::{Gaya, Rata, Sel, Tabel};
use super::{Bagian, Turunan};
use crate::spreadsheet::{self, Style};

/// What a draft says of itself.
const DRAFT: &str = "RANCANGAN";

/// Why the workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("buku kerja turunan tidak dapat dibuat: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// The bytes of the workbook.
///
/// # Errors
/// If the writer refuses a sheet.
pub fn workbook(document: &Turunan) -> Result<Vec<u8>, WorkbookError> {
    let mut book = spreadsheet::result()?;
    let style = Style::new();
    let alone = document.bagian.len() == 1;
    for (part, bagian) in (1..).zip(&document.bagian) {
        for (number, table) in (1..).zip(&bagian.tabel) {
            let sheet = book.add_worksheet();
            sheet.set_name(match &bagian.nama {
                _ if alone && bagian.tabel.len() == 1 => "Tabel".to_owned(),
                Some(nama) if !alone => tab(part, number, nama),
                _ => format!("Tabel {number}"),
            })?;
            write(sheet, document, bagian, table, &style)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// `2.1 Kepala Bidang Kesehatan`, as long as a tab may be and without its signs.
fn tab(part: usize, number: usize, nama: &str) -> String {
    let nama = nama.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let whole = format!("{part}.{number} {nama}");
    whole
        .chars()
        .take(TAB)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// Letters of a tab.
const TAB: usize = 31;

fn write(
    sheet: &mut Worksheet,
    document: &Turunan,
    bagian: &Bagian,
    table: &Tabel,
    style: &Style,
) -> Result<(), XlsxError> {
    let mut row = 0;
    let draft = document.cetak.umum.rancangan.then(|| DRAFT.to_owned());
    for line in draft.iter().chain(&bagian.judul) {
        spreadsheet::text(sheet, row, 0, line, &style.title)?;
        row += 1;
    }
    row += 1;
    for (col, kolom) in (0..).zip(&table.kolom) {
        sheet.set_column_width(col, kolom.bobot.max(6))?;
    }
    let last = head(sheet, table, row, &style.head)?;
    sheet.set_freeze_panes(last + 1, 0)?;
    spreadsheet::fit(sheet);
    sheet.set_repeat_rows(row, last)?;
    row = last + 1;
    for baris in &table.baris {
        for ((col, sel), kolom) in (0..).zip(&baris.sel).zip(&table.kolom) {
            let format = set(&style.cell, baris.gaya, kolom.rata);
            match sel {
                Sel::Kosong => sheet.write_blank(row, col, &format).map(|_| ())?,
                Sel::Teks(text) => spreadsheet::text(sheet, row, col, text, &format)?,
                Sel::Uang(amount) => {
                    let format = set(&style.money, baris.gaya, kolom.rata);
                    spreadsheet::amount(sheet, row, col, *amount, &format)?;
                }
            }
        }
        row += 1;
    }
    Ok(())
}

/// The heading from `top` on; gives its last row. A cell takes the first column
/// that no cell above it reaches into.
fn head(sheet: &mut Worksheet, table: &Tabel, top: u32, format: &Format) -> Result<u32, XlsxError> {
    let mut taken = vec![0_u32; table.kolom.len()];
    let mut row = top;
    for line in &table.kepala {
        let mut at = 0;
        for cell in line {
            while taken.get(at).is_some_and(|until| *until > row) {
                at += 1;
            }
            let wide = usize::from(cell.kolom);
            let below = row + u32::from(cell.baris);
            let first = u16::try_from(at).unwrap_or(u16::MAX);
            let last = first.saturating_add(cell.kolom).saturating_sub(1);
            if cell.kolom > 1 || cell.baris > 1 {
                sheet.merge_range(row, first, below - 1, last, &cell.teks, format)?;
            } else {
                sheet.write_with_format(row, first, &cell.teks, format)?;
            }
            for until in taken.iter_mut().skip(at).take(wide) {
                *until = below;
            }
            at += wide;
        }
        row += 1;
    }
    Ok(row.saturating_sub(1).max(top))
}

/// A format as a row and a column have it.
fn set(format: &Format, gaya: Gaya, rata: Rata) -> Format {
    let cell = format.clone().set_align(match rata {
        Rata::Kiri => FormatAlign::Left,
        Rata::Tengah => FormatAlign::Center,
        Rata::Kanan => FormatAlign::Right,
    });
    match gaya {
        Gaya::Induk => cell
            .set_bold()
            .set_background_color(Color::RGB(0x00EE_EEEE)),
        Gaya::Anak => cell.set_bold(),
        Gaya::Biasa => cell,
    }
}
