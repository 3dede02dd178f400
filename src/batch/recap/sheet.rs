//! The recap as a workbook: states, money, completeness.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::{Recap, Row};
use crate::batch::money::{self, Pagu};
use crate::batch::record::Status;
use crate::batch::tema::BarisTema;
use crate::diagnostic::Severity;
use crate::model::{KELUARAN, Rupiah, text};
use crate::regulation;

struct Style {
    head: Format,
    text: Format,
    number: Format,
    bad: Format,
    total: Format,
}

impl Style {
    fn new() -> Self {
        let cell = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_align(FormatAlign::Top)
        };
        Self {
            head: cell()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0x00D9_E2F3)),
            text: cell().set_text_wrap().set_num_format("@"),
            number: cell().set_num_format("#,##0"),
            bad: cell()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00F8_CBAD)),
            total: cell().set_bold().set_num_format("#,##0"),
        }
    }
}

/// The file; the same for the same recap. An error is its cause.
pub(super) fn workbook(recap: &Recap<'_>) -> Result<Vec<u8>, String> {
    write(recap).map_err(|why| format!("rekap.xlsx tidak dapat disusun: {why}"))
}

fn write(recap: &Recap<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The clock would make two runs differ.
    let created = ExcelDateTime::from_ymd(recap.periode.map_or(2000, |year| year[0]), 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_creation_datetime(&created)
            .set_category(KELUARAN),
    );
    let style = Style::new();
    states(workbook.add_worksheet(), recap, &style)?;
    money(workbook.add_worksheet(), recap, &style)?;
    completeness(workbook.add_worksheet(), recap, &style)?;
    if recap.opd.iter().any(|row| !row.tema.is_empty()) {
        themes(workbook.add_worksheet(), recap, &style)?;
    }
    if recap.opd.iter().any(|row| !row.kaitan.is_empty()) {
        crosscutting(workbook.add_worksheet(), recap, &style)?;
    }
    if !recap.city.is_empty() {
        between(workbook.add_worksheet(), recap, &style)?;
    }
    workbook.save_to_buffer()
}

fn head(sheet: &mut Worksheet, style: &Style, columns: &[(&str, f64)]) -> Result<(), XlsxError> {
    for (at, (title, width)) in (0..).zip(columns) {
        sheet.write_string_with_format(0, at, *title, &style.head)?;
        sheet.set_column_width(at, *width)?;
    }
    sheet.set_freeze_panes(1, 2)?;
    sheet
        .set_landscape()
        .set_repeat_rows(0, 0)?
        .set_print_fit_to_pages(1, 0);
    Ok(())
}

fn states(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Rekap")?;
    let column = [
        ("Kode", 24.0),
        ("Perangkat Daerah", 40.0),
        ("Status", 14.0),
        ("Tahap", 16.0),
        ("Halaman", 10.0),
        ("Galat", 8.0),
        ("Peringatan", 12.0),
        ("Kelengkapan", 13.0),
        ("Yang perlu dibicarakan", 70.0),
        ("Buku kerja", 34.0),
        ("Dokumen", 34.0),
        ("Daftar temuan", 34.0),
    ];
    head(sheet, style, &column)?;
    for (at, row) in (1..).zip(&recap.opd) {
        let status = if row.status.is_bad() {
            &style.bad
        } else {
            &style.text
        };
        name(sheet, at, row, style)?;
        sheet.write_string_with_format(at, 2, row.status.word(), status)?;
        sheet.write_string_with_format(at, 3, row.tahap, &style.text)?;
        count(sheet, at, 4, row.pages, style)?;
        count(sheet, at, 5, Some(row.errors), style)?;
        count(sheet, at, 6, Some(row.warnings), style)?;
        let (filled, required) = row.record.completeness();
        sheet.write_string_with_format(at, 7, parts(filled, required), &style.text)?;
        sheet.write_string_with_format(at, 8, row.remark(), &style.text)?;
        sheet.write_string_with_format(at, 9, row.source, &style.text)?;
        sheet.write_string_with_format(at, 10, row.pdf.unwrap_or_default(), &style.text)?;
        sheet.write_string_with_format(at, 11, row.findings.unwrap_or_default(), &style.text)?;
    }
    let last = u32::try_from(recap.opd.len()).unwrap_or(u32::MAX - 1);
    sheet.autofilter(0, 0, last, 11)?;
    Ok(())
}

/// Findings between agencies.
fn between(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Antar-PD")?;
    let column = [
        ("Tingkat", 14.0),
        ("Kode", 10.0),
        ("Temuan", 90.0),
        ("Tempat", 50.0),
    ];
    head(sheet, style, &column)?;
    for (at, finding) in (1..).zip(&recap.city) {
        let level = if finding.severity == Severity::Error {
            &style.bad
        } else {
            &style.text
        };
        sheet.write_string_with_format(at, 0, finding.severity.word(), level)?;
        sheet.write_string_with_format(at, 1, finding.code, &style.text)?;
        sheet.write_string_with_format(at, 2, finding.line(), &style.text)?;
        sheet.write_string_with_format(at, 3, &finding.place, &style.text)?;
    }
    Ok(())
}

fn money(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Pagu")?;
    let years = recap.year();
    let with_rpjmd = recap.total.pagu_rpjmd.is_some();
    let mut title = vec![
        ("Kode".to_owned(), 24.0),
        ("Perangkat Daerah".to_owned(), 40.0),
    ];
    for word in years
        .iter()
        .map(u16::to_string)
        .chain(["Jumlah".to_owned()])
    {
        title.push((format!("{word} (Rp)"), 20.0));
        if with_rpjmd {
            title.push((format!("RPJMD {word} (Rp)"), 20.0));
        }
    }
    let column: Vec<(&str, f64)> = title
        .iter()
        .map(|(name, width)| (&**name, *width))
        .collect();
    head(sheet, style, &column)?;
    let mut line = |at: u32, pagu: &Pagu, rpjmd: Option<&Pagu>, format: &Format| {
        let mut col = 2;
        let mut put = |sheet: &mut Worksheet, value: Option<Rupiah>| {
            let done = amount(sheet, at, col, value, format);
            col += 1;
            done
        };
        let get = |pagu: &Pagu, years| pagu.get(years).map(|amount| amount.0);
        for year in &years {
            put(sheet, get(pagu, year))?;
            if with_rpjmd {
                put(sheet, rpjmd.and_then(|rpjmd| get(rpjmd, year)))?;
            }
        }
        put(sheet, money::total(pagu))?;
        if with_rpjmd {
            put(sheet, rpjmd.and_then(money::total))?;
        }
        Ok::<(), XlsxError>(())
    };
    let mut at = 1;
    for row in &recap.opd {
        line(at, row.pagu, row.pagu_rpjmd, &style.number)?;
        at += 1;
    }
    line(
        at,
        &recap.total.pagu,
        recap.total.pagu_rpjmd.as_ref(),
        &style.total,
    )?;
    for (at, row) in (1..).zip(&recap.opd) {
        name(sheet, at, row, style)?;
    }
    sheet.write_string_with_format(at, 0, "", &style.total)?;
    sheet.write_string_with_format(at, 1, "Jumlah seluruhnya", &style.total)?;
    if !recap.total.doubled.is_empty() {
        sheet.write_string(at + 1, 1, outside_the_sum(&recap.total.doubled))?;
    }
    Ok(())
}

/// Whose money the sum leaves out, and why.
fn outside_the_sum(doubled: &[String]) -> String {
    format!(
        "Tidak dihitung karena mempunyai lebih dari satu buku kerja: {}",
        doubled.join("; ")
    )
}

fn completeness(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Kelengkapan")?;
    let bab = super::page::chapters(recap);
    let mut title = vec![
        ("Kode".to_owned(), 24.0),
        ("Perangkat Daerah".to_owned(), 40.0),
    ];
    title.extend(
        bab.iter()
            .map(|bab| (format!("Bab {}", regulation::roman(*bab)), 10.0)),
    );
    title.push(("Yang belum ada".to_owned(), 90.0));
    let column: Vec<(&str, f64)> = title
        .iter()
        .map(|(name, width)| (&**name, *width))
        .collect();
    head(sheet, style, &column)?;
    for (at, row) in (1..).zip(&recap.opd) {
        name(sheet, at, row, style)?;
        let mut col = 2;
        for bab in &bab {
            let chapter = row.chapters.iter().find(|chapter| chapter.bab == *bab);
            let lacking = chapter.is_some_and(|chapter| chapter.filled < chapter.required);
            let format = if lacking { &style.bad } else { &style.text };
            let text = chapter.map_or_else(|| "-".to_owned(), |c| parts(c.filled, c.required));
            sheet.write_string_with_format(at, col, text, format)?;
            col += 1;
        }
        sheet.write_string_with_format(at, col, row.missing.join("; "), &style.text)?;
    }
    Ok(())
}

/// What the city's themes rest on, with which money, and who answers: theme by theme,
/// within one in the order of the agencies.
fn themes(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Tema")?;
    let mut rows: Vec<(&Row<'_>, &BarisTema)> = recap
        .opd
        .iter()
        .filter(|row| row.status != Status::Copy)
        .flat_map(|row| row.tema.iter().map(move |own| (row, own)))
        .collect();
    rows.sort_by_key(|(_, own)| own.tema.to_lowercase());
    let years: BTreeSet<u16> = rows
        .iter()
        .flat_map(|(_, own)| own.pagu.keys().copied())
        .collect();
    let mut title = vec![
        ("Tema".to_owned(), 34.0),
        ("Perangkat Daerah".to_owned(), 36.0),
        ("Kode".to_owned(), 22.0),
        ("Program/Kegiatan/Subkegiatan".to_owned(), 60.0),
        ("Penanggung Jawab".to_owned(), 34.0),
    ];
    for word in years
        .iter()
        .map(u16::to_string)
        .chain(["Jumlah".to_owned()])
    {
        title.push((format!("{word} (Rp)"), 20.0));
    }
    let column: Vec<(&str, f64)> = title
        .iter()
        .map(|(name, width)| (&**name, *width))
        .collect();
    head(sheet, style, &column)?;
    for (at, (row, own)) in (1..).zip(&rows) {
        for (col, text) in (0..).zip([
            own.tema.as_str(),
            row.opd,
            &own.kode,
            &own.uraian,
            &own.unit,
        ]) {
            sheet.write_string_with_format(at, col, text, &style.text)?;
        }
        let mut col = 5;
        for year in &years {
            let value = own.pagu.get(year).map(|amount| amount.0);
            amount(sheet, at, col, value, &style.number)?;
            col += 1;
        }
        amount(sheet, at, col, money::total(&own.pagu), &style.number)?;
    }
    Ok(())
}

/// Which agencies rest on which others, and whether these say so too.
fn crosscutting(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Crosscutting")?;
    let column = [
        ("Perangkat Daerah", 36.0),
        ("Perangkat Daerah Terkait", 36.0),
        ("Sasaran/Program/Kegiatan", 60.0),
        ("Bentuk Dukungan", 50.0),
        ("Disebut balik", 24.0),
    ];
    head(sheet, style, &column)?;
    let known = || recap.opd.iter().filter(|row| row.status != Status::Copy);
    let names = |row: &Row<'_>, named: &str| text::same(row.opd, named);
    let mut at = 0;
    for row in known() {
        for own in row.kaitan {
            at += 1;
            let other = known().find(|other| names(other, &own.opd_terkait));
            let (mutual, format) = match other {
                None => ("tidak ada buku kerjanya", &style.text),
                Some(other) if other.kaitan.iter().any(|own| names(row, &own.opd_terkait)) => {
                    ("ya", &style.text)
                }
                Some(_) => ("belum", &style.bad),
            };
            let cells = [row.opd, &own.opd_terkait, &own.kinerja, &own.dukungan];
            for (col, text) in (0..).zip(cells) {
                sheet.write_string_with_format(at, col, text, &style.text)?;
            }
            sheet.write_string_with_format(at, 4, mutual, format)?;
        }
    }
    Ok(())
}

fn parts(filled: usize, required: usize) -> String {
    if required == 0 {
        return "-".to_owned();
    }
    format!("{filled} dari {required}")
}

fn name(sheet: &mut Worksheet, at: u32, row: &Row<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.write_string_with_format(at, 0, row.kode, &style.text)?;
    sheet.write_string_with_format(at, 1, row.opd, &style.text)?;
    Ok(())
}

fn count(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    value: Option<usize>,
    style: &Style,
) -> Result<(), XlsxError> {
    match value.and_then(|value| u32::try_from(value).ok()) {
        Some(value) => sheet.write_number_with_format(row, col, value, &style.number)?,
        None => sheet.write_string_with_format(row, col, "-", &style.text)?,
    };
    Ok(())
}

/// An amount as a number where Excel keeps it exactly, else as text.
fn amount(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    amount: Option<Rupiah>,
    format: &Format,
) -> Result<(), XlsxError> {
    let Some(amount) = amount else {
        sheet.write_string_with_format(row, col, "-", format)?;
        return Ok(());
    };
    match amount.spreadsheet_number() {
        Some(number) => sheet.write_number_with_format(row, col, number, format)?,
        None => sheet.write_string_with_format(row, col, amount.decimal().to_string(), format)?,
    };
    Ok(())
}
