//! Rows of Inmendagri 2/2025 that T-C.27 has not: outcomes and outputs, which have
//! a sentence and no kode.
//!
//! Which element such a row belongs to is a guess where SIPD prints several. It
//! decides which indicators the element has, and whose money is compared where no
//! name has any; the row itself is printed as it stands.

use super::unplaced::{names_level, report_no_kode};
use super::{Builder, Last};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Baris, Elemen, Entry, Indikator, Jumlah, Kode, Located, PaguRow, Peran, text};
use crate::normalise::code;

impl Builder<'_> {
    /// A row of an outcome or output, or one whose kode is missing.
    pub(super) fn take_hasil(
        &mut self,
        baris: Baris,
        mut indikator: Option<Indikator>,
        out: &mut Diagnostics,
    ) {
        let Some(sentence) = baris.uraian.located().cloned() else {
            if let Some(indikator) = &mut indikator {
                indikator.hasil = self.hasil.take().into();
            }
            self.take_below(baris, Peran::Indikator, indikator, out);
            return;
        };
        if matches!(self.last, Last::None) && text::plain(&sentence.value).starts_with("urusan ") {
            self.begin_urusan(sentence, baris);
            return;
        }
        if indikator.is_none() && self.names_agency(&sentence.value) {
            self.end_hasil();
            self.take_agency(&sentence, baris, out);
            return;
        }
        let names_element =
            names_level(&sentence.value) && (indikator.is_none() || self.has_own_money(&baris));
        if matches!(self.last, Last::None) || names_element {
            self.end_hasil();
            report_no_kode(&sentence, out);
            self.begin_unplaced(sentence.origin, baris);
            return;
        }
        self.end_hasil();
        let repeated = self.repeated_outcome(&sentence.value);
        let owner = repeated.or_else(|| self.owner(&baris));
        if let Some(indikator) = &mut indikator {
            indikator.hasil = Entry::Filled(sentence.clone());
        } else if repeated.is_none() && !matches!(self.last, Last::Unplaced) {
            self.hasil = Some(sentence.clone());
        }
        if let Some(elemen) = owner {
            self.last = Last::Element(elemen);
        }
        self.take_below(baris, Peran::Hasil, indikator, out);
    }

    /// A row of the element above.
    fn take_below(
        &mut self,
        baris: Baris,
        peran: Peran,
        indikator: Option<Indikator>,
        out: &mut Diagnostics,
    ) {
        let Last::Element(elemen) = self.last else {
            if matches!(self.last, Last::Unplaced) {
                self.push(baris, peran, None);
            } else {
                self.take_further(baris, indikator, out);
            }
            return;
        };
        if !baris.unit.is_missing() {
            if matches!(elemen, Elemen::Program(_)) {
                self.unit.clone_from(&baris.unit);
            }
            if std::mem::take(&mut self.inherits)
                && let Some(above) = self.pendanaan.element_mut(elemen)
            {
                // A unit that the outcome or output names stands before the program's.
                above.unit.clone_from(&baris.unit);
            }
        }
        self.fill(elemen, &baris);
        self.push(baris, peran, Some(elemen));
        let known = indikator
            .as_ref()
            .is_some_and(|own| self.has_indikator(elemen, own));
        if !known {
            self.push_indikator(elemen, indikator);
        }
    }

    /// Whether the element has this indicator of this outcome already: SIPD prints a
    /// program's outcome again before each unit's block.
    fn has_indikator(&self, elemen: Elemen, own: &Indikator) -> bool {
        let same = |known: &Indikator| {
            let hasil = (known.hasil.value(), own.hasil.value());
            matches!(hasil, (Some(a), Some(b)) if text::same(a, b))
                && text::same(&known.uraian.value, &own.uraian.value)
        };
        let element = self.pendanaan.element(elemen);
        element.is_some_and(|element| element.indikator.iter().any(same))
    }

    /// A bidang urusan written without its kode: that of the agency.
    fn begin_urusan(&mut self, name: Located<String>, baris: Baris) {
        let at = self.pendanaan.baris.len();
        let elemen = self.bidang.and_then(|bidang| bidang.parse::<Kode>().ok());
        let elemen = elemen.map(|kode| {
            let kode = Located::new(kode, name.origin.clone());
            let origin = baris.origin.clone();
            let mut urusan = PaguRow::new(kode, Entry::Filled(name.clone()), origin);
            urusan.kode_typed = false;
            self.pendanaan.urusan.push(urusan);
            Elemen::Urusan(self.pendanaan.urusan.len() - 1)
        });
        self.push(baris, Peran::Urusan, elemen);
        self.pendanaan.jumlah.push(Jumlah {
            uraian: name,
            baris: at,
            elemen: None,
        });
    }

    /// Whether a row has money that is neither that of the element above nor of one
    /// around it: then it is no outcome of theirs.
    fn has_own_money(&self, baris: &Baris) -> bool {
        let above = self.last_element();
        let (p, k) = above.map_or((None, None), |above| (above.program(), above.kegiatan()));
        let around = [
            above,
            p.zip(k).map(|(p, k)| Elemen::Kegiatan(p, k)),
            p.map(Elemen::Program),
        ];
        let mut around = around.into_iter().flatten();
        baris.has_pagu() && !around.any(|elemen| self.agrees(elemen, baris))
    }

    /// The element that an outcome or output belongs to, if not to the one above.
    fn owner(&self, baris: &Baris) -> Option<Elemen> {
        let above = self.last_element()?;
        let (Some(p), Some(k)) = (above.program(), above.kegiatan()) else {
            return None;
        };
        // Its first outcome or output is its own, whatever it costs.
        if !self.has_hasil(above) || self.agrees(above, baris) {
            return None;
        }
        let wider = [Elemen::Kegiatan(p, k), Elemen::Program(p)];
        let mut wider = wider.into_iter().filter(|elemen| *elemen != above);
        let same = wider.clone().find(|elemen| self.agrees(*elemen, baris));
        same.or_else(|| wider.find(|_| matches!(above, Elemen::SubKegiatan(..))))
    }

    fn has_hasil(&self, elemen: Elemen) -> bool {
        self.rows(elemen).any(|row| row.peran == Peran::Hasil)
    }

    /// Whether no amount of the element's name differs from the row's.
    fn agrees(&self, elemen: Elemen, baris: &Baris) -> bool {
        let name = self.rows(elemen).next();
        name.is_none_or(|name| !name.has_pagu() || !baris.has_pagu() || name.same_pagu(baris))
    }

    fn rows(&self, elemen: Elemen) -> impl Iterator<Item = &Baris> {
        let element = self.pendanaan.element(elemen).into_iter();
        element
            .flat_map(|element| &element.baris)
            .filter_map(|at| self.pendanaan.baris.get(*at))
    }

    /// The program above, if one of its outcomes reads like this.
    fn repeated_outcome(&self, sentence: &str) -> Option<Elemen> {
        let at = self.pendanaan.program.len().checked_sub(1)?;
        let program = self.pendanaan.program.get(at)?;
        let begun = !program.kegiatan.is_empty();
        let mut hasil = self
            .rows(Elemen::Program(at))
            .filter(|row| row.peran == Peran::Hasil);
        let same = |row: &Baris| {
            row.uraian
                .value()
                .is_some_and(|known| text::same(known, sentence))
        };
        (begun && hasil.any(same)).then_some(Elemen::Program(at))
    }

    /// Notes an outcome or output that no indicator followed.
    pub(super) fn end_hasil(&mut self) {
        if let Some(hasil) = self.hasil.take() {
            self.unmeasured.push((self.last_element(), hasil));
        }
    }

    /// Reports outcomes and outputs without an indicator. Of an element that has no
    /// indicator at all a rule speaks.
    pub(super) fn report_hasil(&self, out: &mut Diagnostics) {
        for (elemen, hasil) in &self.unmeasured {
            let element = elemen.and_then(|elemen| self.pendanaan.element(elemen));
            if element.is_some_and(|element| element.indikator.is_empty()) {
                continue;
            }
            out.emit(
                Diagnostic::warning(
                    code::HASIL_WITHOUT_INDIKATOR,
                    hasil.origin.clone(),
                    format!("\"{}\" tidak mempunyai indikator", hasil.value),
                )
                .hint("isi kolom Indikator pada baris ini"),
            );
        }
    }
}
