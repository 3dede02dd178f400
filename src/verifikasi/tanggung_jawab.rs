//! What each unit answers for, in the order of the sheet Struktur.

use serde::Serialize;

use super::line;
use crate::model::{PaguRow, Renstra, text};

/// A unit with what it answers for.
#[derive(Debug, Serialize)]
pub struct Unit {
    /// The unit as the tables name it.
    pub unit: String,
    /// The post that heads it, where the sheet Struktur has one.
    pub jabatan: Option<String>,
    /// What it answers for.
    pub butir: Vec<Butir>,
}

/// Something that a unit answers for.
#[derive(Debug, Serialize)]
pub struct Butir {
    /// `IKU`, `Program`, `Kegiatan`, `Sub kegiatan`.
    pub jenis: &'static str,
    /// Code.
    pub kode: Option<String>,
    /// Name.
    pub uraian: String,
    /// Indicators with units.
    pub indikator: Vec<String>,
}

/// Units by their place in Struktur; those that are not in it come last.
pub(super) fn units(renstra: &Renstra) -> Vec<Unit> {
    let mut list: Vec<Unit> = Vec::new();
    for iku in &renstra.iku {
        let unit = iku.penanggung_jawab.value();
        let indikator = &iku.indikator;
        let butir = Butir {
            jenis: "IKU",
            kode: None,
            uraian: iku
                .sasaran
                .as_ref()
                .map(|s| line(&s.value))
                .unwrap_or_default(),
            indikator: vec![named(indikator)],
        };
        add(&mut list, unit, butir);
    }
    for program in &renstra.pendanaan.program {
        add(
            &mut list,
            program.baris.unit.value(),
            coded("Program", &program.baris),
        );
        for kegiatan in &program.kegiatan {
            add(
                &mut list,
                kegiatan.baris.unit.value(),
                coded("Kegiatan", &kegiatan.baris),
            );
            for sub in &kegiatan.sub_kegiatan {
                add(
                    &mut list,
                    sub.baris.unit.value(),
                    coded("Sub kegiatan", &sub.baris),
                );
            }
        }
    }
    let rank = |unit: &str| {
        let post = renstra.struktur.iter().position(|post| post.heads(unit));
        post.unwrap_or(usize::MAX)
    };
    list.sort_by_key(|unit| rank(&unit.unit));
    for unit in &mut list {
        let post = renstra.struktur.iter().find(|post| post.heads(&unit.unit));
        unit.jabatan = post.map(|post| post.jabatan.value.clone());
    }
    list
}

fn named(indikator: &crate::model::Indikator) -> String {
    match indikator.satuan.value() {
        Some(satuan) => format!("{} ({satuan})", line(&indikator.uraian.value)),
        None => line(&indikator.uraian.value),
    }
}

fn coded(jenis: &'static str, row: &PaguRow) -> Butir {
    Butir {
        jenis,
        kode: Some(row.kode.value.to_string()),
        uraian: row
            .uraian
            .value()
            .map(|text| line(text))
            .unwrap_or_default(),
        indikator: row.indikator.iter().map(named).collect(),
    }
}

fn add(list: &mut Vec<Unit>, unit: Option<&String>, butir: Butir) {
    let name = unit.map_or("(belum disebut)", String::as_str);
    let at = list
        .iter()
        .position(|known| text::same(&known.unit, name))
        .unwrap_or_else(|| {
            list.push(Unit {
                unit: name.to_owned(),
                jabatan: None,
                butir: Vec::new(),
            });
            list.len() - 1
        });
    list[at].butir.push(butir);
}
