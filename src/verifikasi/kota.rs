//! The city's plans next to its RPJMD: what each agency was found to have, its
//! money against the RPJMD's, and every agency's matrix.

use std::collections::BTreeSet;

use serde::Serialize;

use super::rounds::Round;
use super::rpjmd_matrix::{self, Banding, Selaras};
use crate::config::{Cetak, Config};
use crate::model::text::{self, one_line};
use crate::model::{NamaOpd, Renstra, Rpjmd, Rupiah, Tahun};

/// An agency of the city.
pub struct Anggota<'a> {
    /// Its plan.
    pub renstra: &'a Renstra,
    /// Its workbook.
    pub berkas: String,
    /// Findings: errors, warnings, infos.
    pub temuan: [usize; 3],
    /// What became of its findings since the round before.
    pub putaran: Option<Round>,
}

/// The recap.
#[derive(Debug, Serialize)]
pub struct Kota {
    cetak: Cetak,
    /// Region.
    pub daerah: Option<String>,
    /// Period of the RPJMD.
    pub periode: Option<String>,
    /// Its workbook.
    pub rpjmd: String,
    /// Years of the columns.
    pub tahun: Vec<String>,
    /// One row an agency.
    pub opd: Vec<BarisOpd>,
    /// All agencies together, per year: RPJMD and Renstra.
    pub jumlah: Vec<Pasangan>,
    /// Agencies with more than one workbook, which are in no sum: nobody knows which
    /// is to be counted.
    pub ganda: Vec<String>,
}

/// One agency.
#[derive(Debug, Serialize)]
pub struct BarisOpd {
    /// Its name, or its workbook's.
    pub nama: String,
    /// Its workbook.
    pub berkas: String,
    /// Errors, warnings, infos.
    pub temuan: [usize; 3],
    /// What became of its findings since the round before.
    pub putaran: Option<Round>,
    /// Programmes of the RPJMD.
    pub program: usize,
    /// Those that the plan has.
    pub ada: usize,
    /// Lines of the matrix that differ or are missing.
    pub beda: usize,
    /// Money per year.
    pub pagu: Vec<Pasangan>,
    /// Its matrix.
    pub selaras: Selaras,
}

/// Money of the RPJMD and of the plan.
#[derive(Debug, Clone, Serialize)]
pub struct Pasangan {
    /// The RPJMD's; `None` where rows are shared with other agencies or blank.
    pub rpjmd: Option<Rupiah>,
    /// The plan's.
    pub renstra: Option<Rupiah>,
    /// Plan less RPJMD, with its sign, where they differ.
    pub selisih: Option<Rupiah>,
}

impl Kota {
    /// Builds it. A row that agencies share counts for the city once and for
    /// none of them.
    pub fn build(rpjmd: &Rpjmd, config: &Config, anggota: &[Anggota<'_>]) -> Self {
        let mut year: Vec<Tahun> = rpjmd
            .program
            .iter()
            .flat_map(|program| program.pagu.keys().copied())
            .collect();
        year.sort_unstable();
        year.dedup();
        let opd: Vec<BarisOpd> = anggota.iter().map(|one| row(rpjmd, one, &year)).collect();
        let names: Vec<String> = opd.iter().map(|row| text::plain(&row.nama)).collect();
        let is_doubled = |at: usize| names.iter().filter(|name| **name == names[at]).count() > 1;
        let counted: Vec<bool> = (0..opd.len()).map(|at| !is_doubled(at)).collect();
        let known: Vec<NamaOpd> = anggota
            .iter()
            .zip(&counted)
            .filter(|(_, counted)| **counted)
            .map(|(one, _)| one)
            .map(|one| NamaOpd::of(&one.renstra.identitas))
            .collect();
        let jumlah = year
            .iter()
            .enumerate()
            .map(|(at, tahun)| {
                let given = rpjmd
                    .program
                    .iter()
                    .filter(|program| known.iter().any(|opd| opd.is_in(&program.opd)));
                let theirs = total(given.filter_map(|program| program.pagu_year(*tahun)));
                let rows = opd.iter().zip(&counted).filter(|(_, counted)| **counted);
                let ours = total(rows.filter_map(|(row, _)| row.pagu.get(at)?.renstra));
                pair(theirs, ours)
            })
            .collect();
        let doubled: BTreeSet<String> = opd
            .iter()
            .zip(&counted)
            .filter(|(_, counted)| !**counted)
            .map(|(row, _)| row.nama.clone())
            .collect();
        let doubled = doubled.into_iter().collect();
        Self {
            cetak: config.cetak(false),
            daerah: rpjmd.daerah.value().cloned().or(config.daerah.nama.clone()),
            periode: rpjmd.periode.value().map(ToString::to_string),
            rpjmd: rpjmd.berkas.file.to_string(),
            tahun: year.iter().map(ToString::to_string).collect(),
            ganda: doubled,
            opd,
            jumlah,
        }
    }

    /// The recap as the template reads it.
    ///
    /// # Errors
    /// If it cannot be written as JSON.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }
}

fn row(rpjmd: &Rpjmd, one: &Anggota<'_>, years: &[Tahun]) -> BarisOpd {
    let opd = NamaOpd::of(&one.renstra.identitas);
    let given: Vec<_> = rpjmd.program_of(&opd).collect();
    let own = &one.renstra.pendanaan;
    let has = |program: &crate::model::ProgramRpjmd| {
        own.program
            .iter()
            .any(|own| program.has_kode(&own.baris.kode.value))
    };
    let shares = given.iter().any(|program| program.is_shared());
    let selaras = rpjmd_matrix::matrix(one.renstra, rpjmd);
    let line = selaras.program.iter().flat_map(|program| &program.banding);
    BarisOpd {
        nama: one
            .renstra
            .identitas
            .nama
            .value()
            .map_or_else(|| one.berkas.clone(), |nama| one_line(nama)),
        berkas: one.berkas.clone(),
        temuan: one.temuan,
        putaran: one.putaran.clone(),
        program: given.len(),
        ada: given.iter().copied().filter(|program| has(program)).count(),
        beda: line
            .filter(|line: &&Banding| line.keterangan != "selaras")
            .count(),
        pagu: years
            .iter()
            .map(|tahun| {
                let theirs = total(given.iter().filter_map(|program| program.pagu_year(*tahun)));
                pair(theirs.filter(|_| !shares), own.pagu_year(*tahun))
            })
            .collect(),
        selaras,
    }
}

fn total(amount: impl Iterator<Item = Rupiah>) -> Option<Rupiah> {
    let list: Vec<Rupiah> = amount.collect();
    (!list.is_empty()).then(|| list.into_iter().sum())
}

fn pair(rpjmd: Option<Rupiah>, renstra: Option<Rupiah>) -> Pasangan {
    let selisih = match (rpjmd, renstra) {
        (Some(a), Some(b)) if a != b => Some(b - a),
        _ => None,
    };
    Pasangan {
        rpjmd,
        renstra,
        selisih,
    }
}
