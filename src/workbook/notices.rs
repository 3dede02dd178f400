//! What is noticed of a sheet while it is read, and the findings made of it.

use std::collections::BTreeMap;

use super::cell_sample::CellSample;
use super::{Area, Sheet, Value, code, limit};
use crate::diagnostic::{CellRef, Code, Diagnostic, Origin, Scope, Severity};

/// What was noticed of a sheet.
#[derive(Debug, Default)]
pub(super) struct Notices {
    /// Cells with content outside of the limits.
    pub left_out: CellSample,
    /// Whether a cell was left out because the workbook's cells are used up.
    pub full: bool,
    /// Cells far away with nothing but blanks.
    pub far_blank: CellSample,
    /// Formulas with the result 0 that nobody calculated.
    pub stale: CellSample,
    /// Cells whose text is not in the file.
    pub dangling: CellSample,
    /// Merged areas that were not kept, by their first cells.
    pub merged_ignored: CellSample,
    /// Cells with content that merged areas hide, which were read nevertheless.
    pub covered: CellSample,
    /// Whether the sheet could not be read to its end.
    pub broken: bool,
    /// What lies below merged areas, by their first cells.
    below: BTreeMap<CellRef, HiddenByMerge>,
}

/// What lies below a merged area.
#[derive(Debug)]
struct HiddenByMerge {
    area: Area,
    cells: CellSample,
    /// The first of the cells and what it holds.
    first: (CellRef, String),
}

impl Notices {
    /// Notes a cell that lies below a merged area.
    pub fn below_merged(&mut self, area: &Area, at: CellRef, value: &Value) {
        let below = self
            .below
            .entry(area.start)
            .or_insert_with(|| HiddenByMerge {
                area: *area,
                cells: CellSample::default(),
                first: (at, shown(value)),
            });
        below.cells.add(at);
    }

    /// The findings for all of it.
    pub fn findings(&self, sheet: &Sheet) -> Vec<Diagnostic> {
        let mut list = Vec::new();
        list.extend(self.broken.then(|| broken(sheet)));
        list.extend((sheet.hidden && !sheet.cell.is_empty()).then(|| hidden(sheet)));
        list.extend(self.left_out(sheet));
        list.extend(finding_for(
            &self.far_blank,
            sheet,
            (code::STRAY_CELL, Severity::Warning),
            &format!(
                "{} sel jauh di luar tabel hanya berisi spasi",
                self.far_blank.count()
            ),
            "hapus isi sel itu, lalu simpan",
        ));
        list.extend(
            finding_for(
                &self.dangling,
                sheet,
                (code::CELL_DAMAGED, Severity::Error),
                "isi sel tidak ditemukan di dalam berkas",
                "ketik ulang isi sel itu, lalu simpan",
            )
            .map(unprinted),
        );
        list.extend(finding_for(
            &self.merged_ignored,
            sheet,
            (code::MERGED_IGNORED, Severity::Warning),
            "gabungan sel yang tumpang tindih atau terlalu banyak diabaikan",
            "lepas gabungan sel itu, lalu gabungkan lagi seperlunya",
        ));
        list.extend(finding_for(
            &self.covered,
            sheet,
            (code::COVERED, Severity::Warning),
            "isi sel yang tertutup gabungan sel ikut terbaca",
            "lepas gabungan sel itu dan hapus isinya, atau simpan sebagai .xlsx",
        ));
        list.extend(finding_for(
            &self.stale,
            sheet,
            (code::STALE_RESULT, Severity::Warning),
            "rumus bernilai 0 yang mungkin belum pernah dihitung",
            "buka berkas di Excel, tunggu sampai selesai menghitung, lalu simpan",
        ));
        self.push_below(sheet, &mut list);
        list
    }

    /// A few cells are strays; many are a table whose data would be missing.
    fn left_out(&self, sheet: &Sheet) -> Option<Diagnostic> {
        let first = self.left_out.first()?;
        let count = self.left_out.count();
        if !self.full && count <= limit::STRAYS {
            return finding_for(
                &self.left_out,
                sheet,
                (code::STRAY_CELL, Severity::Warning),
                &format!("{count} sel jauh di luar tabel tidak dibaca"),
                "hapus isi sel itu, atau pindahkan ke dalam tabel bila memang diperlukan",
            )
            .map(unprinted);
        }
        let message = format!("lembar terlalu besar: {count} sel tidak dibaca, mulai dari {first}");
        let limits = "20.000 baris dan 200 kolom tiap lembar, 500.000 sel tiap berkas";
        Some(
            Diagnostic::error(code::SHEET_TOO_LARGE, sheet.at(first), message)
                .unprinted(Scope::Sheet)
                .note("batas", limits)
                .hint("pindahkan data yang tidak diperlukan ke berkas lain, lalu simpan"),
        )
    }

    fn push_below(&self, sheet: &Sheet, list: &mut Vec<Diagnostic>) {
        list.extend(
            self.below
                .values()
                .take(limit::FINDINGS)
                .map(|below| below.finding(sheet)),
        );
        let more = self.below.len().saturating_sub(limit::FINDINGS);
        if more > 0
            && let Some(last) = list.pop()
        {
            let more = format!("{more} gabungan sel serupa di lembar ini");
            list.push(last.note("lainnya", more));
        }
    }
}

impl HiddenByMerge {
    fn finding(&self, sheet: &Sheet) -> Diagnostic {
        let Self {
            area,
            cells,
            first: (at, shown),
        } = self;
        let message =
            format!("isi sel {cells} ({shown}) tertutup gabungan sel {area} dan tidak dibaca");
        let hint =
            format!("lepas gabungan sel {area}, hapus atau pindahkan isinya, lalu gabungkan lagi");
        Diagnostic::warning(code::BELOW_MERGED, sheet.at(*at), message)
            .unprinted(Scope::Cell)
            .hint(hint)
    }
}

fn unprinted(finding: Diagnostic) -> Diagnostic {
    finding.unprinted(Scope::Cell)
}

fn broken(sheet: &Sheet) -> Diagnostic {
    let message = format!(
        "lembar \"{}\" rusak dan tidak terbaca sampai akhir",
        sheet.name
    );
    Diagnostic::error(code::SHEET_DAMAGED, sheet.origin.clone(), message)
        .unprinted(Scope::Sheet)
        .hint("buka di Excel, pilih Buka dan Perbaiki, lalu simpan sebagai berkas .xlsx baru")
}

fn hidden(sheet: &Sheet) -> Diagnostic {
    let message = format!("lembar tersembunyi \"{}\" tidak dipakai", sheet.name);
    Diagnostic::info(code::HIDDEN_SHEET, sheet.origin.clone(), message)
        .hint("tampilkan lembar itu di Excel bila memang harus dipakai")
}

/// One finding for all the cells, at the first of them; `None` if there are none.
fn finding_for(
    cells: &CellSample,
    sheet: &Sheet,
    (code, severity): (Code, Severity),
    what: &str,
    hint: &str,
) -> Option<Diagnostic> {
    let origin: Origin = sheet.at(cells.first()?);
    Some(Diagnostic::new(code, severity, origin, format!("{what}: {cells}")).hint(hint))
}

/// A value in a few words.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Error(text) => match text.char_indices().nth(40) {
            Some((end, _)) => format!("\"{}…\"", text.get(..end).unwrap_or_default()),
            None => format!("\"{text}\""),
        },
        Value::Number(number) => number.to_string().replace('.', ","),
        Value::Bool(_) => "nilai benar/salah".to_owned(),
        Value::Date(date) => format!("{:02}/{:02}/{}", date.day, date.month, date.year),
        Value::NoResult => "rumus tanpa hasil".to_owned(),
    }
}
