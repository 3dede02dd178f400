//! Rows with a kode: a new element, a further indicator of the one above, or one
//! that the table has already.

use super::{Builder, Last};
use crate::diagnostic::{Diagnostic, Diagnostics, Ground, Severity};
use crate::model::{
    Baris, Elemen, Entry, Indikator, Kode, Level, Located, PaguRow, Pendanaan, Peran, text,
};
use crate::normalise::code;

impl Builder<'_> {
    pub(super) fn take_coded(
        &mut self,
        kode: Located<Kode>,
        baris: Baris,
        indikator: Option<Indikator>,
        inmendagri_2025: bool,
        out: &mut Diagnostics,
    ) {
        let kode = match self.bidang {
            Some(bidang) => kode.map(|kode| kode.with_bidang(bidang)),
            None => kode,
        };
        let mut unit = baris.unit.clone();
        if inmendagri_2025 {
            if kode.value.level() == Level::Program {
                self.unit = Entry::Missing;
            }
            self.inherits = unit.is_missing();
            if self.inherits {
                unit.clone_from(&self.unit);
            }
        }
        if self.continues(&kode.value, &baris, &unit) {
            self.take_further(baris, indikator, out);
            return;
        }
        let own = unit.value().map(|unit| text::same_form(unit));
        let key = (own.unwrap_or_default(), kode.value.clone());
        let level = kode.value.level();
        if let Some((_, first)) = self.seen.get(&key) {
            let first = *first;
            let again = self.repeats(first, &baris);
            self.report_duplicate(&kode, &unit, first, inmendagri_2025, out);
            if inmendagri_2025 && again {
                self.last = Last::Element(first);
                self.push(baris, role(level), Some(first));
                self.push_indikator(first, indikator);
                return;
            }
        }
        let origin = baris.origin.clone();
        let mut element = PaguRow::new(kode.clone(), baris.uraian.clone(), origin);
        element.kode_typed = !baris.kode.is_missing();
        element.unit = unit;
        element.lokasi.clone_from(&baris.lokasi);
        element.indikator.extend(indikator);
        let elemen = self.place(level, element, out);
        self.seen.entry(key).or_insert((kode.origin, elemen));
        self.last = Last::Element(elemen);
        self.push(baris, role(level), Some(elemen));
    }

    /// Whether a coded row only carries a further indicator of the element
    /// above: same kode and unit, and no other amount.
    fn continues(&self, kode: &Kode, baris: &Baris, unit: &Entry<String>) -> bool {
        let Some(above) = self.last_row() else {
            return false;
        };
        above.kode.value == *kode
            && !baris.indikator.is_missing()
            && agrees(&baris.uraian, &above.uraian)
            && agrees(unit, &above.unit)
            && (!baris.has_pagu() || self.repeats_pagu(above, baris))
    }

    /// Whether the row has the money of the element, which a page that begins again
    /// repeats with its name.
    fn repeats(&self, elemen: Elemen, baris: &Baris) -> bool {
        let element = self.pendanaan.element(elemen);
        element.is_some_and(|element| self.repeats_pagu(element, baris))
    }

    fn repeats_pagu(&self, element: &PaguRow, baris: &Baris) -> bool {
        let mut rows = element.baris.iter();
        rows.any(|at| {
            let row = self.pendanaan.baris.get(*at);
            row.is_some_and(|row| row.same_pagu(baris) || !row.has_pagu())
        })
    }

    /// T-C.27 has each kode once a unit. In the form of Inmendagri 2/2025 offices
    /// write a kegiatan once for each of its outputs, and its money then is the sum.
    fn report_duplicate(
        &self,
        kode: &Located<Kode>,
        unit: &Entry<String>,
        first: Elemen,
        inmendagri_2025: bool,
        out: &mut Diagnostics,
    ) {
        let whose = match unit.value() {
            Some(unit) => format!(" untuk unit {unit}"),
            None => String::new(),
        };
        let (severity, hint) = if inmendagri_2025 {
            (
                Severity::Info,
                "kedua baris dicetak pada tempatnya dengan pagunya masing-masing; gabungkan bila seharusnya satu baris",
            )
        } else {
            (
                Severity::Error,
                "hapus salah satunya, atau isi unit penanggung jawab yang berbeda",
            )
        };
        let above = self.pendanaan.element(first);
        let first = above.map(|first| first.kode.origin.clone());
        out.emit(
            Diagnostic::new(
                code::DUPLICATE,
                severity,
                kode.origin.clone(),
                format!("kode {} tercantum dua kali{whose}", kode.value),
            )
            .element(&kode.value)
            .rests_on([Ground::Parent, Ground::SingleRow])
            .figure("pertama kali", kode.value.to_string(), first)
            .hint(hint),
        );
    }
}

/// The role of a row that names an element of this level.
fn role(level: Level) -> Peran {
    match level {
        Level::Urusan | Level::BidangUrusan => Peran::Urusan,
        Level::Program => Peran::Program,
        Level::Kegiatan => Peran::Kegiatan,
        Level::SubKegiatan => Peran::SubKegiatan,
    }
}

/// A missing entry agrees with anything.
fn agrees(below: &Entry<String>, above: &Entry<String>) -> bool {
    match (below.value(), above.value()) {
        (Some(a), Some(b)) => text::same(a, b),
        _ => true,
    }
}

/// Says which elements have several different amounts, of which the checks use the
/// sum. The table prints each where it was typed.
pub(super) fn report_split(table: &Pendanaan, out: &mut Diagnostics) {
    for program in &table.program {
        report(table, &program.baris, out);
        for kegiatan in &program.kegiatan {
            report(table, &kegiatan.baris, out);
            for sub in &kegiatan.sub_kegiatan {
                report(table, &sub.baris, out);
            }
        }
    }
}

fn report(table: &Pendanaan, element: &PaguRow, out: &mut Diagnostics) {
    let rows = element.counted(&table.baris);
    let [_, second, ..] = rows.as_slice() else {
        return;
    };
    let kode = element.kode.value.to_string();
    let amount = |row: &Baris| {
        let mut amount = row.pagu.iter();
        amount.find_map(|(tahun, entry)| Some((*tahun, entry.located()?.clone())))
    };
    let Some((tahun, first)) = amount(second) else {
        return;
    };
    let mut finding = Diagnostic::info(
        code::SPLIT_AMOUNT,
        first.origin,
        format!(
            "pagu {kode} tertulis pada {} baris dengan jumlah yang berbeda",
            rows.len()
        ),
    )
    .path(kode);
    for row in &rows {
        if let Some(own) = row.pagu.get(&tahun).and_then(Entry::located) {
            let shown = format!("Rp{}", own.value);
            finding = finding.figure(format!("tahun {tahun}"), shown, [own.origin.clone()]);
        }
    }
    let sum = element.pagu().get(&tahun).and_then(Entry::value);
    if let Some(sum) = sum {
        finding = finding.note("jumlahnya", format!("Rp{sum}"));
    }
    out.emit(
        finding.hint("setiap baris dicetak sebagaimana ditulis; pemeriksaan memakai jumlahnya"),
    );
}
