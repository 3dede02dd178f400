//! Rows that have no place in the tree: a kode that cannot be read, and what
//! stands below it.

use super::{Builder, Last};
use crate::diagnostic::{Diagnostics, Origin};
use crate::model::{Pendanaan, Unplaced};

impl Builder<'_> {
    /// A row whose kode cannot be read; the finding stands at `cell`. What follows
    /// without a kode belongs to it.
    pub(super) fn begin_unplaced(&mut self, cell: Origin, row: Origin) {
        let (program, kegiatan) = match self.last {
            Last::Program(p) => (Some(p), None),
            Last::Kegiatan(p, k) | Last::SubKegiatan(p, k, _) => (Some(p), Some(k)),
            Last::Unreadable => self
                .pendanaan
                .unplaced
                .last()
                .map_or((None, None), |above| (above.program, above.kegiatan)),
            Last::None | Last::Tujuan | Last::Sasaran | Last::Urusan => (None, None),
        };
        self.pendanaan.unplaced.push(Unplaced {
            cell,
            row: vec![row],
            program,
            kegiatan,
        });
        self.nilai = None;
        self.last = Last::Unreadable;
    }

    /// A row below one that has no place.
    pub(super) fn follow_unplaced(&mut self, row: Origin) {
        self.nilai = None;
        if let Some(above) = self.pendanaan.unplaced.last_mut() {
            above.row.push(row);
        }
    }
}

/// Adds to the findings of unreadable kode that their rows are not printed.
pub(super) fn say_unprinted(table: &Pendanaan, out: &mut Diagnostics) {
    out.retain_mut(|finding| {
        let mut unplaced = table.unplaced.iter();
        if let Some(unplaced) = unplaced.find(|unplaced| unplaced.cell == finding.origin) {
            let unprinted = match unplaced.row.len() {
                0 | 1 => "; baris ini tidak dicetak".to_owned(),
                more => format!(
                    "; baris ini dan {} baris di bawahnya tidak dicetak",
                    more - 1
                ),
            };
            finding.message.push_str(&unprinted);
        }
        true
    });
}
