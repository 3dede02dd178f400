//! A year's Renja as a document that is compared, and a plan as a Renja states it.

use std::collections::BTreeMap;

use super::document::{Document, Element, Kind, Level, Measure, words};
use super::plan::amounts;
use crate::model::{Level as KodeLevel, Renja, Target};

impl Document {
    /// The Renja.
    pub fn of_renja(renja: &Renja) -> Self {
        let elements = renja.baris.iter().map(|row| {
            let level = match row.kode.value.level() {
                KodeLevel::Urusan | KodeLevel::BidangUrusan => Level::Urusan,
                KodeLevel::Program => Level::Program,
                KodeLevel::Kegiatan => Level::Kegiatan,
                KodeLevel::SubKegiatan => Level::SubKegiatan,
            };
            let name = words(&row.uraian).unwrap_or_default();
            let mut element = Element::new(level, &name, row.kode.origin.clone());
            element.kode = Some(row.kode.value.to_string());
            element.unit = words(&row.perangkat_daerah);
            element.pagu = amounts(&row.pagu);
            element.measures = row.indikator.iter().map(Measure::of).collect();
            element
        });
        Self {
            kind: Kind::Renja,
            berkas: renja.berkas.file.to_string(),
            opd: renja.opd().map(str::to_owned),
            daerah: None,
            periode: None,
            tahap: Some(format!("Tahun {}", renja.tahun)),
            peraturan: None,
            has: [
                Level::Urusan,
                Level::Program,
                Level::Kegiatan,
                Level::SubKegiatan,
            ]
            .into(),
            elements: elements.collect(),
            unplaced: renja.tanpa_tempat,
            passages: None,
            identitas: Vec::new(),
            tables: BTreeMap::new(),
            errors: 0,
            time: 0,
        }
    }

    /// Leaves a plan with what a Renja states of it, in its form: no condition at the start
    /// and no money at the end; a target in words has its unit behind it, and where no
    /// condition at the end is stated it is the last year's target. Not every form has it.
    pub fn state_as_renja(&mut self, has_akhir: bool) {
        self.leave_out_own_columns();
        for element in &mut self.elements {
            element.pagu_akhir = None;
            for measure in &mut element.measures {
                state(measure, has_akhir);
            }
        }
    }
}

fn state(measure: &mut Measure, has_akhir: bool) {
    measure.target_awal = None;
    if !has_akhir {
        measure.target_akhir = None;
    } else if measure.target_akhir.is_none() {
        measure.target_akhir = measure.target.values().next_back().cloned();
    }
    let Some(unit) = measure.satuan.clone() else {
        return;
    };
    let mut has_number = false;
    let targets = measure.target.values_mut().chain(&mut measure.target_akhir);
    for target in targets {
        let is_number = target.teks().contains(|c: char| c.is_ascii_digit())
            && !target.teks().starts_with(char::is_alphabetic);
        if !is_number {
            *target = Target::parse(&format!("{target} {unit}"));
        } else if unit == "%" {
            *target = Target::parse(target.teks().trim_end_matches('%'));
        }
        has_number |= is_number;
    }
    if !has_number {
        measure.satuan = None;
    }
}
