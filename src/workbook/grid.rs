//! Where the cells of every format end up: one sheet under the limits, with the
//! rules that do not depend on the format.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::format::{Format, Look};
use super::merge::Merged;
use super::notices::{Notices, shown};
use super::runs::Seen;
use super::text::clean;
use super::visible::{Drawing, Marks, PICTURE, is_error, is_picture, is_placeholder};
use super::{Area, Cell, Sheet, Value, code, limit};
use crate::diagnostic::{CellRef, Diagnostic, Origin};

/// What was taken in of a file so far.
#[derive(Debug)]
pub(super) struct Intake {
    /// File name as the user knows it.
    pub file: Arc<str>,
    /// Sheets that were read.
    pub sheet: Vec<Sheet>,
    /// The category that the file's properties name.
    pub category: Option<String>,
    /// What was noticed.
    pub notice: Vec<Diagnostic>,
    /// Cells that may still be taken in.
    cells_left: usize,
    /// Bytes of text that may still be taken in.
    text_left: usize,
}

impl Intake {
    /// Nothing taken in yet.
    pub fn new(file: Arc<str>) -> Self {
        Self {
            file,
            sheet: Vec::new(),
            category: None,
            notice: Vec::new(),
            cells_left: limit::CELLS,
            text_left: limit::TEXT_BYTES,
        }
    }

    /// Says once of the workbook what is not known of it.
    pub fn values_only(&mut self, extension: &str) {
        let message = format!(
            "dari berkas {extension} hanya isi sel yang terbaca; format angka, gabungan sel, serta baris dan kolom tersembunyi tidak diketahui"
        );
        self.notice.push(
            Diagnostic::info(
                code::VALUES_ONLY,
                Origin::file(Arc::clone(&self.file)),
                message,
            )
            .hint("simpan sebagai Buku Kerja Excel (.xlsx) agar terbaca lengkap"),
        );
    }

    /// Begins the sheet at `place` of the workbook, counted from 0.
    pub fn sheet(&mut self, place: usize, name: &str, hidden: bool) -> Grid<'_> {
        let name: String = name.chars().take(limit::NAME_CHARS).collect();
        let name: Arc<str> = clean(&name).unwrap_or_default().into();
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let origin = Origin::sheet(Arc::clone(&self.file), place, Arc::clone(&name));
        Grid {
            sheet: Sheet {
                name,
                origin,
                hidden,
                cell: BTreeMap::new(),
                merged: Merged::default(),
                repeats: BTreeMap::new(),
                hidden_row: Vec::new(),
                hidden_col: Vec::new(),
                marks: BTreeMap::new(),
                drawings: Vec::new(),
                unseen: Vec::new(),
                hides_zeros: false,
                values_only: false,
            },
            intake: self,
            cell: Vec::new(),
            is_1904: false,
            merged: Merged::default(),
            remarks: Notices::default(),
        }
    }
}

/// A sheet being read.
pub(super) struct Grid<'i> {
    intake: &'i mut Intake,
    sheet: Sheet,
    /// Cells in the order of the file, which is nearly always that of the sheet:
    /// the map is built at the end in one go.
    cell: Vec<(CellRef, Cell)>,
    /// Whether serial numbers of dates count from 1904.
    pub is_1904: bool,
    merged: Merged,
    remarks: Notices,
}

impl Grid<'_> {
    /// Takes a text as it stands in the file.
    pub fn text(&mut self, at: CellRef, raw: &str, format: &Format) {
        match clean(raw) {
            Some(text) => self.put(at, Value::Text(text), format),
            None => self.blank(at),
        }
    }

    /// Takes a text without visible characters. It is no content, but far away
    /// from the table it makes a sheet that other programs choke on.
    fn blank(&mut self, at: CellRef) {
        if is_far(at) {
            self.remarks.far_blank.add(at);
        }
    }

    /// Takes a shared text of which this is the clean form, perhaps empty.
    pub fn shared(&mut self, at: CellRef, text: &str, format: &Format) {
        if text.is_empty() {
            self.blank(at);
        } else if self.has_room(at, text.len()) {
            // A text is only copied once there is room for it: a hostile file
            // uses one long text in millions of cells.
            self.push(at, Value::Text(text.to_owned()), format);
        }
    }

    /// Notes a cell whose text is not in the file.
    pub fn dangling(&mut self, at: CellRef) {
        self.remarks.dangling.add(at);
    }

    /// Takes a number, which is a date if its format says so.
    pub fn number(&mut self, at: CellRef, number: f64, format: &Format) {
        let value = Value::from_number(number, format, self.is_1904);
        self.put(at, value, format);
    }

    /// Takes a cell whose value needs no more work: text must be clean and not empty.
    pub fn put(&mut self, at: CellRef, value: Value, format: &Format) {
        let bytes = match &value {
            Value::Text(text) | Value::Error(text) => text.len(),
            _ => 0,
        };
        if self.has_room(at, bytes) {
            self.push(at, value, format);
        }
    }

    /// Whether a cell with this many bytes of text is inside the limits; if so it
    /// is counted, else it is noted as left out.
    fn has_room(&mut self, at: CellRef, bytes: usize) -> bool {
        if is_far(at) {
            self.remarks.left_out.add(at);
            return false;
        }
        if self.intake.cells_left == 0 || self.intake.text_left < bytes {
            self.remarks.full = true;
            self.remarks.left_out.add(at);
            return false;
        }
        self.intake.cells_left -= 1;
        self.intake.text_left -= bytes;
        true
    }

    /// Takes a rich text as it is seen in a cell with this format.
    pub fn seen(&mut self, at: CellRef, seen: &Seen, format: &Format) {
        let marks = Marks {
            struck: clean(&seen.struck).map(Into::into),
            raised: clean(&seen.raised).map(Into::into),
        };
        let bytes = seen.struck.len() + seen.raised.len();
        if marks != Marks::default() && self.has_room(at, bytes) {
            self.sheet.marks.insert(at, marks);
        }
        // The parts of a text have looks of their own.
        let plain = Format {
            look: Look::default(),
            ..format.clone()
        };
        self.text(at, &seen.text, &plain);
    }

    /// Takes the objects that are drawn over the sheet.
    pub fn draw(&mut self, drawings: Vec<Drawing>) {
        self.sheet.drawings = drawings;
    }

    fn push(&mut self, at: CellRef, value: Value, format: &Format) {
        if format.look.struck {
            let struck = Some(struck_text(value));
            self.sheet.marks.entry(at).or_default().struck = struck;
            return;
        }
        if format.look.unseen {
            self.sheet.unseen.push(at);
        }
        let value = match value {
            Value::Text(text) if is_placeholder(&text) || is_error(&text) => Value::Error(text),
            Value::Text(text) if is_picture(&text) => Value::Error(PICTURE.to_owned()),
            value => value,
        };
        let format = (!self.sheet.values_only).then(|| Arc::clone(&format.code));
        self.cell.push((at, Cell { value, format }));
    }

    /// Notes that nothing but values is known of the sheet.
    pub fn values_only(&mut self) {
        self.sheet.values_only = true;
    }

    /// Notes cells with content below merged areas, which the format does not tell.
    pub fn covered(&mut self, cells: &[CellRef]) {
        for at in cells {
            self.remarks.covered.add(*at);
        }
    }

    /// Notes a formula whose stored result nobody calculated.
    pub fn stale(&mut self, at: CellRef) {
        self.remarks.stale.add(at);
    }

    /// Notes that the sheet could not be read to its end.
    pub fn broken(&mut self) {
        self.remarks.broken = true;
    }

    /// Takes a merged area.
    pub fn merge(&mut self, area: Area) {
        if !self.merged.add(area) {
            self.remarks.merged_ignored.add(area.start);
        }
    }

    /// Takes hidden rows.
    pub fn hide_rows(&mut self, rows: RangeInclusive<u32>) {
        hide(&mut self.sheet.hidden_row, rows, limit::ROWS);
    }

    /// Notes that the sheet shows no zeros.
    pub fn hide_zeros(&mut self) {
        self.sheet.hides_zeros = true;
    }

    /// Takes hidden columns.
    pub fn hide_cols(&mut self, cols: RangeInclusive<u32>) {
        hide(&mut self.sheet.hidden_col, cols, limit::COLUMNS);
    }

    /// Hands the sheet over, with a finding for what was noticed.
    pub fn finish(mut self) {
        self.drop_below_merged();
        self.sheet.cell = std::mem::take(&mut self.cell).into_iter().collect();
        for list in [&mut self.sheet.hidden_row, &mut self.sheet.hidden_col] {
            list.sort_unstable();
            list.dedup();
        }
        self.intake
            .notice
            .extend(self.remarks.findings(&self.sheet));
        self.sheet.merged = self.merged.sorted();
        self.intake.sheet.push(self.sheet);
    }

    /// Drops what lies below a merged area: nobody sees it, and it may be years old.
    fn drop_below_merged(&mut self) {
        let (merged, remarks) = (&self.merged, &mut self.remarks);
        self.cell.retain(|(at, cell)| {
            let Some(area) = merged.covering(*at).filter(|area| area.start != *at) else {
                return true;
            };
            remarks.below_merged(area, *at, &cell.value);
            false
        });
        self.sheet.marks.retain(|at, _| {
            let covering = merged.covering(*at);
            covering.is_none_or(|area| area.start == *at)
        });
    }
}

/// What a struck-out cell held, for a finding.
fn struck_text(value: Value) -> Box<str> {
    match value {
        Value::Text(text) | Value::Error(text) => text.into_boxed_str(),
        value => shown(&value).into_boxed_str(),
    }
}

/// Whether a position lies outside of what is read of a sheet.
fn is_far(at: CellRef) -> bool {
    at.row >= limit::ROWS || at.col >= limit::COLUMNS
}

/// Adds what of a range lies below the bound.
fn hide(list: &mut Vec<u32>, range: RangeInclusive<u32>, bound: u32) {
    // A hostile file may name the same rows again and again.
    if list.len() < 2 * bound as usize {
        list.extend(*range.start()..=(*range.end()).min(bound - 1));
    }
}
