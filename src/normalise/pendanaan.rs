//! T-C.27 rows to program → kegiatan → sub kegiatan by kode.

use std::collections::BTreeMap;

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{
    Butir, Entry, Indikator, Jumlah, Kegiatan, Kode, Level, Located, PaguRow, Pendanaan, PerTahun,
    Program, Rupiah, SubKegiatan, text,
};
use crate::sheets::program_kegiatan::ProgramRow;

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
            Entry::Broken(_) => self.last = Last::Unreadable,
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

    /// A row of an outcome or output: its sentence goes to its indicator, its money
    /// repeats the element's.
    fn take_hasil(&mut self, mut row: ProgramRow, out: &mut Diagnostics) {
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
    fn add_up(&mut self, kode: &Located<Kode>, row: ProgramRow, out: &mut Diagnostics) {
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

    fn place(&mut self, level: Level, element: PaguRow, out: &mut Diagnostics) {
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
                self.last = Last::Unreadable;
                return;
            }
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
        let unreadable = matches!(self.last, Last::Unreadable);
        match self.last_indikator() {
            Some(list) => list.push(indikator),
            None if unreadable => {}
            None => out.emit(
                Diagnostic::error(
                    code::NO_PARENT_ROW,
                    indikator.uraian.origin,
                    "indikator ini tidak berada di bawah tujuan, sasaran, program, atau kegiatan",
                )
                .hint("isi kolom Tujuan, Sasaran, atau Kode pada baris ini"),
            ),
        }
    }

    fn last_indikator(&mut self) -> Option<&mut Vec<Indikator>> {
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

    fn last_row(&self) -> Option<&PaguRow> {
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

    fn last_row_mut(&mut self) -> Option<&mut PaguRow> {
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

/// Adds amounts year by year; a year that only one has is that one's.
fn add_pagu(above: &mut PerTahun<Rupiah>, below: &PerTahun<Rupiah>) {
    for (tahun, more) in below {
        let Some(more) = more.located() else { continue };
        let entry = above.entry(*tahun).or_default();
        match entry {
            Entry::Filled(amount) => {
                if let Some(sum) = amount.value.checked_add(more.value) {
                    amount.value = sum;
                }
            }
            Entry::Missing | Entry::Empty(_) => *entry = Entry::Filled(more.clone()),
            Entry::Broken(_) => {}
        }
    }
}

fn report_split(above: &PaguRow, origin: &Origin, out: &mut Diagnostics) {
    out.emit(
        Diagnostic::warning(
            code::SPLIT_AMOUNT,
            origin.clone(),
            format!(
                "pagu {} tersebar pada beberapa baris; pagunya dijumlahkan",
                above.kode.value
            ),
        )
        .path(above.kode.value.to_string())
        .figure(
            "baris pertama",
            above.kode.value.to_string(),
            [above.origin.clone()],
        )
        .hint("tulis pagu seluruhnya pada satu baris, dan kosongkan pada baris indikator"),
    );
}

/// A missing entry agrees with anything.
fn agrees(below: &Entry<String>, above: &Entry<String>) -> bool {
    match (below.value(), above.value()) {
        (Some(a), Some(b)) => text::same(a, b),
        _ => true,
    }
}

/// The first year in which both rows have an amount and the amounts differ.
fn differing<'a>(
    below: &'a PerTahun<Rupiah>,
    above: &'a PerTahun<Rupiah>,
) -> Option<(&'a Located<Rupiah>, &'a Located<Rupiah>)> {
    below.iter().find_map(|(tahun, entry)| {
        let pair = (entry.located()?, above.get(tahun)?.located()?);
        (pair.0.value != pair.1.value).then_some(pair)
    })
}

fn fill(above: &mut Entry<String>, below: Entry<String>) {
    if above.is_missing() {
        *above = below;
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
