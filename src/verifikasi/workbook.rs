//! The note as a workbook: findings with links to the cells, the matrix, who
//! answers for what. The agency's own file is never written to.

use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use super::selaras::Selaras;
use super::temuan::Temuan;
use super::{Kota, Unit, Verifikasi};
use crate::model::KELUARAN;

/// Why the workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("buku kerja hasil verifikasi tidak dapat dibuat: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// Longest text that Excel takes in a cell.
const LONGEST: usize = 32_000;

/// The bytes of the workbook. `target` is where its links find the agency's
/// workbook: a file name beside it, or a whole path.
///
/// # Errors
/// If the writer refuses a sheet.
pub fn workbook(note: &Verifikasi, target: &str) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_category(KELUARAN));
    let style = Style::new();
    findings(book.add_worksheet(), note, target, &style)?;
    if note.selaras.is_some() {
        matrix(book.add_worksheet(), note, &style)?;
    }
    units(book.add_worksheet(), note, &style)?;
    Ok(book.save_to_buffer()?)
}

struct Style {
    title: Format,
    head: Format,
    cell: Format,
    link: Format,
    differs: Format,
}

impl Style {
    fn new() -> Self {
        let base = Format::new().set_font_name("Arial").set_font_size(10);
        let cell = base
            .clone()
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Top);
        Self {
            title: base.clone().set_bold().set_font_size(12),
            head: cell
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0x00DB_E4F0)),
            link: cell
                .clone()
                .set_font_color(Color::RGB(0x0005_63C1))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            differs: cell.clone().set_background_color(Color::RGB(0x00FF_E1E1)),
            cell,
        }
    }
}

/// Title in the first rows, headings in the fourth.
fn begin(
    sheet: &mut Worksheet,
    name: &str,
    title: &str,
    whose: Option<&str>,
    head: &[(&str, u16)],
    style: &Style,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.write_with_format(0, 0, title, &style.title)?;
    sheet.write_with_format(1, 0, whose.unwrap_or("(nama belum diisi)"), &style.title)?;
    for (col, (text, width)) in (0..).zip(head) {
        sheet.write_with_format(3, col, *text, &style.head)?;
        sheet.set_column_width(col, *width)?;
    }
    sheet.set_freeze_panes(4, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(3, 3)?;
    Ok(())
}

/// Text that the writer takes, however long the cell it came from.
fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn findings(
    sheet: &mut Worksheet,
    note: &Verifikasi,
    target: &str,
    style: &Style,
) -> Result<(), XlsxError> {
    let head = [
        ("No", 5),
        ("Bab", 9),
        ("Lembar dan sel", 24),
        ("Tingkat", 11),
        ("Kode", 8),
        ("Temuan", 46),
        ("Angka dan keterangan", 46),
        ("Dasar", 40),
        ("Perbaikan", 44),
        ("Tindak lanjut Perangkat Daerah", 36),
    ];
    begin(
        sheet,
        "Temuan",
        "CATATAN HASIL VERIFIKASI RENSTRA",
        note.opd.as_deref(),
        &head,
        style,
    )?;
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
                    sheet.write_with_format(row, 2, cut(&temuan.lokasi), &style.cell)?;
                }
            }
            let text = [
                temuan.tingkat.to_owned(),
                temuan.kode.clone(),
                temuan.pesan.clone(),
                details(temuan),
                temuan.dasar.clone().unwrap_or_default(),
                temuan.perbaiki.clone().unwrap_or_default(),
                String::new(),
            ];
            for (col, text) in (3..).zip(text) {
                sheet.write_with_format(row, col, cut(&text), &style.cell)?;
            }
            row += 1;
        }
    }
    let last = row.saturating_sub(1).max(4);
    sheet.autofilter(3, 0, last, 9)?;
    Ok(())
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
                let mut col = 0;
                for text in before.iter().copied().chain(text) {
                    sheet.write_with_format(row, col, cut(text), &style.cell)?;
                    col += 1;
                }
                for (value, differs) in values.iter().zip(&banding.beda) {
                    let format = if *differs {
                        &style.differs
                    } else {
                        &style.cell
                    };
                    let value = value.as_deref().unwrap_or("-");
                    sheet.write_with_format(row, col, cut(value), format)?;
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
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_category(KELUARAN));
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
    ];
    let label: Vec<String> = city
        .tahun
        .iter()
        .flat_map(|tahun| ["RPJMD", "Renstra", "Selisih"].map(|what| format!("{what} {tahun}")))
        .collect();
    head.extend(label.iter().map(|label| (label.as_str(), 18)));
    let title = "REKAPITULASI KESELARASAN RPJMD DAN RENSTRA";
    begin(sheet, "Rekapitulasi", title, whose, &head, &style)?;
    let money = style.cell.clone().set_num_format("#,##0");
    for (row, opd) in (4..).zip(&city.opd) {
        sheet.write_with_format(row, 0, cut(&opd.nama), &style.cell)?;
        sheet.write_with_format(row, 1, cut(&opd.berkas), &style.cell)?;
        let count = opd
            .temuan
            .into_iter()
            .chain([opd.program, opd.ada, opd.beda]);
        for (col, count) in (2..).zip(count) {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            sheet.write_with_format(row, col, count, &style.cell)?;
        }
        let amount = opd
            .pagu
            .iter()
            .flat_map(|p| [p.rpjmd, p.renstra, p.selisih]);
        for (col, amount) in (8..).zip(amount) {
            match amount {
                // A spreadsheet's numbers hold whole rupiah up to some nine quadrillion.
                Some(amount) => match amount.decimal().to_string().parse::<f64>() {
                    Ok(number) => sheet.write_with_format(row, col, number, &money)?,
                    Err(_) => sheet.write_with_format(row, col, amount.to_string(), &money)?,
                },
                None => sheet.write_blank(row, col, &style.cell)?,
            };
        }
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
            for (col, text) in (0..).zip(text) {
                sheet.write_with_format(row, col, cut(&text), &style.cell)?;
            }
            row += 1;
        }
    }
    Ok(())
}

fn confirmed(unit: &Unit) -> String {
    match unit.konfirmasi.as_deref() {
        None => String::new(),
        Some([]) => "belum dikonfirmasi".to_owned(),
        Some(list) => list.join("\n"),
    }
}
