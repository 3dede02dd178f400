//! Where an element stands in the tree, by its kode and unit.

use super::{Builder, Last};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{
    Entry, Indikator, Kegiatan, Kode, Level, Located, PaguRow, PerTahun, Program, SubKegiatan, text,
};
use crate::normalise::code;

impl Builder<'_> {
    pub(super) fn place(&mut self, level: Level, element: PaguRow, out: &mut Diagnostics) {
        match level {
            Level::Urusan | Level::BidangUrusan => {
                self.pendanaan.urusan.push(element);
                self.last = Last::Urusan;
            }
            Level::Program => {
                let program = self.push_program(element);
                self.last = Last::Program(program);
            }
            Level::Kegiatan => {
                let program = self.program_of(&element, out);
                let kegiatan = self.push_kegiatan(program, element);
                self.last = Last::Kegiatan(program, kegiatan);
            }
            Level::SubKegiatan => {
                let (program, kegiatan) = self.kegiatan_of(&element, out);
                let list = &mut self.pendanaan.program[program].kegiatan[kegiatan].sub_kegiatan;
                list.push(SubKegiatan { baris: element });
                self.last = Last::SubKegiatan(program, kegiatan, list.len() - 1);
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
    /// none, an empty one is put in, so that a draft still shows the row.
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
        if let Some(found) = same_unit.or(candidate.last()) {
            return *found;
        }
        report_orphan(child, parent.as_ref(), "kegiatan", out);
        let program = self.program_of(child, out);
        let kegiatan = self.push_kegiatan(program, implied(child, parent));
        (program, kegiatan)
    }

    pub(super) fn last_indikator(&mut self) -> Option<&mut Vec<Indikator>> {
        match self.last {
            Last::Tujuan => self
                .pendanaan
                .tujuan
                .last_mut()
                .map(|butir| &mut butir.indikator),
            Last::Sasaran => self
                .pendanaan
                .sasaran
                .last_mut()
                .map(|butir| &mut butir.indikator),
            _ => self.last_row_mut().map(|row| &mut row.indikator),
        }
    }

    pub(super) fn last_row(&self) -> Option<&PaguRow> {
        let program = &self.pendanaan.program;
        match self.last {
            Last::Urusan => self.pendanaan.urusan.last(),
            Last::Program(p) => program.get(p).map(|p| &p.baris),
            Last::Kegiatan(p, k) => program.get(p)?.kegiatan.get(k).map(|k| &k.baris),
            Last::SubKegiatan(p, k, s) => program
                .get(p)?
                .kegiatan
                .get(k)?
                .sub_kegiatan
                .get(s)
                .map(|s| &s.baris),
            Last::None | Last::Unreadable | Last::Tujuan | Last::Sasaran => None,
        }
    }

    pub(super) fn last_row_mut(&mut self) -> Option<&mut PaguRow> {
        let program = &mut self.pendanaan.program;
        match self.last {
            Last::Urusan => self.pendanaan.urusan.last_mut(),
            Last::Program(p) => program.get_mut(p).map(|p| &mut p.baris),
            Last::Kegiatan(p, k) => program
                .get_mut(p)?
                .kegiatan
                .get_mut(k)
                .map(|k| &mut k.baris),
            Last::SubKegiatan(p, k, s) => program
                .get_mut(p)?
                .kegiatan
                .get_mut(k)?
                .sub_kegiatan
                .get_mut(s)
                .map(|s| &mut s.baris),
            Last::None | Last::Unreadable | Last::Tujuan | Last::Sasaran => None,
        }
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
        .path(child.kode.value.to_string())
        .hint(format!(
            "tambahkan baris {what} {wanted}, atau perbaiki kodenya"
        )),
    );
}

/// An element that the table lacks, so that its children can be shown.
fn implied(child: &PaguRow, kode: Option<Kode>) -> PaguRow {
    let origin = child.kode.origin.clone();
    PaguRow {
        kode: Located {
            value: kode.unwrap_or_else(|| child.kode.value.clone()),
            origin: origin.clone(),
        },
        uraian: Entry::Broken(origin.clone()),
        indikator: Vec::new(),
        pagu: PerTahun::new(),
        pagu_akhir: Entry::Missing,
        unit: Entry::Missing,
        lokasi: Entry::Missing,
        origin,
    }
}
