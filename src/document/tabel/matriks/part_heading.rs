//! Headings within a table of the agency's own: matrices that an office typed below each
//! other on one sheet, with a blank row before each.

use super::alignment::is_number;
use super::cells::Jenis;
use crate::model::SelTambahan;

/// Where the walk over the rows of a table is.
#[derive(Debug)]
pub(super) struct PartHeading {
    /// Whether a blank row stood before, and no heading since.
    begins: bool,
    /// Whether a row of several cells stood before.
    within: bool,
    /// Whether the row before ended a heading.
    headed: bool,
    /// Rows that the cells of the heading still cover.
    covered: u16,
}

impl PartHeading {
    /// Before the first row; `begins` says whether a blank row ends the table's heading.
    pub(super) fn new(begins: bool) -> Self {
        Self {
            begins,
            within: false,
            headed: false,
            covered: 0,
        }
    }

    /// What kind of row the next one is, and whether its cells stand in the middle of their
    /// columns; `None` for a blank one, which only parts others.
    pub(super) fn kind(&mut self, row: &[SelTambahan], width: usize) -> Option<(Jenis, bool)> {
        let numbers = std::mem::take(&mut self.headed) && is_numbering(row);
        let jenis = self.jenis(row, width)?;
        Some((jenis, numbers || jenis == Jenis::Kelompok && row.len() > 1))
    }

    fn jenis(&mut self, row: &[SelTambahan], width: usize) -> Option<Jenis> {
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
            self.headed = self.covered == 0;
            return Some(Jenis::Kelompok);
        }
        if row.len() == 1 && columns == width && width > 1 {
            // What a table quotes above its first row heads no part.
            return Some(if self.begins && self.within {
                Jenis::Kelompok
            } else {
                Jenis::Pita
            });
        }
        self.within = true;
        if std::mem::take(&mut self.begins) && filled > 1 && row.iter().all(is_words) {
            let worded = row.iter().filter(text);
            let lowest = worded.map(|cell| cell.baris).max().unwrap_or(1);
            self.covered = lowest.saturating_sub(1);
            self.headed = self.covered == 0;
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

/// Whether a row has nothing but the numbers of its columns, from 1 on.
fn is_numbering(row: &[SelTambahan]) -> bool {
    let texts: Vec<&str> = row
        .iter()
        .filter_map(|cell| Some(cell.teks.value()?.trim()))
        .filter(|text| !text.is_empty())
        .collect();
    let is_short = |text: &&str| text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    texts.starts_with(&["1", "2"]) && texts.iter().all(is_short)
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
