//! Rows of Inmendagri 2/2025 that T-C.27 has not: outcomes and outputs, and
//! elements whose money is spread.

use super::amount::{add_pagu, report_split};
use super::{Builder, Last};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Entry, Jumlah, Kode, Located, PaguRow, text};
use crate::normalise::code;
use crate::sheets::program_kegiatan::ProgramRow;

impl Builder<'_> {
    /// A row of an outcome or output: its sentence goes to its indicator, its money
    /// repeats the element's.
    pub(super) fn take_hasil(&mut self, mut row: ProgramRow, out: &mut Diagnostics) {
        let sentence = std::mem::take(&mut row.uraian);
        if let Entry::Filled(sentence) = &sentence {
            if let Some(program) = self.repeated_outcome(&sentence.value) {
                // SIPD prints a program's outcome again before each unit's block.
                self.unit = row.unit;
                self.last = Last::Program(program);
                return;
            }
            if text::plain(&sentence.value).starts_with("urusan ")
                && matches!(self.last, Last::None)
            {
                self.begin_urusan(sentence, &row);
                self.pendanaan.jumlah.push(Jumlah {
                    uraian: sentence.clone(),
                    pagu: row.pagu,
                    pagu_akhir: row.pagu_akhir,
                });
                return;
            }
        }
        if matches!(self.last, Last::Unreadable) {
            self.follow_unplaced(row.origin);
            return;
        }
        if matches!(self.last, Last::Program(_)) && !row.unit.is_missing() {
            self.unit.clone_from(&row.unit);
        }
        let named = sentence.located().cloned();
        if let Some(indikator) = &mut row.indikator {
            let hasil = named.or_else(|| self.hasil.take());
            indikator.hasil = hasil.into();
        } else if let Some(named) = named {
            self.report_hasil(out);
            self.hasil = Some(named);
        }
        self.add_indikator(row, out);
    }

    /// A bidang urusan written without its kode: that of the agency.
    fn begin_urusan(&mut self, name: &Located<String>, row: &ProgramRow) {
        if let Some(kode) = self.bidang.and_then(|bidang| bidang.parse::<Kode>().ok()) {
            self.pendanaan.urusan.push(PaguRow {
                kode: Located::new(kode, name.origin.clone()),
                uraian: Entry::Filled(name.clone()),
                indikator: Vec::new(),
                pagu: row.pagu.clone(),
                pagu_akhir: row.pagu_akhir.clone(),
                unit: Entry::Missing,
                lokasi: Entry::Missing,
                origin: row.origin.clone(),
            });
        }
    }

    /// The program above, if one of its outcomes reads like this.
    fn repeated_outcome(&self, sentence: &str) -> Option<usize> {
        let at = self.pendanaan.program.len().checked_sub(1)?;
        let program = self.pendanaan.program.get(at)?;
        let begun = !program.kegiatan.is_empty();
        let mut hasil = program
            .baris
            .indikator
            .iter()
            .filter_map(|i| i.hasil.value());
        (begun && hasil.any(|known| text::same(known, sentence))).then_some(at)
    }

    /// Reports an outcome or output that no indicator followed.
    fn report_hasil(&mut self, out: &mut Diagnostics) {
        if let Some(hasil) = self.hasil.take() {
            out.emit(
                Diagnostic::warning(
                    code::HASIL_WITHOUT_INDIKATOR,
                    hasil.origin,
                    format!("\"{}\" tidak mempunyai indikator", hasil.value),
                )
                .hint("isi kolom Indikator pada baris ini"),
            );
        }
    }

    /// A further row of an element that the table already has: its money is added.
    pub(super) fn add_up(&mut self, kode: &Located<Kode>, row: ProgramRow, out: &mut Diagnostics) {
        let place = self.find(&kode.value);
        self.last = place;
        if let Some(above) = self.last_row_mut() {
            report_split(above, &kode.origin, out);
            add_pagu(&mut above.pagu, &row.pagu);
            above.indikator.extend(row.indikator);
        }
    }

    fn find(&self, kode: &Kode) -> Last {
        for (p, program) in self.pendanaan.program.iter().enumerate().rev() {
            if program.baris.kode.value == *kode {
                return Last::Program(p);
            }
            for (k, kegiatan) in program.kegiatan.iter().enumerate().rev() {
                if kegiatan.baris.kode.value == *kode {
                    return Last::Kegiatan(p, k);
                }
                let sub = kegiatan.sub_kegiatan.iter();
                if let Some(s) = sub
                    .enumerate()
                    .rev()
                    .find(|(_, sub)| sub.baris.kode.value == *kode)
                {
                    return Last::SubKegiatan(p, k, s.0);
                }
            }
        }
        Last::Unreadable
    }
}
