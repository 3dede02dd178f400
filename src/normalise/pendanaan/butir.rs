//! Goals and objectives of T-C.27, and the rows below them that have no kode.

use super::unplaced::report_no_kode;
use super::{Builder, Last};
use crate::diagnostic::{Diagnostic, Diagnostics, Scope};
use crate::model::{Baris, Elemen, Entry, Indikator, Peran, PernyataanKinerja, text};
use crate::normalise::code;
use crate::sheets::worksheets::program_kegiatan::ProgramRow;

impl Builder<'_> {
    /// Starts a tujuan or sasaran where the row names a new one. The statement is a
    /// row of the table; the last one is left to the row itself if that has no kode,
    /// and given back.
    pub(super) fn begin_butir(&mut self, row: &ProgramRow) -> Option<(Baris, Peran, Elemen)> {
        let mut begun = None;
        if let Entry::Filled(uraian) = &row.tujuan {
            let list = &mut self.pendanaan.tujuan;
            if list
                .last()
                .is_none_or(|last| !uraian.continues(&last.uraian))
            {
                list.push(PernyataanKinerja {
                    uraian: uraian.clone(),
                    indikator: Vec::new(),
                    induk: None,
                });
                let at = list.len() - 1;
                self.tujuan = Some(at);
                self.sasaran = None;
                begun = Some((
                    statement(&row.tujuan, row),
                    Peran::Tujuan,
                    Elemen::Tujuan(at),
                ));
            }
        }
        if let Entry::Filled(uraian) = &row.sasaran {
            let list = &mut self.pendanaan.sasaran;
            if list
                .last()
                .is_none_or(|last| last.induk != self.tujuan || !uraian.continues(&last.uraian))
            {
                list.push(PernyataanKinerja {
                    uraian: uraian.clone(),
                    indikator: Vec::new(),
                    induk: self.tujuan,
                });
                let at = list.len() - 1;
                self.sasaran = Some(at);
                let tujuan = begun.take();
                begun = Some((
                    statement(&row.sasaran, row),
                    Peran::Sasaran,
                    Elemen::Sasaran(at),
                ));
                if let Some((baris, peran, elemen)) = tujuan {
                    self.push(baris, peran, Some(elemen));
                }
            }
        }
        if let Some((_, _, elemen)) = &begun {
            self.last = Last::Element(*elemen);
        }
        let named = row.kode().is_some() || row.baris.kode.is_broken();
        if named && let Some((baris, peran, elemen)) = begun.take() {
            self.push(baris, peran, Some(elemen));
        }
        begun
    }

    /// A row without a kode: of the tujuan or sasaran that it begins, a further
    /// indicator of the element above, or a name that lacks its kode.
    pub(super) fn take_uncoded(
        &mut self,
        baris: Baris,
        indikator: Option<Indikator>,
        begun: Option<(Baris, Peran, Elemen)>,
        out: &mut Diagnostics,
    ) {
        if let Some((statement, peran, elemen)) = begun {
            let baris = Baris {
                uraian: statement.uraian,
                ..baris
            };
            self.push(baris, peran, Some(elemen));
            self.push_indikator(elemen, indikator);
            return;
        }
        if let Some(uraian) = baris.uraian.located() {
            let repeats = self.last_row().is_some_and(|above| {
                let name = above.uraian.value();
                name.is_some_and(|name| text::same(name, &uraian.value))
            });
            if !repeats && indikator.is_none() && self.names_agency(&uraian.value) {
                let name = uraian.clone();
                self.take_agency(&name, baris, out);
                return;
            }
            if !repeats {
                report_no_kode(uraian, out);
                let cell = uraian.origin.clone();
                self.begin_unplaced(cell, baris);
                return;
            }
        }
        self.take_further(baris, indikator, out);
    }

    /// A further indicator of the element above.
    pub(super) fn take_further(
        &mut self,
        baris: Baris,
        indikator: Option<Indikator>,
        out: &mut Diagnostics,
    ) {
        match self.last {
            Last::Element(elemen) => {
                self.fill(elemen, &baris);
                self.push(baris, Peran::Indikator, Some(elemen));
                self.push_indikator(elemen, indikator);
            }
            Last::Unplaced => self.push(baris, Peran::Indikator, None),
            Last::None => {
                let cell = indikator.map(|indikator| indikator.uraian.origin);
                if let Some(cell) = cell {
                    out.emit(
                        Diagnostic::error(
                            code::NO_PARENT_ROW,
                            cell.clone(),
                            "indikator ini tidak berada di bawah tujuan, sasaran, program, atau kegiatan",
                        ).unprinted(Scope::Row)
                        .hint("isi kolom Tujuan, Sasaran, atau Kode pada baris ini"),
                    );
                    self.begin_unplaced(cell, baris);
                    self.last = Last::None;
                } else {
                    self.push(baris, Peran::TidakDikenal, None);
                }
            }
        }
    }

    /// Gives an element unit and place, where its own row has none.
    pub(super) fn fill(&mut self, elemen: Elemen, baris: &Baris) {
        if let Some(above) = self.pendanaan.element_mut(elemen) {
            for (above, below) in [
                (&mut above.unit, &baris.unit),
                (&mut above.lokasi, &baris.lokasi),
            ] {
                if above.is_missing() {
                    above.clone_from(below);
                }
            }
        }
    }

    /// Adds an indicator to its element.
    pub(super) fn push_indikator(&mut self, elemen: Elemen, indikator: Option<Indikator>) {
        let Some(indikator) = indikator else { return };
        let table = &mut self.pendanaan;
        let list = match elemen {
            Elemen::Tujuan(at) => table.tujuan.get_mut(at).map(|butir| &mut butir.indikator),
            Elemen::Sasaran(at) => table.sasaran.get_mut(at).map(|butir| &mut butir.indikator),
            coded => table.element_mut(coded).map(|row| &mut row.indikator),
        };
        if let Some(list) = list {
            list.push(indikator);
        }
    }
}

/// A row that holds a statement and nothing else.
fn statement(uraian: &Entry<String>, row: &ProgramRow) -> Baris {
    Baris {
        uraian: uraian.clone(),
        ..Baris::empty(row.baris.origin.clone())
    }
}
