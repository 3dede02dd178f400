//! Annexes that show the plan in another order: from goals down to sub kegiatan, and by
//! who answers.

use super::cells::Jenis;
use super::record::{Record, put_indikator};
use crate::diagnostic::Origin;
use crate::model::{
    Indikator, Level, Located, PaguRow, Program, Renstra, Strategi, TanggungJawab, text,
};

/// Goals, objectives, strategies, policy directions, programmes, kegiatan and sub
/// kegiatan, each below the one that it serves.
pub(super) fn records(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let mut rows = Rows {
        list: Vec::new(),
        above: Vec::new(),
        satuan_apart,
    };
    let table = &renstra.pendanaan;
    let mut listed = vec![false; table.program.len()];
    for tujuan in &renstra.tujuan {
        rows.statement(
            0,
            Jenis::Tujuan,
            "Tujuan",
            &tujuan.uraian.value,
            &tujuan.uraian.origin,
            &tujuan.indikator,
        );
        for sasaran in &tujuan.sasaran {
            let uraian = &sasaran.uraian;
            rows.statement(
                1,
                Jenis::Sasaran,
                "Sasaran",
                &uraian.value,
                &uraian.origin,
                &sasaran.indikator,
            );
            for strategi in &sasaran.strategi {
                rows.strategy(strategi);
            }
            for (program, listed) in table.program.iter().zip(&mut listed) {
                let named = program.sasaran.and_then(|at| table.sasaran.get(at));
                let serves =
                    named.is_some_and(|named| text::same(&named.uraian.value, &uraian.value));
                if serves && !std::mem::replace(listed, true) {
                    rows.program(program);
                }
            }
        }
    }
    rows.above.clear();
    for (program, listed) in table.program.iter().zip(listed) {
        if !listed {
            rows.program(program);
        }
    }
    rows.list
}

/// The column before which a statement without figures ends.
const LAST: &str = "unit";

struct Rows<'a> {
    list: Vec<Record<'a>>,
    /// What the next row stands below, outermost first.
    above: Vec<String>,
    satuan_apart: bool,
}

impl<'a> Rows<'a> {
    /// A row, and one more for each further indicator, which stands below `name`, too.
    fn push(
        &mut self,
        jenis: Jenis,
        name: &str,
        uraian: &str,
        origin: &Origin,
        indikator: &'a [Indikator],
    ) -> usize {
        let first = self.list.len();
        for at in 0..indikator.len().max(1) {
            let mut record = Record::new(jenis);
            record.induk.clone_from(&self.above);
            if at == 0 {
                record.own("uraian", uraian.to_owned(), origin.clone());
            } else {
                record.induk.push(name.to_owned());
            }
            if let Some(own) = indikator.get(at) {
                put_indikator(&mut record, own, self.satuan_apart);
            }
            self.list.push(record);
        }
        first
    }

    /// A goal or an objective, below so many others; what follows stands below it.
    fn statement(
        &mut self,
        depth: usize,
        jenis: Jenis,
        word: &str,
        uraian: &str,
        origin: &Origin,
        indikator: &'a [Indikator],
    ) {
        let text = format!("{word}: {uraian}");
        self.above.truncate(depth);
        self.push(jenis, &text, &text, origin, indikator);
        self.above.push(text);
    }

    fn strategy(&mut self, strategi: &Strategi) {
        let text = self.words("Strategi", &strategi.uraian, 1);
        self.above.push(text);
        for arah in &strategi.arah_kebijakan {
            self.words("Arah kebijakan", &arah.uraian, 2);
        }
        self.above.pop();
    }

    /// A statement without figures: it runs over their columns.
    fn words(&mut self, word: &str, uraian: &Located<String>, steps: u8) -> String {
        let text = format!("{word}: {}", uraian.value);
        let at = self.push(Jenis::Biasa, &text, &text, &uraian.origin, &[]);
        if let Some(record) = self.list.get_mut(at) {
            record.jorok = steps;
            record.until.insert("uraian", LAST);
        }
        text
    }

    fn program(&mut self, program: &'a Program) {
        let depth = self.above.len();
        self.coded(Jenis::Program, &program.baris);
        for kegiatan in &program.kegiatan {
            let depth = self.above.len();
            self.coded(Jenis::Kegiatan, &kegiatan.baris);
            for sub in &kegiatan.sub_kegiatan {
                let depth = self.above.len();
                self.coded(Jenis::SubKegiatan, &sub.baris);
                self.above.truncate(depth);
            }
            self.above.truncate(depth);
        }
        self.above.truncate(depth);
    }

    /// A row with a code; what follows stands below it.
    fn coded(&mut self, jenis: Jenis, row: &'a PaguRow) {
        if row.is_implied() {
            return;
        }
        let uraian = row.uraian.value().cloned().unwrap_or_default();
        let name = if row.kode_typed {
            format!("{} {uraian}", row.kode.value)
        } else {
            uraian.clone()
        };
        let origin = row.uraian.origin().unwrap_or(&row.origin);
        let first = self.push(jenis, &name, &uraian, origin, &row.indikator);
        if let Some(record) = self.list.get_mut(first) {
            if row.kode_typed {
                let kode = &row.kode;
                record.own("kode", kode.value.to_string(), kode.origin.clone());
            }
            record.text("unit", &row.unit);
            record.pagu(row);
        }
        self.above.push(name);
    }
}

/// What each unit answers for, units as headings.
pub(super) fn by_unit(renstra: &Renstra, satuan_apart: bool) -> Vec<Record<'_>> {
    let mut list = Vec::new();
    for one in renstra.tanggung_jawab() {
        let TanggungJawab {
            unit,
            iku,
            program,
            jabatan,
        } = one;
        let Some(unit) = unit else { continue };
        let mut head = Record::new(Jenis::Kelompok);
        let shown = jabatan.map_or(&unit.value, |post| &post.jabatan.value);
        head.own("kelompok", shown.clone(), unit.origin.clone());
        list.push(head);
        let mut take = |word: &str,
                        kode: Option<&PaguRow>,
                        uraian: &str,
                        origin: &Origin,
                        indikator: &[&'_ Indikator]| {
            for at in 0..indikator.len().max(1) {
                let mut record = Record::new(Jenis::Biasa);
                record.induk = vec![shown.clone()];
                if at == 0 {
                    record.own("jenis", word.to_owned(), Origin::file(""));
                    record.own("uraian", uraian.to_owned(), origin.clone());
                    if let Some(row) = kode.filter(|row| row.kode_typed) {
                        record.own("kode", row.kode.value.to_string(), row.kode.origin.clone());
                    }
                }
                if let Some(own) = indikator.get(at) {
                    let named = match own.satuan.value().filter(|_| !satuan_apart) {
                        Some(satuan) => format!("{} ({satuan})", own.uraian.value),
                        None => own.uraian.value.clone(),
                    };
                    record.own("indikator", named, own.uraian.origin.clone());
                }
                list.push(record);
            }
        };
        for iku in iku {
            let sasaran = iku.sasaran.as_ref();
            let uraian = sasaran
                .map(|sasaran| sasaran.value.clone())
                .unwrap_or_default();
            let origin = sasaran.map_or(&iku.indikator.uraian.origin, |sasaran| &sasaran.origin);
            take("IKU", None, &uraian, origin, &[&iku.indikator]);
        }
        for (level, row) in program {
            let word = match level {
                Level::SubKegiatan => "Subkegiatan",
                level => level.title(),
            };
            let uraian = row.uraian.value().cloned().unwrap_or_default();
            let origin = row.uraian.origin().unwrap_or(&row.origin);
            let indikator: Vec<&Indikator> = row.indikator.iter().collect();
            take(word, Some(row), &uraian, origin, &indikator);
        }
    }
    list
}
