//! The recap as a workbook: states, money, completeness.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{Recap, remark};
use crate::batch::money::{self, Pagu};
use crate::batch::record::{Output, Record, Status};
use crate::batch::tema::BarisTema;
use crate::diagnostic::Severity;
use crate::model::{Rupiah, text};
use crate::regulation;
use crate::spreadsheet::{self, Style};

/// The file; the same for the same recap. An error is its cause.
pub(super) fn workbook(recap: &Recap<'_>) -> Result<Vec<u8>, String> {
    write(recap).map_err(|why| format!("rekap.xlsx tidak dapat disusun: {why}"))
}

fn write(recap: &Recap<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = spreadsheet::result()?;
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

/// Headings in the first row; the first two columns say whose the rows are.
fn head(
    sheet: &mut Worksheet,
    style: &Style,
    columns: &[(impl AsRef<str>, u16)],
) -> Result<(), XlsxError> {
    spreadsheet::headings(sheet, 0, columns, 2, style)
}

fn states(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Rekap")?;
    let column = [
        ("Kode", 24),
        ("Perangkat Daerah", 40),
        ("Status", 14),
        ("Tahap", 16),
        ("Halaman", 10),
        ("Galat", 8),
        ("Peringatan", 12),
        ("Kelengkapan", 13),
        ("Yang perlu dibicarakan", 70),
        ("Buku kerja", 34),
        ("Dokumen", 34),
        ("Daftar temuan", 34),
    ];
    head(sheet, style, &column)?;
    for (at, row) in (1..).zip(recap.opd) {
        let status = if row.status.is_bad() {
            &style.wrong
        } else {
            &style.cell
        };
        name(sheet, at, row, style)?;
        put(sheet, at, 2, row.status.word(), status)?;
        put(sheet, at, 3, &row.identity.tahap, &style.cell)?;
        count(sheet, at, 4, row.pages, style)?;
        count(sheet, at, 5, Some(row.errors), style)?;
        count(sheet, at, 6, Some(row.warnings), style)?;
        let (filled, required) = row.completeness();
        put(sheet, at, 7, parts(filled, required), &style.cell)?;
        put(sheet, at, 8, remark(row), &style.cell)?;
        put(sheet, at, 9, &row.source, &style.cell)?;
        put(sheet, at, 10, file(row.pdf.as_ref()), &style.cell)?;
        put(sheet, at, 11, file(row.findings.as_ref()), &style.cell)?;
    }
    let last = u32::try_from(recap.opd.len()).unwrap_or(u32::MAX - 1);
    sheet.autofilter(0, 0, last, 11)?;
    Ok(())
}

/// Findings between agencies.
fn between(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Antar-PD")?;
    let column = [
        ("Tingkat", 14),
        ("Kode", 10),
        ("Temuan", 90),
        ("Tempat", 50),
    ];
    head(sheet, style, &column)?;
    for (at, finding) in (1..).zip(&recap.city) {
        let level = if finding.severity == Severity::Error {
            &style.wrong
        } else {
            &style.cell
        };
        put(sheet, at, 0, finding.severity.word(), level)?;
        put(sheet, at, 1, finding.code, &style.cell)?;
        put(sheet, at, 2, finding.line(), &style.cell)?;
        put(sheet, at, 3, &finding.place, &style.cell)?;
    }
    Ok(())
}

fn money(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Pagu")?;
    let years = recap.year();
    let with_rpjmd = recap.total.pagu_rpjmd.is_some();
    let mut title = vec![("Kode".to_owned(), 24), ("Perangkat Daerah".to_owned(), 40)];
    for word in years
        .iter()
        .map(u16::to_string)
        .chain(["Jumlah".to_owned()])
    {
        title.push((format!("{word} (Rp)"), 20));
        if with_rpjmd {
            title.push((format!("RPJMD {word} (Rp)"), 20));
        }
    }
    head(sheet, style, &title)?;
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
    for row in recap.opd {
        line(at, &row.pagu, row.pagu_rpjmd.as_ref(), &style.money)?;
        at += 1;
    }
    line(
        at,
        &recap.total.pagu,
        recap.total.pagu_rpjmd.as_ref(),
        &style.total,
    )?;
    for (at, row) in (1..).zip(recap.opd) {
        name(sheet, at, row, style)?;
    }
    put(sheet, at, 0, "", &style.total)?;
    put(sheet, at, 1, "Jumlah seluruhnya", &style.total)?;
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
    let mut title = vec![("Kode".to_owned(), 24), ("Perangkat Daerah".to_owned(), 40)];
    title.extend(
        bab.iter()
            .map(|bab| (format!("Bab {}", regulation::roman(*bab)), 10)),
    );
    title.push(("Yang belum ada".to_owned(), 90));
    head(sheet, style, &title)?;
    for (at, row) in (1..).zip(recap.opd) {
        name(sheet, at, row, style)?;
        let mut col = 2;
        for bab in &bab {
            let chapter = row.chapters.iter().find(|chapter| chapter.bab == *bab);
            let lacking = chapter.is_some_and(|chapter| chapter.filled < chapter.required);
            let format = if lacking { &style.wrong } else { &style.cell };
            let text = chapter.map_or_else(|| "-".to_owned(), |c| parts(c.filled, c.required));
            put(sheet, at, col, text, format)?;
            col += 1;
        }
        put(sheet, at, col, row.missing.join("; "), &style.cell)?;
    }
    Ok(())
}

/// What the city's themes rest on, with which money, and who answers: theme by theme,
/// within one in the order of the agencies.
fn themes(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Tema")?;
    let mut rows: Vec<(&Record, &BarisTema)> = recap
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
        ("Tema".to_owned(), 34),
        ("Perangkat Daerah".to_owned(), 36),
        ("Kode".to_owned(), 22),
        ("Program/Kegiatan/Subkegiatan".to_owned(), 60),
        ("Penanggung Jawab".to_owned(), 34),
    ];
    for word in years
        .iter()
        .map(u16::to_string)
        .chain(["Jumlah".to_owned()])
    {
        title.push((format!("{word} (Rp)"), 20));
    }
    head(sheet, style, &title)?;
    for (at, (row, own)) in (1..).zip(&rows) {
        for (col, text) in (0..).zip([
            own.tema.as_str(),
            row.name(),
            &own.kode,
            &own.uraian,
            &own.unit,
        ]) {
            put(sheet, at, col, text, &style.cell)?;
        }
        let mut col = 5;
        for year in &years {
            let value = own.pagu.get(year).map(|amount| amount.0);
            amount(sheet, at, col, value, &style.money)?;
            col += 1;
        }
        amount(sheet, at, col, money::total(&own.pagu), &style.money)?;
    }
    Ok(())
}

/// Which agencies rest on which others, and whether these say so too.
fn crosscutting(sheet: &mut Worksheet, recap: &Recap<'_>, style: &Style) -> Result<(), XlsxError> {
    sheet.set_name("Crosscutting")?;
    let column = [
        ("Perangkat Daerah", 36),
        ("Perangkat Daerah Terkait", 36),
        ("Sasaran/Program/Kegiatan", 60),
        ("Bentuk Dukungan", 50),
        ("Disebut balik", 24),
    ];
    head(sheet, style, &column)?;
    let known = || recap.opd.iter().filter(|row| row.status != Status::Copy);
    let names = |row: &Record, named: &str| text::same(row.name(), named);
    let mut at = 0;
    for row in known() {
        for own in &row.kaitan {
            at += 1;
            let other = known().find(|other| names(other, &own.opd_terkait));
            let (mutual, format) = match other {
                None => ("tidak ada buku kerjanya", &style.cell),
                Some(other) if other.kaitan.iter().any(|own| names(row, &own.opd_terkait)) => {
                    ("ya", &style.cell)
                }
                Some(_) => ("belum", &style.wrong),
            };
            let cells = [row.name(), &own.opd_terkait, &own.kinerja, &own.dukungan];
            for (col, text) in (0..).zip(cells) {
                put(sheet, at, col, text, &style.cell)?;
            }
            put(sheet, at, 4, mutual, format)?;
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

fn name(sheet: &mut Worksheet, at: u32, row: &Record, style: &Style) -> Result<(), XlsxError> {
    put(sheet, at, 0, &row.identity.kode, &style.cell)?;
    put(sheet, at, 1, row.name(), &style.cell)?;
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
        Some(value) => sheet
            .write_number_with_format(row, col, value, &style.money)
            .map(|_| ()),
        None => put(sheet, row, col, "-", &style.cell),
    }
}

/// An amount; a stroke where none is stated.
fn amount(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    amount: Option<Rupiah>,
    format: &Format,
) -> Result<(), XlsxError> {
    match amount {
        Some(amount) => spreadsheet::amount(sheet, row, col, amount, format),
        None => put(sheet, row, col, "-", format),
    }
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    text: impl AsRef<str>,
    format: &Format,
) -> Result<(), XlsxError> {
    spreadsheet::text(sheet, row, col, text.as_ref(), format)
}

fn file(output: Option<&Output>) -> &str {
    output.map_or("", |output| &output.name)
}
