//! Headings within a table of the agency's own: matrices that an office typed below each
//! other on one sheet, with a blank row before each.

use super::alignment::is_number;
use super::cells::Jenis;
use crate::model::SelTambahan;

/// Where the walk over the rows of a table is.
#[derive(Debug, Default)]
pub(super) struct PartHeading {
    /// Whether a blank row stood before, and no heading since.
    begins: bool,
    /// Rows that the cells of the heading still cover.
    covered: u16,
}

impl PartHeading {
    /// What kind of row the next one is; `None` for a blank one, which only parts others.
    pub(super) fn kind(&mut self, row: &[SelTambahan], width: usize) -> Option<Jenis> {
        let columns: usize = row.iter().map(|cell| usize::from(cell.kolom)).sum();
        let text = |cell: &&SelTambahan| cell.teks.value().is_some_and(|t| !t.trim().is_empty());
        let filled = row.iter().filter(text).count();
        let alone = row.iter().all(|cell| cell.baris <= 1);
        if filled == 0 && alone && columns == width {
            self.begins = true;
            self.covered = 0;
            return None;
        }
        if self.covered > 0 {
            self.covered -= 1;
            return Some(Jenis::Kelompok);
        }
        if row.len() == 1 && columns == width && width > 1 {
            return Some(if self.begins {
                Jenis::Kelompok
            } else {
                Jenis::Pita
            });
        }
        if std::mem::take(&mut self.begins) && filled > 1 && row.iter().all(is_words) {
            let lowest = row.iter().map(|cell| cell.baris).max().unwrap_or(1);
            self.covered = lowest.saturating_sub(1);
            return Some(Jenis::Kelompok);
        }
        Some(if is_total(row) {
            Jenis::Jumlah
        } else {
            Jenis::Biasa
        })
    }
}

/// Whether a cell holds no figure but a year.
fn is_words(cell: &SelTambahan) -> bool {
    let text = cell.teks.value().map_or("", |text| text.trim());
    let year = text.len() == 4 && text.starts_with("20");
    year || !(cell.angka || is_number(text))
}

/// Whether a row adds up those above it.
pub(super) fn is_total(row: &[SelTambahan]) -> bool {
    let first = row
        .iter()
        .filter_map(|cell| cell.teks.value())
        .find(|text| text.chars().any(char::is_alphanumeric));
    first.is_some_and(|text| {
        let text = text.trim().to_lowercase();
        ["jumlah", "total", "grand total"]
            .iter()
            .any(|word| text.strip_prefix(word).is_some_and(|rest| rest.len() < 12))
    })
}
