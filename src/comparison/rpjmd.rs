//! The RPJMD as a document that is compared: the whole, or what it gives to one agency.

use std::collections::BTreeMap;

use super::document::{Document, Element, Kind, Level, Measure, add, words};
use super::plan::amounts;
use crate::model::text::one_line;
use crate::model::{IndikatorRpjmd, NamaOpd, ProgramRpjmd, Renja, Renstra, Rpjmd};

impl Document {
    /// The RPJMD, against another RPJMD.
    pub fn of_rpjmd(rpjmd: &Rpjmd) -> Self {
        let mut elements = Vec::new();
        for tujuan in rpjmd.tujuan() {
            let origin = tujuan.uraian.origin.clone();
            let mut element = Element::new(Level::Tujuan, &tujuan.uraian.value, origin);
            element.measures = measures(&tujuan.indikator);
            elements.push(element);
            for sasaran in &tujuan.sasaran {
                let origin = sasaran.uraian.origin.clone();
                let mut element = Element::new(Level::Sasaran, &sasaran.uraian.value, origin);
                element.measures = measures(&sasaran.indikator);
                element.induk = Some(one_line(&tujuan.uraian.value));
                elements.push(element);
            }
        }
        elements.extend(rpjmd.program.iter().map(|program| {
            let mut element = row(program, program.kode.value.to_string());
            element.unit = words(&program.opd);
            element
        }));
        Self {
            has: [Level::Tujuan, Level::Sasaran, Level::Program].into(),
            ..frame(rpjmd, elements)
        }
    }

    /// The programs of the RPJMD that a Renja has.
    pub fn of_rpjmd_in(rpjmd: &Rpjmd, renja: &Renja) -> Self {
        let program = rpjmd.program.iter().filter_map(|program| {
            let mut kode = renja.baris.iter().map(|row| &row.kode.value);
            let own = kode.find(|kode| program.has_kode(kode))?;
            let mut element = row(program, own.to_string());
            element.is_shared = program.is_shared();
            element.induk = None;
            element.details.clear();
            Some(element)
        });
        Self {
            has: [Level::Program].into(),
            ..frame(rpjmd, program.collect())
        }
    }

    /// What the RPJMD gives to the agency of a plan: its programs. A kode `X.XX.01` is that
    /// of the plan's own program.
    pub fn of_rpjmd_for(rpjmd: &Rpjmd, renstra: &Renstra) -> Self {
        let opd = NamaOpd::of(&renstra.identitas);
        let own = &renstra.pendanaan.program;
        let program = rpjmd.program_of(&opd).map(|program| {
            let mut kode = own.iter().map(|own| &own.baris.kode.value);
            let same = kode.find(|kode| program.has_kode(kode));
            let mut element = row(program, same.unwrap_or(&program.kode.value).to_string());
            // Its money is that of all agencies that the row names.
            element.is_shared = program.is_shared();
            element.induk = None;
            element.details.clear();
            element
        });
        Self {
            opd: words(&renstra.identitas.nama),
            has: [Level::Program].into(),
            ..frame(rpjmd, program.collect())
        }
    }
}

fn frame(rpjmd: &Rpjmd, elements: Vec<Element>) -> Document {
    Document {
        kind: Kind::Rpjmd,
        berkas: rpjmd.berkas.file.to_string(),
        opd: None,
        daerah: words(&rpjmd.daerah),
        periode: rpjmd.periode.value().map(ToString::to_string),
        tahap: None,
        peraturan: None,
        has: [].into(),
        elements,
        unplaced: 0,
        passages: None,
        identitas: Vec::new(),
        tables: BTreeMap::new(),
        errors: 0,
        time: 0,
    }
}

fn measures(list: &[IndikatorRpjmd]) -> Vec<Measure> {
    let measure = |row: &IndikatorRpjmd| {
        let mut measure = Measure::of(&row.indikator);
        add(&mut measure.details, "Perangkat Daerah", &row.opd);
        measure
    };
    list.iter().map(measure).collect()
}

fn row(program: &ProgramRpjmd, kode: String) -> Element {
    let name = program.uraian.value().map(String::as_str);
    let origin = program.kode.origin.clone();
    let mut element = Element::new(Level::Program, name.unwrap_or_default(), origin);
    element.kode = Some(kode);
    let sasaran = program.sasaran.as_ref();
    element.induk = sasaran.map(|sasaran| one_line(&sasaran.value));
    add(&mut element.details, "prioritas", &program.prioritas);
    element.pagu = amounts(&program.pagu);
    element.pagu_akhir = program.pagu_akhir.value().copied();
    element.measures = program.indikator.iter().map(Measure::of).collect();
    element
}
