//! T-C.27, row by row as the office typed it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::in_order;
use crate::model::{
    self, Butir, Elemen, Entry, Kode, Pendanaan, Peran, Printed, Renstra, Rupiah, Tahun, Target,
};

/// Rows in the order of the table, with indices of the parents they stand under.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    tahun_awal: Option<Tahun>,
    tujuan: Vec<Induk<'a>>,
    sasaran: Vec<Induk<'a>>,
    program: Vec<IndukKode<'a>>,
    kegiatan: Vec<IndukKode<'a>>,
    baris: Vec<Baris<'a>>,
    /// The total of the table, computed; `None` where the office typed its own.
    jumlah: Option<Jumlah>,
}

/// A goal or objective, for the running head of a continuation page.
#[derive(Debug, Serialize)]
struct Induk<'a> {
    no: String,
    uraian: &'a str,
}

/// A programme or activity, for the running head of a continuation page. Its kode is
/// `None` where the office typed none.
#[derive(Debug, Serialize)]
struct IndukKode<'a> {
    kode: Option<&'a Kode>,
    uraian: &'a Entry<String>,
}

/// How a row is set: by the level that it names or belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Jenis {
    Tujuan,
    Sasaran,
    BidangUrusan,
    Program,
    Kegiatan,
    SubKegiatan,
    Jumlah,
    TidakDikenal,
}

/// Parents of a row; an element is its own parent at its own level.
#[derive(Debug, Clone, Copy, Default, Serialize)]
struct Place {
    tujuan: Option<usize>,
    sasaran: Option<usize>,
    program: Option<usize>,
    kegiatan: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    jenis: Jenis,
    /// Whether it names its element; further rows carry further indicators.
    bernama: bool,
    #[serde(flatten)]
    place: Place,
    kode: &'a Entry<Kode>,
    uraian: &'a Entry<String>,
    indikator: &'a Entry<String>,
    satuan: &'a Entry<String>,
    target_awal: &'a Entry<Target>,
    target: Vec<Option<&'a Entry<Target>>>,
    target_akhir: &'a Entry<Target>,
    pagu: Vec<Option<&'a Entry<Rupiah>>>,
    pagu_akhir: Printed<Rupiah>,
    unit: &'a Entry<String>,
    lokasi: &'a Entry<String>,
}

#[derive(Debug, Serialize)]
struct Jumlah {
    pagu: Vec<Option<Printed<Rupiah>>>,
    pagu_akhir: Option<Printed<Rupiah>>,
}

pub(super) fn years(renstra: &Renstra) -> Vec<Tahun> {
    let row = renstra.pendanaan.baris.iter();
    row.flat_map(|row| row.pagu.keys().chain(row.target.keys()))
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

pub(super) fn build<'a>(renstra: &'a Renstra, year: &[Tahun]) -> Isi<'a> {
    let table = &renstra.pendanaan;
    let mut heads = Heads::default();
    let baris = table
        .baris
        .iter()
        .map(|row| heads.row(table, row, year))
        .collect();
    let typed = table.jumlah.iter().any(|total| total.elemen.is_none());
    let sum = |tahun: &Tahun| table.pagu_year(*tahun).map(Printed::Computed);
    Isi {
        tahun_awal: renstra.tahun_awal.get("t-c-27").copied(),
        tujuan: numbered(&table.tujuan, |at, _| (at + 1).to_string()),
        sasaran: numbered(&table.sasaran, |at, sasaran| number(table, at, sasaran)),
        program: heads.program,
        kegiatan: heads.kegiatan,
        baris,
        jumlah: (!typed).then(|| Jumlah {
            pagu: year.iter().map(sum).collect(),
            pagu_akhir: table.pagu_total().map(Printed::Computed),
        }),
    }
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

/// `2.1`, the first objective of the second goal.
fn number(table: &Pendanaan, at: usize, sasaran: &Butir) -> String {
    let before = table.sasaran[..at]
        .iter()
        .filter(|other| other.induk == sasaran.induk)
        .count();
    let above = sasaran
        .induk
        .map(|induk| format!("{}.", induk + 1))
        .unwrap_or_default();
    format!("{above}{}", before + 1)
}

/// The running heads, and the place of the row above.
#[derive(Default)]
struct Heads<'a> {
    program: Vec<IndukKode<'a>>,
    kegiatan: Vec<IndukKode<'a>>,
    /// The kegiatan whose head was added last.
    last: Option<Elemen>,
    place: Place,
}

impl<'a> Heads<'a> {
    fn row(&mut self, table: &'a Pendanaan, row: &'a model::Baris, year: &[Tahun]) -> Baris<'a> {
        if let Some(elemen) = row.elemen {
            self.place = self.place(table, elemen);
        }
        let total = row.peran == Peran::Jumlah;
        let bernama = !matches!(row.peran, Peran::Hasil | Peran::Indikator);
        Baris {
            jenis: jenis(row),
            bernama,
            // A total may sum more than the kegiatan above it.
            place: if total { Place::default() } else { self.place },
            kode: &row.kode,
            uraian: &row.uraian,
            indikator: &row.indikator,
            satuan: &row.satuan,
            target_awal: &row.target_awal,
            target: in_order(&row.target, year),
            target_akhir: &row.target_akhir,
            pagu: in_order(&row.pagu, year),
            pagu_akhir: pagu_akhir(row),
            unit: &row.unit,
            lokasi: &row.lokasi,
        }
    }

    fn place(&mut self, table: &'a Pendanaan, elemen: Elemen) -> Place {
        match elemen {
            Elemen::Tujuan(at) => Place {
                tujuan: Some(at),
                ..Place::default()
            },
            Elemen::Sasaran(at) => Place {
                tujuan: table.sasaran.get(at).and_then(|sasaran| sasaran.induk),
                sasaran: Some(at),
                ..Place::default()
            },
            Elemen::Urusan(_) => Place::default(),
            Elemen::Program(p) | Elemen::Kegiatan(p, _) | Elemen::SubKegiatan(p, _, _) => {
                while self.program.len() <= p {
                    let own = Elemen::Program(self.program.len());
                    self.program.extend(head(table, own));
                }
                let program = table.program.get(p);
                let kegiatan = elemen.kegiatan().map(|k| Elemen::Kegiatan(p, k));
                if let Some(kegiatan) = kegiatan.filter(|own| self.last != Some(*own)) {
                    self.kegiatan.extend(head(table, kegiatan));
                    self.last = Some(kegiatan);
                }
                Place {
                    tujuan: program.and_then(|program| program.tujuan),
                    sasaran: program.and_then(|program| program.sasaran),
                    program: Some(p),
                    kegiatan: kegiatan.and(self.kegiatan.len().checked_sub(1)),
                }
            }
        }
    }
}

fn head(table: &Pendanaan, elemen: Elemen) -> Option<IndukKode<'_>> {
    table.element(elemen).map(|element| IndukKode {
        kode: element.kode_typed.then_some(&element.kode.value),
        uraian: &element.uraian,
    })
}

fn jenis(row: &model::Baris) -> Jenis {
    match (row.peran, row.elemen) {
        (Peran::Jumlah, _) => Jenis::Jumlah,
        (_, None) => Jenis::TidakDikenal,
        (_, Some(Elemen::Tujuan(_))) => Jenis::Tujuan,
        (_, Some(Elemen::Sasaran(_))) => Jenis::Sasaran,
        (_, Some(Elemen::Urusan(_))) => Jenis::BidangUrusan,
        (_, Some(Elemen::Program(_))) => Jenis::Program,
        (_, Some(Elemen::Kegiatan(..))) => Jenis::Kegiatan,
        (_, Some(Elemen::SubKegiatan(..))) => Jenis::SubKegiatan,
    }
}

/// The period's money as typed; the sum of the row's years where the cell was left
/// blank.
fn pagu_akhir(row: &model::Baris) -> Printed<Rupiah> {
    let mut amount = row.pagu.values().filter_map(|entry| entry.value().copied());
    let sum = || {
        let first = amount.next()?;
        Some(amount.fold(first, |sum, amount| sum + amount))
    };
    Printed::or_computed(row.pagu_akhir.clone(), sum)
}
