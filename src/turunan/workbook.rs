//! The same tables as a workbook, amounts as numbers.

use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::tabel::{Gaya, Rata, Sel, Tabel};
use super::{Bagian, Turunan};
use crate::model::KELUARAN;

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
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_category(KELUARAN));
    let alone = document.bagian.len() == 1;
    for (part, bagian) in (1..).zip(&document.bagian) {
        for (number, table) in (1..).zip(&bagian.tabel) {
            let sheet = book.add_worksheet();
            sheet.set_name(match &bagian.nama {
                _ if alone && bagian.tabel.len() == 1 => "Tabel".to_owned(),
                Some(nama) if !alone => tab(part, number, nama),
                _ => format!("Tabel {number}"),
            })?;
            write(sheet, document, bagian, table)?;
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

fn base() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

fn write(
    sheet: &mut Worksheet,
    document: &Turunan,
    bagian: &Bagian,
    table: &Tabel,
) -> Result<(), XlsxError> {
    let mut row = 0;
    let draft = document.cetak.umum.rancangan.then(|| DRAFT.to_owned());
    for line in draft.iter().chain(&bagian.judul) {
        sheet.write_with_format(row, 0, line, &base().set_bold())?;
        row += 1;
    }
    row += 1;
    for (col, kolom) in (0..).zip(&table.kolom) {
        sheet.set_column_width(col, kolom.bobot.max(6))?;
    }
    let last = head(sheet, table, row)?;
    sheet.set_freeze_panes(last + 1, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(row, last)?;
    row = last + 1;
    for baris in &table.baris {
        for ((col, sel), kolom) in (0..).zip(&baris.sel).zip(&table.kolom) {
            let format = style(baris.gaya, kolom.rata);
            match sel {
                Sel::Kosong => sheet.write_blank(row, col, &format)?,
                Sel::Teks(text) => sheet.write_with_format(row, col, text, &format)?,
                Sel::Uang(amount) => match amount.spreadsheet_number() {
                    Some(number) => sheet.write_with_format(
                        row,
                        col,
                        number,
                        &format.set_num_format("#,##0"),
                    )?,
                    None => sheet.write_with_format(row, col, amount.to_string(), &format)?,
                },
            };
        }
        row += 1;
    }
    Ok(())
}

/// The heading from `top` on; gives its last row. A cell takes the first column
/// that no cell above it reaches into.
fn head(sheet: &mut Worksheet, table: &Tabel, top: u32) -> Result<u32, XlsxError> {
    let format = base()
        .set_bold()
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x00DB_E4F0));
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
                sheet.merge_range(row, first, below - 1, last, &cell.teks, &format)?;
            } else {
                sheet.write_with_format(row, first, &cell.teks, &format)?;
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

fn style(gaya: Gaya, rata: Rata) -> Format {
    let cell = base()
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
        .set_align(match rata {
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
