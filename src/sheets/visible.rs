//! What the eye sees on a worksheet and the plan does not take up: struck-out letters,
//! raised marks, shapes and pictures over the cells; and numbers of which a file format
//! does not tell what the eye sees.

use rust_decimal::Decimal;

use super::cell::{short, shown};
use super::code;
use super::seen;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Scope, some_cells};
use crate::workbook::{Drawing, DrawingKind, Sheet, Value};

/// Findings of one kind for one sheet; the last one says how many more there are.
const MOST: usize = 20;
/// Cells and objects that one finding names.
const NAMED: usize = 8;

/// Reports what of a sheet is seen and not printed. `is_empty` says that no row of it
/// was read, so that what is drawn over it is all that it has.
pub(super) fn report(sheet: &Sheet, is_empty: bool, out: &mut Diagnostics) {
    struck(sheet, out);
    raised(sheet, out);
    drawings(sheet, is_empty, out);
    seen::report(sheet, out);
    if sheet.values_only {
        fractions(sheet, out);
    }
}

/// Struck-out letters, and rows that are struck out as a whole.
fn struck(sheet: &Sheet, out: &mut Diagnostics) {
    let mut findings = Vec::new();
    let mut reported_row = None;
    for (at, marks) in &sheet.marks {
        let Some(text) = marks.struck.as_deref() else {
            continue;
        };
        if reported_row == Some(at.row) {
            continue;
        }
        if is_struck_row(sheet, at.row) {
            reported_row = Some(at.row);
            let message = format!(
                "baris {} dicoret seluruhnya, sehingga tidak dicetak dan tidak dijumlahkan",
                at.row + 1
            );
            findings.push(
                Diagnostic::warning(code::STRUCK, sheet.at(*at), message).unprinted(Scope::Cell)
                    .note("tertulis", row_text(sheet, at.row))
                    .hint("hapus baris itu bila memang tidak dipakai; hilangkan coretannya bila dipakai"),
            );
            continue;
        }
        let read = sheet.get(at.row, at.col).map(shown);
        let finding = Diagnostic::warning(
            code::STRUCK,
            sheet.at(*at),
            "tulisan yang dicoret tidak dibaca dan tidak dicetak",
        )
        .unprinted(Scope::Cell)
        .note("dicoret", short(text))
        .note(
            "dibaca",
            read.as_deref().map_or_else(|| "kosong".to_owned(), short),
        );
        findings.push(
            finding.hint("hapus tulisan yang dicoret; hilangkan coretannya bila masih berlaku"),
        );
    }
    emit(findings, out);
}

/// Whether of a row nothing is left that says something, but a number that counts it.
fn is_struck_row(sheet: &Sheet, row: u32) -> bool {
    let cells = CellRef::new(row, 0)..CellRef::new(row + 1, 0);
    let struck = sheet
        .marks
        .range(cells.clone())
        .filter(|(_, marks)| marks.struck.is_some())
        .count();
    let left = sheet.cell.range(cells).count();
    left == 0 || (left == 1 && struck > 2)
}

/// The struck-out texts of a row.
fn row_text(sheet: &Sheet, row: u32) -> String {
    let cells = CellRef::new(row, 0)..CellRef::new(row + 1, 0);
    let texts = sheet
        .marks
        .range(cells)
        .filter_map(|(_, marks)| marks.struck.as_deref());
    short(&texts.collect::<Vec<_>>().join(" · "))
}

/// Marks above figures, which are notes.
fn raised(sheet: &Sheet, out: &mut Diagnostics) {
    let mut findings = Vec::new();
    for (at, marks) in &sheet.marks {
        let Some(mark) = marks.raised.as_deref() else {
            continue;
        };
        let figure = sheet.get(at.row, at.col).map(shown).unwrap_or_default();
        let message = format!(
            "tanda \"{}\" yang ditulis kecil di atas {} bukan bagian dari angkanya dan tidak dicetak",
            short(mark),
            short(&figure)
        );
        findings.push(
            Diagnostic::warning(code::RAISED, sheet.at(*at), message).unprinted(Scope::Cell)
                .hint("tulis catatannya pada kolom keterangan atau di Narasi; bila pangkat, tulis bilangannya utuh"),
        );
    }
    emit(findings, out);
}

/// Shapes, pictures and charts over the cells.
fn drawings(sheet: &Sheet, is_empty: bool, out: &mut Diagnostics) {
    let of = |kind| {
        sheet
            .drawings
            .iter()
            .filter(move |drawing| drawing.kind == kind)
    };
    let shapes: Vec<&Drawing> = of(DrawingKind::Shape).collect();
    if let Some(first) = shapes.first() {
        let texts: Vec<String> = shapes
            .iter()
            .take(NAMED)
            .map(|shape| format!("\"{}\"", short(&shape.text)))
            .collect();
        let more = if shapes.len() > NAMED { ", …" } else { "" };
        let (message, hint) = if is_empty {
            (
                "lembar ini hanya berisi bentuk atau kotak teks; isinya tidak terbaca dan tidak dicetak",
                "ketik isinya ke dalam sel menurut kolom formulir",
            )
        } else {
            (
                "tulisan pada bentuk atau kotak teks tidak terbaca dan tidak dicetak",
                "pindahkan tulisannya ke dalam sel bila termasuk isi dokumen",
            )
        };
        let finding = if is_empty {
            Diagnostic::error(code::DRAWN, sheet.at(first.at), message).unprinted(Scope::Cell)
        } else {
            Diagnostic::warning(code::DRAWN, sheet.at(first.at), message).unprinted(Scope::Cell)
        };
        let list = format!("{}{more} ({} bentuk)", texts.join(", "), shapes.len());
        out.emit(finding.note("tertulis", list).hint(hint));
    }
    let pictures: Vec<&Drawing> = of(DrawingKind::Picture)
        .chain(of(DrawingKind::Chart))
        .collect();
    if let Some(first) = pictures.first().filter(|_| shapes.is_empty() || !is_empty) {
        let message = format!(
            "{} gambar atau grafik di atas sel tidak dicetak",
            pictures.len()
        );
        let origin = sheet.at(first.at);
        out.emit(if is_empty {
            Diagnostic::error(code::DRAWN, origin, message).unprinted(Scope::Cell)
                .hint("lembar ini tidak mempunyai isian selain gambar; ketik isinya ke dalam sel menurut kolom formulir")
        } else {
            Diagnostic::info(code::DRAWN, origin, message).unprinted(Scope::Cell)
                .hint("ketik isinya ke dalam sel bila termasuk isi dokumen; abaikan bila hanya hiasan atau lambang")
        });
    }
}

/// Numbers that may be shown as percents.
fn fractions(sheet: &Sheet, out: &mut Diagnostics) {
    let is_part = |value: &Value| matches!(value, Value::Number(n) if *n > Decimal::ZERO && *n < Decimal::ONE);
    let is_whole = |value: &Value| matches!(value, Value::Number(n) if *n == Decimal::ONE);
    let rows: Vec<u32> = sheet
        .cell
        .iter()
        .filter(|(_, cell)| is_part(&cell.value))
        .map(|(at, _)| at.row)
        .collect();
    let places: Vec<CellRef> = sheet
        .cell
        .iter()
        .filter(|(at, cell)| {
            // 1 next to 0.85 is 100%.
            is_part(&cell.value) || (is_whole(&cell.value) && rows.binary_search(&at.row).is_ok())
        })
        .map(|(at, _)| *at)
        .collect();
    let Some(first) = places.first() else { return };
    let named = some_cells(&places, NAMED, ", ", ToString::to_string);
    let message = format!(
        "angka antara 0 dan 1 mungkin tampil sebagai persen, tetapi format angka tidak terbaca dari jenis berkas ini: {named}"
    );
    out.emit(
        Diagnostic::warning(code::FORMAT_UNKNOWN, sheet.at(*first), message)
            .hint("simpan sebagai Buku Kerja Excel (.xlsx), atau ketik persennya sebagai teks, misalnya 85%"),
    );
}

/// Emits no more findings of a kind than a person reads.
fn emit(mut findings: Vec<Diagnostic>, out: &mut Diagnostics) {
    let more = findings.len().saturating_sub(MOST);
    findings.truncate(MOST);
    if more > 0
        && let Some(last) = findings.pop()
    {
        findings.push(last.note("lainnya", format!("{more} temuan serupa di lembar ini")));
    }
    out.extend(findings);
}
