//! Where an element stands in the tree, by its kode and unit.

use super::Builder;
use crate::diagnostic::{Diagnostic, Diagnostics, Fact, Ground, Origin};
use crate::model::{
    Elemen, Entry, Kegiatan, Kode, Level, Located, PaguRow, Program, SubKegiatan, Unplaced, text,
};
use crate::normalise::code;

impl Builder<'_> {
    /// Puts the element into the tree.
    pub(super) fn place(
        &mut self,
        level: Level,
        element: PaguRow,
        out: &mut Diagnostics,
    ) -> Elemen {
        match level {
            Level::Urusan | Level::BidangUrusan => {
                self.pendanaan.urusan.push(element);
                Elemen::Urusan(self.pendanaan.urusan.len() - 1)
            }
            Level::Program => Elemen::Program(self.push_program(element)),
            Level::Kegiatan => {
                let program = self.program_of(&element, out);
                Elemen::Kegiatan(program, self.push_kegiatan(program, element))
            }
            Level::SubKegiatan => {
                let (program, kegiatan) = self.kegiatan_of(&element, out);
                let list = &mut self.pendanaan.program[program].kegiatan[kegiatan].sub_kegiatan;
                list.push(SubKegiatan { baris: element });
                Elemen::SubKegiatan(program, kegiatan, list.len() - 1)
            }
        }
    }

    fn push_program(&mut self, baris: PaguRow) -> usize {
        let list = &mut self.pendanaan.program;
        list.push(Program {
            baris,
            tujuan: self.tujuan,
            sasaran: self.sasaran,
            kegiatan: Vec::new(),
        });
        list.len() - 1
    }

    fn push_kegiatan(&mut self, program: usize, baris: PaguRow) -> usize {
        let list = &mut self.pendanaan.program[program].kegiatan;
        list.push(Kegiatan {
            baris,
            sub_kegiatan: Vec::new(),
        });
        list.len() - 1
    }

    /// The nearest programme above whose kode is the parent's. Where there is
    /// none, an implied one is put in, so that the element has a parent.
    fn program_of(&mut self, child: &PaguRow, out: &mut Diagnostics) -> usize {
        let parent = child.kode.value.ancestor(Level::Program);
        let found = parent.as_ref().and_then(|parent| {
            self.pendanaan
                .program
                .iter()
                .rposition(|p| p.baris.kode.value == *parent)
        });
        found.unwrap_or_else(|| {
            report_orphan(child, parent.as_ref(), "program", out);
            self.push_program(implied(child, parent))
        })
    }

    /// Whether a row without a place stands below the kegiatan that was placed last: what
    /// follows may belong to it.
    fn is_below_unplaced(&self) -> bool {
        let place = |origin: &Origin| (origin.sheet_index, origin.cell.map(|cell| cell.row));
        let programs = self.pendanaan.program.iter();
        let last = programs.flat_map(|program| &program.kegiatan).last();
        let last = last.map(|last| place(&last.baris.kode.origin));
        let unplaced = self.pendanaan.unplaced.last();
        unplaced.is_some_and(|row| Some(place(&row.cell)) > last)
    }

    /// The nearest kegiatan above with the parent's kode, of the same unit if
    /// the unit has one.
    fn kegiatan_of(&mut self, child: &PaguRow, out: &mut Diagnostics) -> (usize, usize) {
        let parent = child.kode.value.ancestor(Level::Kegiatan);
        let candidate: Vec<(usize, usize)> = self
            .pendanaan
            .program
            .iter()
            .enumerate()
            .flat_map(|(p, program)| {
                program
                    .kegiatan
                    .iter()
                    .enumerate()
                    .map(move |(k, kegiatan)| (p, k, kegiatan))
            })
            .filter(|(_, _, kegiatan)| Some(&kegiatan.baris.kode.value) == parent.as_ref())
            .map(|(p, k, _)| (p, k))
            .collect();
        let unit = child.unit.value();
        let same_unit = candidate.iter().rev().find(|(p, k)| {
            let above = self.pendanaan.program[*p].kegiatan[*k].baris.unit.value();
            matches!((above, unit), (Some(a), Some(b)) if text::same(a, b))
        });
        let below_unplaced = self.is_below_unplaced();
        if let Some(found) = same_unit.or(candidate.last()).copied() {
            // Its kegiatan may be the row above that has no kode: neither sum is known.
            if same_unit.is_none() && below_unplaced {
                self.pendanaan.unplaced.push(Unplaced {
                    cell: child.kode.origin.clone(),
                    program: Some(found.0),
                    kegiatan: Some(found.1),
                });
            }
            return found;
        }
        // A kegiatan above that lacks its kode was reported for that.
        if !below_unplaced {
            report_orphan(child, parent.as_ref(), "kegiatan", out);
        }
        let program = self.program_of(child, out);
        let kegiatan = self.push_kegiatan(program, implied(child, parent));
        (program, kegiatan)
    }
}

fn report_orphan(child: &PaguRow, parent: Option<&Kode>, what: &str, out: &mut Diagnostics) {
    let wanted = parent.map(ToString::to_string).unwrap_or_default();
    out.emit(
        Diagnostic::error(
            code::ORPHAN,
            child.kode.origin.clone(),
            format!(
                "kode {} tidak mempunyai induk: {what} {wanted} tidak ada pada tabel",
                child.kode.value
            ),
        )
        .element(&child.kode.value)
        .fact(Fact::Element(wanted.clone()))
        .rests_on([Ground::KodeAndName, Ground::Parent])
        .hint(format!(
            "tambahkan baris {what} {wanted}, atau perbaiki kodenya"
        )),
    );
}

/// An element that the table lacks, so that its children have a parent. It has no
/// rows, and is not printed.
fn implied(child: &PaguRow, kode: Option<Kode>) -> PaguRow {
    let origin = child.kode.origin.clone();
    let kode = Located {
        value: kode.unwrap_or_else(|| child.kode.value.clone()),
        origin: origin.clone(),
    };
    let mut element = PaguRow::new(kode, Entry::Broken(origin.clone()), origin);
    element.kode_typed = false;
    element
}
