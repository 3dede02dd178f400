//! T-C.27, flattened to the order of its rows.

use std::collections::BTreeSet;

use serde::Serialize;

use super::in_order;
use crate::model::{
    Butir, Entry, Indikator, Kode, Located, PaguRow, Renstra, Rupiah, Tahun, Target,
};

/// Elements in the order of the table, with indices of the parents they stand under.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    tahun_awal: Option<Tahun>,
    tujuan: Vec<Induk<'a>>,
    sasaran: Vec<Induk<'a>>,
    program: Vec<IndukKode<'a>>,
    kegiatan: Vec<IndukKode<'a>>,
    baris: Vec<Baris<'a>>,
    jumlah: Jumlah,
}

/// A goal or objective, for the running head of a continuation page.
#[derive(Debug, Serialize)]
struct Induk<'a> {
    no: String,
    uraian: &'a str,
}

/// A programme or activity, for the running head of a continuation page.
#[derive(Debug, Serialize)]
struct IndukKode<'a> {
    kode: &'a Kode,
    uraian: &'a Entry<String>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Jenis {
    Tujuan,
    Sasaran,
    BidangUrusan,
    Program,
    Kegiatan,
    SubKegiatan,
}

/// Parents of an element; an element is its own parent at its own level.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    tujuan: Option<usize>,
    sasaran: Option<usize>,
    program: Option<usize>,
    kegiatan: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    jenis: Jenis,
    tujuan: Option<usize>,
    sasaran: Option<usize>,
    program: Option<usize>,
    kegiatan: Option<usize>,
    kode: Option<&'a Kode>,
    uraian: Entry<&'a str>,
    pagu: Vec<Option<&'a Entry<Rupiah>>>,
    pagu_akhir: Entry<Rupiah>,
    unit: Option<&'a Entry<String>>,
    lokasi: Option<&'a Entry<String>>,
    indikator: Vec<IndikatorRow<'a>>,
}

#[derive(Debug, Serialize)]
struct IndikatorRow<'a> {
    uraian: Option<&'a str>,
    satuan: Option<&'a Entry<String>>,
    target_awal: Option<&'a Entry<Target>>,
    target: Vec<Option<&'a Entry<Target>>>,
    target_akhir: Option<&'a Entry<Target>>,
}

#[derive(Debug, Serialize)]
struct Jumlah {
    pagu: Vec<Option<Rupiah>>,
    pagu_akhir: Option<Rupiah>,
}

pub(super) fn years(renstra: &Renstra) -> Vec<Tahun> {
    let table = &renstra.pendanaan;
    let money = table
        .program
        .iter()
        .flat_map(|program| program.baris.pagu.keys());
    let target = table
        .program
        .iter()
        .flat_map(|program| &program.baris.indikator)
        .chain(table.sasaran.iter().flat_map(|sasaran| &sasaran.indikator))
        .flat_map(|indikator| indikator.target.keys());
    money
        .chain(target)
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun]) -> Isi<'a> {
    let table = &renstra.pendanaan;
    let mut isi = Isi {
        tahun_awal: renstra.tahun_awal.get("t-c-27").copied(),
        tujuan: numbered(&table.tujuan, |at, _| (at + 1).to_string()),
        sasaran: Vec::new(),
        program: Vec::new(),
        kegiatan: Vec::new(),
        baris: Vec::new(),
        jumlah: Jumlah {
            pagu: year.iter().map(|tahun| table.pagu_year(*tahun)).collect(),
            pagu_akhir: table.pagu_total(),
        },
    };
    isi.sasaran = numbered(&table.sasaran, |at, sasaran| {
        let before = table.sasaran[..at]
            .iter()
            .filter(|other| other.induk == sasaran.induk)
            .count();
        let above = sasaran
            .induk
            .map(|induk| format!("{}.", induk + 1))
            .unwrap_or_default();
        format!("{above}{}", before + 1)
    });
    for row in ordered(renstra) {
        isi.push(&row, year);
    }
    isi
}

fn numbered(butir: &[Butir], number: impl Fn(usize, &Butir) -> String) -> Vec<Induk<'_>> {
    butir
        .iter()
        .enumerate()
        .map(|(at, butir)| Induk {
            no: number(at, butir),
            uraian: &butir.uraian.value,
        })
        .collect()
}

/// An element on its way into the table.
enum Element<'a> {
    Butir(Jenis, &'a Butir, Place),
    Coded(Jenis, &'a PaguRow, Place),
}

impl Element<'_> {
    /// Sheet and row: a table may be split over several sheets.
    fn place(&self) -> (Option<u32>, Option<u32>) {
        let origin = match self {
            Self::Butir(_, butir, _) => &butir.uraian.origin,
            Self::Coded(_, row, _) => &row.origin,
        };
        (origin.sheet_index, origin.cell.map(|cell| cell.row))
    }
}

/// Goals, objectives and programmes in the order of the worksheet's rows; each
/// programme with what is below it, wherever that stood.
fn ordered(renstra: &Renstra) -> Vec<Element<'_>> {
    let table = &renstra.pendanaan;
    let mut top: Vec<Vec<Element<'_>>> = Vec::new();
    for (at, tujuan) in table.tujuan.iter().enumerate() {
        let place = Place {
            tujuan: Some(at),
            ..Place::default()
        };
        top.push(vec![Element::Butir(Jenis::Tujuan, tujuan, place)]);
    }
    for (at, sasaran) in table.sasaran.iter().enumerate() {
        let place = Place {
            tujuan: sasaran.induk,
            sasaran: Some(at),
            ..Place::default()
        };
        top.push(vec![Element::Butir(Jenis::Sasaran, sasaran, place)]);
    }
    for urusan in &table.urusan {
        top.push(vec![Element::Coded(
            Jenis::BidangUrusan,
            urusan,
            Place::default(),
        )]);
    }
    let mut kegiatan_no = 0;
    for (at, program) in table.program.iter().enumerate() {
        let place = Place {
            tujuan: program.tujuan,
            sasaran: program.sasaran,
            program: Some(at),
            kegiatan: None,
        };
        let mut block = vec![Element::Coded(Jenis::Program, &program.baris, place)];
        for kegiatan in &program.kegiatan {
            let place = Place {
                kegiatan: Some(kegiatan_no),
                ..place
            };
            kegiatan_no += 1;
            block.push(Element::Coded(Jenis::Kegiatan, &kegiatan.baris, place));
            for sub in &kegiatan.sub_kegiatan {
                block.push(Element::Coded(Jenis::SubKegiatan, &sub.baris, place));
            }
        }
        top.push(block);
    }
    // Stable: of elements on one row the goal stands before the objective.
    top.sort_by_key(|block| block.first().map(Element::place));
    top.into_iter().flatten().collect()
}

impl<'a> Isi<'a> {
    fn push(&mut self, element: &Element<'a>, year: &[Tahun]) {
        let baris = match *element {
            Element::Butir(jenis, butir, place) => Baris {
                jenis,
                tujuan: place.tujuan,
                sasaran: place.sasaran,
                program: None,
                kegiatan: None,
                kode: None,
                uraian: Entry::Filled(Located {
                    value: &*butir.uraian.value,
                    origin: butir.uraian.origin.clone(),
                }),
                pagu: vec![None; year.len()],
                pagu_akhir: Entry::Missing,
                unit: None,
                lokasi: None,
                indikator: rows(&butir.indikator, year),
            },
            Element::Coded(jenis, row, place) => {
                match jenis {
                    Jenis::Program => {
                        self.program.push(IndukKode {
                            kode: &row.kode.value,
                            uraian: &row.uraian,
                        });
                    }
                    Jenis::Kegiatan => {
                        self.kegiatan.push(IndukKode {
                            kode: &row.kode.value,
                            uraian: &row.uraian,
                        });
                    }
                    _ => {}
                }
                Baris {
                    jenis,
                    tujuan: place.tujuan,
                    sasaran: place.sasaran,
                    program: place.program,
                    kegiatan: place.kegiatan,
                    kode: Some(&row.kode.value),
                    uraian: as_str(&row.uraian),
                    pagu: in_order(&row.pagu, year),
                    pagu_akhir: pagu_akhir(row),
                    unit: Some(&row.unit),
                    lokasi: Some(&row.lokasi),
                    indikator: rows(&row.indikator, year),
                }
            }
        };
        self.baris.push(baris);
    }
}

fn as_str(entry: &Entry<String>) -> Entry<&str> {
    match entry {
        Entry::Missing => Entry::Missing,
        Entry::Empty(origin) => Entry::Empty(origin.clone()),
        Entry::Broken(origin) => Entry::Broken(origin.clone()),
        Entry::Filled(located) => Entry::Filled(Located {
            value: &*located.value,
            origin: located.origin.clone(),
        }),
    }
}

/// The period's money as typed; computed where the column was left blank.
fn pagu_akhir(row: &PaguRow) -> Entry<Rupiah> {
    match (&row.pagu_akhir, row.pagu_period()) {
        (Entry::Missing | Entry::Empty(_), Some(value)) => Entry::Filled(Located {
            value,
            origin: row.kode.origin.clone(),
        }),
        (typed, _) => typed.clone(),
    }
}

/// One row an indicator; an element without one still takes a row.
fn rows<'a>(indikator: &'a [Indikator], year: &[Tahun]) -> Vec<IndikatorRow<'a>> {
    if indikator.is_empty() {
        return vec![IndikatorRow {
            uraian: None,
            satuan: None,
            target_awal: None,
            target: vec![None; year.len()],
            target_akhir: None,
        }];
    }
    indikator
        .iter()
        .map(|indikator| IndikatorRow {
            uraian: Some(&indikator.uraian.value),
            satuan: Some(&indikator.satuan),
            target_awal: Some(&indikator.target_awal),
            target: in_order(&indikator.target, year),
            target_akhir: Some(&indikator.target_akhir),
        })
        .collect()
}
