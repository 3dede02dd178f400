//! The comparison as a workbook: the matrix of changes with amounts as numbers, totals,
//! texts and other tables.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::change::{Change, Fate};
use super::line::{Line, MeasureLine, Money};
use super::page::Page;
use super::passage::PieceFate;
use super::report::Comparison;
use crate::model::Rupiah;
use crate::spreadsheet::{self, Style};

/// Why the workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("buku kerja perbandingan tidak dapat dibuat: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// First row of the headings.
const TOP: u32 = 4;

/// The bytes of the workbook.
///
/// # Errors
/// If the writer refuses a sheet.
pub fn workbook(comparison: &Comparison) -> Result<Vec<u8>, WorkbookError> {
    let mut book = spreadsheet::result()?;
    let style = Style::new();
    matrix(book.add_worksheet(), comparison, &style)?;
    totals(book.add_worksheet(), comparison, &style)?;
    texts(book.add_worksheet(), comparison, &style)?;
    Ok(book.save_to_buffer()?)
}

/// Columns of the matrix: those in front, and the first of each part behind them.
struct Columns {
    years: u16,
}

impl Columns {
    const FRONT: [(&'static str, u16); 5] = [
        ("Kode", 20),
        ("Jenis", 14),
        ("Uraian", 46),
        ("Indikator", 40),
        ("Satuan", 12),
    ];

    fn front() -> u16 {
        5
    }

    /// Columns of one document: start, target and money a year, target and money of the end.
    fn side(&self) -> u16 {
        1 + 2 * self.years + 2
    }

    fn menjadi(&self) -> u16 {
        Self::front() + self.side()
    }

    fn selisih(&self) -> u16 {
        Self::front() + 2 * self.side()
    }

    fn keterangan(&self) -> u16 {
        self.selisih() + self.years + 1
    }
}

fn matrix(sheet: &mut Worksheet, comparison: &Comparison, style: &Style) -> Result<(), XlsxError> {
    let mut page = Page { sheet, style };
    page.begin("Matriks Perubahan", comparison)?;
    let columns = Columns {
        years: u16::try_from(comparison.tahun.len()).unwrap_or_default(),
    };
    heading(&mut page, comparison, &columns)?;
    let mut row = TOP + 2;
    for line in &comparison.baris {
        row = write(&mut page, row, line, &columns)?;
    }
    let last = columns.keterangan() + 1;
    page.sheet
        .autofilter(TOP + 1, 0, row.max(TOP + 3) - 1, last)?;
    page.sheet.set_freeze_panes(TOP + 2, Columns::front())?;
    page.sheet.set_repeat_rows(TOP, TOP + 1)?;
    Ok(())
}

fn heading(page: &mut Page<'_>, comparison: &Comparison, at: &Columns) -> Result<(), XlsxError> {
    for (col, (text, width)) in (0..).zip(Columns::FRONT) {
        page.head(TOP, col, "")?;
        page.head(TOP + 1, col, text)?;
        page.sheet.set_column_width(col, width)?;
    }
    for (first, side) in [
        (Columns::front(), &comparison.semula),
        (at.menjadi(), &comparison.menjadi),
    ] {
        page.head_over(TOP, first, first + at.side() - 1, side.sebutan)?;
        page.head(TOP + 1, first, "Kondisi awal")?;
        let mut col = first + 1;
        for tahun in &comparison.tahun {
            page.head(TOP + 1, col, &format!("Target {tahun}"))?;
            page.head(TOP + 1, col + 1, &format!("Pagu {tahun} (Rp)"))?;
            page.sheet.set_column_width(col + 1, 17)?;
            col += 2;
        }
        page.head(TOP + 1, col, "Target akhir")?;
        page.head(TOP + 1, col + 1, "Pagu akhir (Rp)")?;
        page.sheet.set_column_width(col + 1, 17)?;
    }
    let first = at.selisih();
    let last = first + at.years;
    page.head_over(TOP, first, last, "Bertambah/(Berkurang) (Rp)")?;
    let end = comparison.tahun.iter().map(String::as_str).chain(["Akhir"]);
    for (col, text) in (first..).zip(end) {
        page.head(TOP + 1, col, text)?;
        page.sheet.set_column_width(col, 17)?;
    }
    for (col, text, width) in [
        (at.keterangan(), "Keterangan", 16),
        (at.keterangan() + 1, "Perubahan", 60),
    ] {
        page.head(TOP, col, "")?;
        page.head(TOP + 1, col, text)?;
        page.sheet.set_column_width(col, width)?;
    }
    Ok(())
}

/// A row and its indicators, the first of them in the row itself; gives the next free row.
fn write(page: &mut Page<'_>, top: u32, line: &Line, at: &Columns) -> Result<u32, XlsxError> {
    let count = u32::try_from(line.indikator.len().max(1)).unwrap_or(1);
    for (row, place) in (top..top + count).zip(0..) {
        let indikator = line.indikator.get(place);
        let first = place == 0;
        let differs = line.keterangan != Fate::Tetap;
        let name = if first { line.uraian.as_str() } else { "" };
        let text = [
            line.kode.as_deref().unwrap_or_default(),
            line.tingkat.word(),
            name,
            indikator.map_or("", |one| one.uraian.as_str()),
            indikator
                .and_then(|one| one.satuan.as_deref())
                .unwrap_or_default(),
        ];
        for (col, text) in (0..).zip(text) {
            page.text(row, col, text, false)?;
        }
        targets(page, row, indikator, at)?;
        money(page, row, line.pagu.as_ref().filter(|_| first), at)?;
        let fate =
            match indikator.filter(|_| !matches!(line.keterangan, Fate::Baru | Fate::Dihapus)) {
                Some(one) if !first => one.keterangan,
                _ => line.keterangan,
            };
        page.text(
            row,
            at.keterangan(),
            fate.word(),
            differs && fate != Fate::Tetap,
        )?;
        let own = line.perubahan.iter().filter(|_| first);
        let of_indikator = indikator.into_iter().flat_map(|one| &one.perubahan);
        let mut said: Vec<&str> = own
            .chain(of_indikator)
            .map(|c: &Change| c.teks.as_str())
            .collect();
        let added = indikator.filter(|one| {
            line.keterangan != one.keterangan
                && matches!(one.keterangan, Fate::Baru | Fate::Dihapus)
        });
        said.extend(added.map(|one| match one.keterangan {
            Fate::Baru => "indikator baru",
            _ => "indikator dihapus",
        }));
        page.text(row, at.keterangan() + 1, &said.join("\n"), false)?;
    }
    Ok(top + count)
}

fn targets(
    page: &mut Page<'_>,
    row: u32,
    indikator: Option<&MeasureLine>,
    at: &Columns,
) -> Result<(), XlsxError> {
    for (first, side) in [
        (
            Columns::front(),
            indikator.and_then(|one| one.semula.as_ref()),
        ),
        (at.menjadi(), indikator.and_then(|one| one.menjadi.as_ref())),
    ] {
        // Start; then every second column, the end included.
        let place = std::iter::once(first).chain((0..=at.years).map(|year| first + 1 + 2 * year));
        for (number, col) in place.enumerate() {
            let text = side.and_then(|side| side.get(number)?.as_deref());
            let differs = indikator.is_some_and(|one| one.beda.get(number) == Some(&true));
            page.text(row, col, text.unwrap_or_default(), differs)?;
        }
    }
    Ok(())
}

fn money(
    page: &mut Page<'_>,
    row: u32,
    amounts: Option<&Money>,
    at: &Columns,
) -> Result<(), XlsxError> {
    for year in 0..=at.years {
        let of = |side: fn(&Money) -> &Vec<Option<Rupiah>>| {
            amounts.and_then(|money| side(money).get(usize::from(year)).copied().flatten())
        };
        let differs = of(|pagu| &pagu.selisih).is_some();
        page.amount(
            row,
            Columns::front() + 2 + 2 * year,
            of(|pagu| &pagu.semula),
            differs,
        )?;
        page.amount(
            row,
            at.menjadi() + 2 + 2 * year,
            of(|pagu| &pagu.menjadi),
            differs,
        )?;
        page.amount(row, at.selisih() + year, of(|pagu| &pagu.selisih), differs)?;
    }
    Ok(())
}

fn totals(sheet: &mut Worksheet, comparison: &Comparison, style: &Style) -> Result<(), XlsxError> {
    let mut page = Page { sheet, style };
    page.begin("Rekap Program", comparison)?;
    let labels: Vec<&str> = comparison
        .tahun
        .iter()
        .map(String::as_str)
        .chain(["Jumlah"])
        .collect();
    let width = u16::try_from(labels.len()).unwrap_or_default();
    for (col, text, wide) in [(0, "Kode", 12), (1, "Program", 60)] {
        page.head(TOP, col, "")?;
        page.head(TOP + 1, col, text)?;
        page.sheet.set_column_width(col, wide)?;
    }
    let groups = [
        comparison.semula.sebutan,
        comparison.menjadi.sebutan,
        "Bertambah/(Berkurang)",
    ];
    for (group, first) in groups
        .into_iter()
        .zip((2..).step_by(usize::from(width.max(1))))
    {
        page.head_over(TOP, first, first + width - 1, group)?;
        for (col, label) in (first..).zip(&labels) {
            page.head(TOP + 1, col, label)?;
            page.sheet.set_column_width(col, 18)?;
        }
    }
    for (row, total) in (TOP + 2..).zip(&comparison.rekap) {
        page.text(row, 0, total.kode.as_deref().unwrap_or_default(), false)?;
        page.text(row, 1, &total.uraian, false)?;
        let sides = [&total.pagu.semula, &total.pagu.menjadi, &total.pagu.selisih];
        let amounts = sides.into_iter().flatten();
        for (col, amount) in (2..).zip(amounts) {
            page.amount(row, col, *amount, false)?;
        }
    }
    page.sheet.set_freeze_panes(TOP + 2, 2)?;
    Ok(())
}

fn texts(sheet: &mut Worksheet, comparison: &Comparison, style: &Style) -> Result<(), XlsxError> {
    let mut page = Page { sheet, style };
    page.begin("Narasi dan Tabel Lain", comparison)?;
    let head = [
        ("Bagian", 50),
        ("Keterangan", 14),
        (comparison.semula.sebutan, 80),
        (comparison.menjadi.sebutan, 80),
    ];
    for (col, (text, width)) in (0..).zip(head) {
        page.head(TOP, col, text)?;
        page.sheet.set_column_width(col, width)?;
    }
    let mut row = TOP + 1;
    let mut add = |text: [&str; 4]| -> Result<(), XlsxError> {
        for (col, text) in (0..).zip(text) {
            page.text(row, col, text, false)?;
        }
        row += 1;
        Ok(())
    };
    for note in &comparison.catatan {
        add(["Catatan", "", note, ""])?;
    }
    for change in &comparison.identitas {
        let part = format!("Identitas: {}", change.hal);
        add([&part, Fate::Berubah.word(), &change.teks, ""])?;
    }
    for passage in &comparison.narasi {
        for pieces in &passage.alinea {
            let side = |gone: PieceFate| -> String {
                let own = pieces.iter().filter(|piece| piece.jenis != gone);
                own.map(|piece| piece.teks.as_str()).collect()
            };
            add([
                &passage.judul,
                passage.keterangan.word(),
                &side(PieceFate::Tambah),
                &side(PieceFate::Hapus),
            ])?;
        }
    }
    for table in &comparison.tabel {
        let part = format!("Tabel {}", table.tabel);
        for row in &table.semula {
            add([&part, Fate::Dihapus.word(), &row.join("; "), ""])?;
        }
        for row in &table.menjadi {
            add([&part, Fate::Baru.word(), "", &row.join("; ")])?;
        }
    }
    page.sheet.set_freeze_panes(TOP + 1, 0)?;
    Ok(())
}
