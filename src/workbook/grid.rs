//! Where the cells of every format end up: one sheet under the limits, with the
//! rules that do not depend on the format.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::format::Format;
use super::merge::Merged;
use super::strings::SharedStrings;
use super::text::clean;
use super::{Area, Cell, Sheet, Value, code, limit};
use crate::diagnostic::{CellRef, Diagnostic, Origin};

/// What was taken in of a file so far.
#[derive(Debug)]
pub(super) struct Intake {
    /// File name as the user knows it.
    pub file: Arc<str>,
    /// Sheets that were read.
    pub sheet: Vec<Sheet>,
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
            notice: Vec::new(),
            cells_left: limit::CELLS,
            text_left: limit::TEXT_BYTES,
        }
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
                merged: Vec::new(),
                hidden_row: Vec::new(),
                hidden_col: Vec::new(),
            },
            intake: self,
            cell: Vec::new(),
            is_1904: false,
            merged: Merged::default(),
            merged_ignored: Places::default(),
            left_out: Places::default(),
            far_blank: Places::default(),
            full: false,
            stale: Places::default(),
            dangling: Places::default(),
            broken: false,
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
    merged_ignored: Places,
    left_out: Places,
    far_blank: Places,
    /// Whether a cell was left out because the workbook's cells are used up.
    full: bool,
    stale: Places,
    dangling: Places,
    broken: bool,
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
            self.far_blank.add(at);
        }
    }

    /// Takes the shared text at a place; `None` for a place that is no number.
    pub fn shared(
        &mut self,
        at: CellRef,
        strings: &SharedStrings,
        place: Option<usize>,
        format: &Format,
    ) {
        match place.and_then(|place| strings.get(place)) {
            Some("") => self.blank(at),
            Some(text) => {
                // A text is only copied once there is room for it: a hostile file
                // uses one long text in millions of cells.
                if self.has_room(at, text.len()) {
                    self.push(at, Value::Text(text.to_owned()), format);
                }
            }
            None => self.dangling.add(at),
        }
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
            self.left_out.add(at);
            return false;
        }
        if self.intake.cells_left == 0 || self.intake.text_left < bytes {
            self.full = true;
            self.left_out.add(at);
            return false;
        }
        self.intake.cells_left -= 1;
        self.intake.text_left -= bytes;
        true
    }

    fn push(&mut self, at: CellRef, value: Value, format: &Format) {
        let format = Some(Arc::clone(&format.code));
        self.cell.push((at, Cell { value, format }));
    }

    /// Notes cells with content that a reader leaves out by itself, from `first` on.
    pub fn leave_out(&mut self, first: CellRef, count: u64) {
        self.left_out.add_many(first, count);
    }

    /// Whether the workbook's cells are used up, so that going on only counts.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Notes a formula whose stored result nobody calculated.
    pub fn stale(&mut self, at: CellRef) {
        self.stale.add(at);
    }

    /// Notes that the sheet could not be read to its end.
    pub fn broken(&mut self) {
        self.broken = true;
    }

    /// Takes a merged area.
    pub fn merge(&mut self, area: Area) {
        if !self.merged.add(area) {
            self.merged_ignored.add(area.start);
        }
    }

    /// Takes hidden rows.
    pub fn hide_rows(&mut self, rows: RangeInclusive<u32>) {
        hide(&mut self.sheet.hidden_row, rows, limit::ROWS);
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
        self.report_left_out();
        self.report_damage();
        self.report_stale();
        if self.sheet.hidden && !self.sheet.cell.is_empty() {
            let message = format!("lembar tersembunyi \"{}\" tidak dipakai", self.sheet.name);
            self.notice(Diagnostic::info(
                code::HIDDEN_SHEET,
                self.sheet.origin.clone(),
                message,
            ));
        }
        self.sheet.merged = self.merged.into_areas();
        self.intake.sheet.push(self.sheet);
    }

    fn notice(&mut self, diagnostic: Diagnostic) {
        self.intake.notice.push(diagnostic);
    }

    /// Drops what lies below a merged area: nobody sees it, and it may be years old.
    fn drop_below_merged(&mut self) {
        let mut below: BTreeMap<CellRef, Below> = BTreeMap::new();
        let merged = &self.merged;
        self.cell.retain(|(at, cell)| {
            let Some(area) = merged.covering(*at).filter(|area| area.start != *at) else {
                return true;
            };
            let below = below.entry(area.start).or_insert_with(|| Below {
                area: *area,
                places: Places::default(),
                first: (*at, shown(&cell.value)),
            });
            below.places.add(*at);
            false
        });
        let more = below.len().saturating_sub(limit::FINDINGS);
        for (place, below) in below.into_values().take(limit::FINDINGS).enumerate() {
            let mut finding = below.finding(&self.sheet.origin);
            if more > 0 && place + 1 == limit::FINDINGS {
                finding = finding.note(
                    "lainnya",
                    format!("{more} gabungan sel serupa di lembar ini"),
                );
            }
            self.notice(finding);
        }
    }

    fn report_left_out(&mut self) {
        if let Some(first) = self.far_blank.first() {
            let Places { count, .. } = self.far_blank;
            let message = format!(
                "{count} sel jauh di luar tabel hanya berisi spasi: {}",
                self.far_blank
            );
            let finding = Diagnostic::warning(code::STRAY_CELL, self.sheet.at(first), message)
                .hint("hapus isi sel itu, lalu simpan");
            self.notice(finding);
        }
        let Some(first) = self.left_out.first() else {
            return;
        };
        let Places { count, .. } = self.left_out;
        let origin = self.sheet.at(first);
        self.notice(if self.full || count > limit::STRAYS {
            let message =
                format!("lembar terlalu besar: {count} sel tidak dibaca, mulai dari {first}");
            Diagnostic::error(code::SHEET_TOO_LARGE, origin, message)
                .note(
                    "batas",
                    "20.000 baris dan 200 kolom tiap lembar, 500.000 sel tiap berkas",
                )
                .hint("pindahkan data yang tidak diperlukan ke berkas lain, lalu simpan")
        } else {
            let message = format!(
                "{count} sel jauh di luar tabel tidak dibaca: {}",
                self.left_out
            );
            Diagnostic::warning(code::STRAY_CELL, origin, message)
                .hint("hapus isi sel itu, atau pindahkan ke dalam tabel bila memang diperlukan")
        });
    }

    fn report_damage(&mut self) {
        if self.broken {
            let message = format!(
                "lembar \"{}\" rusak dan tidak terbaca sampai akhir",
                self.sheet.name
            );
            let finding =
                Diagnostic::error(code::SHEET_DAMAGED, self.sheet.origin.clone(), message).hint(
                    "buka di Excel, pilih Buka dan Perbaiki, lalu simpan sebagai berkas .xlsx baru",
                );
            self.notice(finding);
        }
        if let Some(first) = self.dangling.first() {
            let message = format!("isi sel tidak ditemukan di dalam berkas: {}", self.dangling);
            let finding = Diagnostic::error(code::CELL_DAMAGED, self.sheet.at(first), message)
                .hint("ketik ulang isi sel itu, lalu simpan");
            self.notice(finding);
        }
        if let Some(first) = self.merged_ignored.first() {
            let message = format!(
                "gabungan sel yang tumpang tindih atau terlalu banyak diabaikan: {}",
                self.merged_ignored
            );
            let finding = Diagnostic::warning(code::MERGED_IGNORED, self.sheet.at(first), message)
                .hint("lepas gabungan sel itu, lalu gabungkan lagi seperlunya");
            self.notice(finding);
        }
    }

    fn report_stale(&mut self) {
        let Some(first) = self.stale.first() else {
            return;
        };
        let message = format!(
            "rumus bernilai 0 yang mungkin belum pernah dihitung: {}",
            self.stale
        );
        let finding = Diagnostic::warning(code::STALE_RESULT, self.sheet.at(first), message)
            .hint("buka berkas di Excel, tunggu sampai selesai menghitung, lalu simpan");
        self.notice(finding);
    }
}

/// What lies below a merged area.
struct Below {
    area: Area,
    places: Places,
    /// The first of the cells and what it holds.
    first: (CellRef, String),
}

impl Below {
    fn finding(&self, sheet: &Origin) -> Diagnostic {
        let Self {
            area,
            places,
            first: (at, shown),
        } = self;
        let message =
            format!("isi sel {places} ({shown}) tertutup gabungan sel {area} dan tidak dibaca");
        let hint =
            format!("lepas gabungan sel {area}, hapus atau pindahkan isinya, lalu gabungkan lagi");
        Diagnostic::warning(code::BELOW_MERGED, sheet.at(at.row, at.col), message).hint(hint)
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

/// A value in a few words.
fn shown(value: &Value) -> String {
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

/// Cells that something is said of: the first few and their number.
#[derive(Debug, Default)]
struct Places {
    some: Vec<CellRef>,
    count: u64,
}

impl Places {
    /// How many are named.
    const NAMED: usize = 8;

    fn add(&mut self, at: CellRef) {
        self.add_many(at, 1);
    }

    fn add_many(&mut self, first: CellRef, count: u64) {
        if self.some.len() < Self::NAMED {
            self.some.push(first);
        }
        self.count = self.count.saturating_add(count);
    }

    fn first(&self) -> Option<CellRef> {
        self.some.first().copied()
    }
}

impl fmt::Display for Places {
    /// `H6, I6, J6` or `H6, I6 dan 12 lainnya`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, at) in self.some.iter().enumerate() {
            let separator = if place == 0 { "" } else { ", " };
            write!(f, "{separator}{at}")?;
        }
        match self.count.saturating_sub(self.some.len() as u64) {
            0 => Ok(()),
            more => write!(f, " dan {more} lainnya"),
        }
    }
}
