//! T-C.27 rows to program → kegiatan → sub kegiatan by kode.

mod amount;
mod hasil;
mod place;
mod unplaced;

use std::collections::BTreeMap;

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{
    Butir, Entry, Indikator, Jumlah, Kode, Level, Located, PaguRow, Pendanaan, text,
};
use crate::sheets::program_kegiatan::ProgramRow;
use amount::{add_pagu, agrees, differing, fill, report_split};

/// The element whose indicators the next uncoded row carries.
#[derive(Debug, Clone, Copy)]
enum Last {
    None,
    /// The kode above could not be read; what follows belongs to it.
    Unreadable,
    Tujuan,
    Sasaran,
    Urusan,
    Program(usize),
    Kegiatan(usize, usize),
    SubKegiatan(usize, usize, usize),
}

/// Builds the table. `bidang` replaces `X.XX` in the kode of program penunjang.
pub fn nest(row: Vec<ProgramRow>, bidang: Option<&str>, out: &mut Diagnostics) -> Pendanaan {
    let mut builder = Builder {
        pendanaan: Pendanaan::default(),
        last: Last::None,
        tujuan: None,
        sasaran: None,
        seen: BTreeMap::new(),
        bidang,
        unit: Entry::Missing,
        inherits: false,
        hasil: None,
        nilai: None,
    };
    for row in row {
        builder.take(row, out);
    }
    unplaced::say_unprinted(&builder.pendanaan, out);
    builder.pendanaan
}

/// Units in charge that only a repeat of the table names, by kode; `bidang` as
/// for [`nest`].
pub fn fill_unit(table: &mut Pendanaan, repeat: &[ProgramRow], bidang: Option<&str>) {
    let unit = |kode: &Kode| {
        let whole = |own: &Kode| match bidang {
            Some(bidang) => own.clone().with_bidang(bidang),
            None => own.clone(),
        };
        let is_same = |row: &&ProgramRow| row.kode.value().is_some_and(|own| whole(own) == *kode);
        let same = repeat.iter().find(is_same);
        same.map(|row| row.unit.clone())
            .filter(|unit| !unit.is_missing())
    };
    for program in &mut table.program {
        if program.baris.unit.is_missing()
            && let Some(unit) = unit(&program.baris.kode.value)
        {
            program.baris.unit = unit;
        }
    }
}

struct Builder<'a> {
    pendanaan: Pendanaan,
    last: Last,
    tujuan: Option<usize>,
    sasaran: Option<usize>,
    /// First row of each (unit, kode).
    seen: BTreeMap<(String, Kode), Origin>,
    bidang: Option<&'a str>,
    /// The unit that an outcome's row names for the rows below it (Inmendagri 2/2025).
    unit: Entry<String>,
    /// Whether the element above has that unit only because it named none itself.
    inherits: bool,
    /// An outcome or output whose indicator stands in a row below.
    hasil: Option<Located<String>>,
    /// Unit and targets that stand above their indicator.
    nilai: Option<Box<Indikator>>,
}

impl Builder<'_> {
    fn take(&mut self, mut row: ProgramRow, out: &mut Diagnostics) {
        if let Some((uraian, whole)) = row.jumlah {
            // Totals are computed; the office's own line is only compared.
            if whole {
                self.pendanaan.jumlah.push(Jumlah {
                    uraian,
                    pagu: row.pagu,
                    pagu_akhir: row.pagu_akhir,
                });
            }
            return;
        }
        if let Some(nilai) = row.nilai.take() {
            self.nilai = Some(nilai);
        } else if let (Some(indikator), Some(nilai)) = (&mut row.indikator, self.nilai.take())
            && indikator.target.values().all(Entry::is_missing)
        {
            indikator.target = nilai.target;
            indikator.target_awal = nilai.target_awal;
            indikator.satuan = nilai.satuan;
        }
        if row.regime_b && row.kode.is_missing() {
            self.take_hasil(row, out);
            return;
        }
        if row.regime_b {
            let begins_program = |kode: &Kode| kode.level() == Level::Program;
            if row.kode.value().is_some_and(begins_program) {
                self.unit = Entry::Missing;
            }
            self.inherits = row.unit.is_missing();
            if self.inherits {
                row.unit = self.unit.clone();
            }
        }
        let begun = self.begin_butir(&row);
        match std::mem::take(&mut row.kode) {
            Entry::Filled(kode) => self.take_coded(kode, row, out),
            Entry::Broken(cell) => self.begin_unplaced(cell, row.origin),
            Entry::Missing | Entry::Empty(_) => self.take_uncoded(row, begun, out),
        }
    }

    /// Starts a tujuan or sasaran where the row names a new one.
    fn begin_butir(&mut self, row: &ProgramRow) -> bool {
        let mut begun = false;
        if let Entry::Filled(uraian) = &row.tujuan {
            let list = &mut self.pendanaan.tujuan;
            if list
                .last()
                .is_none_or(|last| !uraian.continues(&last.uraian))
            {
                list.push(Butir {
                    uraian: uraian.clone(),
                    indikator: Vec::new(),
                    induk: None,
                });
                self.tujuan = Some(list.len() - 1);
                self.sasaran = None;
                self.last = Last::Tujuan;
                begun = true;
            }
        }
        if let Entry::Filled(uraian) = &row.sasaran {
            let list = &mut self.pendanaan.sasaran;
            if list
                .last()
                .is_none_or(|last| last.induk != self.tujuan || !uraian.continues(&last.uraian))
            {
                list.push(Butir {
                    uraian: uraian.clone(),
                    indikator: Vec::new(),
                    induk: self.tujuan,
                });
                self.sasaran = Some(list.len() - 1);
                self.last = Last::Sasaran;
                begun = true;
            }
        }
        begun
    }

    fn take_coded(&mut self, kode: Located<Kode>, row: ProgramRow, out: &mut Diagnostics) {
        let kode = match self.bidang {
            Some(bidang) => kode.map(|kode| kode.with_bidang(bidang)),
            None => kode,
        };
        if self.continues(&kode.value, &row) {
            self.add_indikator(row, out);
            return;
        }
        let unit = row
            .unit
            .value()
            .map(|unit| text::same_form(unit))
            .unwrap_or_default();
        if row.regime_b && self.seen.contains_key(&(unit.clone(), kode.value.clone())) {
            self.add_up(&kode, row, out);
            return;
        }
        if let Some(first) = self.seen.get(&(unit.clone(), kode.value.clone())) {
            let whose = match row.unit.value() {
                Some(unit) => format!(" untuk unit {unit}"),
                None => String::new(),
            };
            out.emit(
                Diagnostic::error(
                    code::DUPLICATE,
                    kode.origin.clone(),
                    format!("kode {} tercantum dua kali{whose}", kode.value),
                )
                .path(kode.value.to_string())
                .figure("pertama kali", kode.value.to_string(), [first.clone()])
                .hint("hapus salah satunya, atau isi unit penanggung jawab yang berbeda"),
            );
        } else {
            self.seen
                .insert((unit, kode.value.clone()), kode.origin.clone());
        }
        let level = kode.value.level();
        let element = PaguRow {
            kode,
            uraian: row.uraian,
            indikator: row.indikator.into_iter().collect(),
            pagu: row.pagu,
            pagu_akhir: row.pagu_akhir,
            unit: row.unit,
            lokasi: row.lokasi,
            origin: row.origin,
        };
        self.place(level, element, out);
    }

    /// Whether a coded row only carries a further indicator of the element
    /// above: same kode and unit, and no other amount.
    fn continues(&self, kode: &Kode, row: &ProgramRow) -> bool {
        let Some(above) = self.last_row() else {
            return false;
        };
        above.kode.value == *kode
            && row.indikator.is_some()
            && agrees(&row.uraian, &above.uraian)
            && agrees(&row.unit, &above.unit)
            && differing(&row.pagu, &above.pagu).is_none()
    }

    fn take_uncoded(&mut self, row: ProgramRow, begun: bool, out: &mut Diagnostics) {
        if !begun && let Some(uraian) = row.uraian.located() {
            let repeats = self.last_row().is_some_and(|above| {
                above
                    .uraian
                    .value()
                    .is_some_and(|name| text::same(name, &uraian.value))
            });
            if !repeats {
                out.emit(
                    Diagnostic::error(
                        code::NO_KODE,
                        uraian.origin.clone(),
                        format!(
                            "\"{}\" tidak mempunyai kode",
                            uraian.value.replace('\n', " ")
                        ),
                    )
                    .hint("isi kolom Kode; tanpa kode baris ini tidak dapat ditempatkan"),
                );
                self.begin_unplaced(uraian.origin.clone(), row.origin.clone());
                return;
            }
        }
        if matches!(self.last, Last::Unreadable) {
            self.follow_unplaced(row.origin);
            return;
        }
        self.add_indikator(row, out);
    }

    fn add_indikator(&mut self, row: ProgramRow, out: &mut Diagnostics) {
        let regime_b = row.regime_b;
        let inherits = self.inherits && regime_b;
        if inherits && !row.unit.is_missing() {
            self.inherits = false;
        }
        if let Some(above) = self.last_row_mut() {
            if regime_b && let Some((first, _)) = differing(&row.pagu, &above.pagu) {
                report_split(above, &first.origin, out);
                add_pagu(&mut above.pagu, &row.pagu);
            } else if above.pagu.values().all(Entry::is_missing) {
                // Some offices write the amount beside the first indicator only.
                above.pagu = row.pagu;
                above.pagu_akhir = row.pagu_akhir;
            } else if let Some((first, other)) = differing(&row.pagu, &above.pagu) {
                out.emit(
                    Diagnostic::error(
                        code::OTHER_AMOUNT,
                        first.origin.clone(),
                        "pagu pada baris indikator berbeda dengan pagu baris di atasnya",
                    )
                    .path(above.kode.value.to_string())
                    .figure("baris indikator", format!("Rp{}", first.value), [first.origin.clone()])
                    .figure("baris di atasnya", format!("Rp{}", other.value), [other.origin.clone()])
                    .hint("pagu ditulis sekali saja, pada baris pertama; baris indikator tidak dijumlahkan"),
                );
            }
            // A unit that the outcome or output names stands before the program's.
            if inherits && !row.unit.is_missing() {
                above.unit = row.unit;
            } else {
                fill(&mut above.unit, row.unit);
            }
            fill(&mut above.lokasi, row.lokasi);
        }
        let Some(indikator) = row.indikator else {
            return;
        };
        if let Some(list) = self.last_indikator() {
            list.push(indikator);
            return;
        }
        let cell = indikator.uraian.origin;
        out.emit(
            Diagnostic::error(
                code::NO_PARENT_ROW,
                cell.clone(),
                "indikator ini tidak berada di bawah tujuan, sasaran, program, atau kegiatan",
            )
            .hint("isi kolom Tujuan, Sasaran, atau Kode pada baris ini"),
        );
        self.begin_unplaced(cell, row.origin);
        self.last = Last::None;
    }
}
