//! What a unit gave.

use crate::diagnostic::Origin;

/// What a unit gave.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// The unit.
    pub unit: String,
    /// Its file.
    pub file: String,
    /// The day on which it was saved.
    pub saved: Option<String>,
    /// Rows that it returned.
    pub rows: usize,
    /// Rows of them that are different from the agency's.
    pub changed: Vec<ContributedRow>,
}

/// A row that a unit changed or added.
#[derive(Debug, Clone)]
pub struct ContributedRow {
    /// Name of the worksheet.
    pub table: &'static str,
    /// Kode and name.
    pub label: String,
    /// Whether the agency's workbook did not have it.
    pub is_new: bool,
    /// Its cell in the unit's workbook.
    pub origin: Origin,
}

impl Contribution {
    /// `dari bidang-angkutan.xlsx, disimpan 20 September 2025: 2 baris berubah, 1 baru`.
    pub fn provenance(&self) -> String {
        let new = self.changed.iter().filter(|row| row.is_new).count();
        let changed = self.changed.len() - new;
        let saved = self.saved.as_ref();
        let saved = saved.map_or(String::new(), |day| format!(", disimpan {day}"));
        format!(
            "dari {}{saved}: {changed} baris berubah, {new} baru",
            self.file
        )
    }
}
