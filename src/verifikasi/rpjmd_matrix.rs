//! The matrix of RPJMD and Renstra: two lines an indicator and two lines for
//! the money of each programme.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::text::one_line;
use crate::model::{
    Entry, Indikator, NamaOpd, Program, ProgramRpjmd, Renstra, Rpjmd, Rupiah, Tahun, Target, text,
};

/// The matrix.
#[derive(Debug, Serialize)]
pub struct Selaras {
    /// Years of the columns.
    pub tahun: Vec<String>,
    /// Programmes of the RPJMD, then those that only the plan has.
    pub program: Vec<BarisProgram>,
}

/// One programme.
#[derive(Debug, Serialize)]
pub struct BarisProgram {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Name or mark of the priority.
    pub prioritas: Option<String>,
    /// Indicators and money.
    pub banding: Vec<Banding>,
}

/// Two lines that are compared with each other.
#[derive(Debug, Serialize)]
pub struct Banding {
    /// Indicator, or `Pagu (Rp)`.
    pub uraian: String,
    /// Unit.
    pub satuan: Option<String>,
    /// Baseline, years and end in the RPJMD.
    pub rpjmd: Vec<Option<String>>,
    /// The same in the plan.
    pub renstra: Vec<Option<String>>,
    /// Which of them differ.
    pub beda: Vec<bool>,
    /// In a word: `selaras`, `berbeda`, `tidak ada pada Renstra`, `tidak ada pada RPJMD`.
    pub keterangan: &'static str,
}

/// Builds the matrix of an agency.
pub(super) fn matrix(renstra: &Renstra, rpjmd: &Rpjmd) -> Selaras {
    let opd = NamaOpd::of(&renstra.identitas);
    let given: Vec<&ProgramRpjmd> = rpjmd.program_of(&opd).collect();
    let own = &renstra.pendanaan.program;
    let year: BTreeSet<Tahun> = given
        .iter()
        .flat_map(|program| program.pagu.keys())
        .chain(own.iter().flat_map(|program| program.baris.pagu().keys()))
        .copied()
        .collect();
    let mut list = Vec::new();
    for program in &given {
        let same: Vec<&Program> = own
            .iter()
            .filter(|own| program.has_kode(&own.baris.kode.value))
            .collect();
        list.push(row(Some(program), &same, &year));
    }
    for program in own {
        let kode = &program.baris.kode.value;
        if !given.iter().any(|given| given.has_kode(kode)) {
            list.push(row(None, &[program], &year));
        }
    }
    Selaras {
        tahun: year.iter().map(ToString::to_string).collect(),
        program: list,
    }
}

fn row(rpjmd: Option<&ProgramRpjmd>, own: &[&Program], year: &BTreeSet<Tahun>) -> BarisProgram {
    let first = own.first().map(|own| &own.baris);
    let kode = rpjmd
        .map(|p| &p.kode.value)
        .or(first.map(|b| &b.kode.value));
    let nama = rpjmd
        .and_then(|p| p.uraian.value())
        .or(first.and_then(|b| b.uraian.value()));
    let indikator: Vec<&Indikator> = own.iter().flat_map(|own| &own.baris.indikator).collect();
    let mut banding = Vec::new();
    let known = rpjmd.map(|p| p.indikator.as_slice()).unwrap_or_default();
    for theirs in known {
        let same = indikator
            .iter()
            .find(|own| text::same(&own.uraian.value, &theirs.uraian.value));
        banding.push(compare(Some(theirs), same.copied(), year));
    }
    for own in &indikator {
        if !known
            .iter()
            .any(|theirs| text::same(&own.uraian.value, &theirs.uraian.value))
        {
            banding.push(compare(None, Some(own), year));
        }
    }
    banding.push(money(rpjmd, own, year));
    BarisProgram {
        kode: kode.map(ToString::to_string).unwrap_or_default(),
        nama: nama.map(|nama| one_line(nama)).unwrap_or_default(),
        prioritas: rpjmd
            .filter(|p| p.is_prioritas())
            .and_then(|p| p.prioritas.value().cloned()),
        banding,
    }
}

fn keterangan(has_rpjmd: bool, has_own: bool, beda: &[bool]) -> &'static str {
    match (has_rpjmd, has_own) {
        (true, false) => "tidak ada pada Renstra",
        (false, _) => "tidak ada pada RPJMD",
        (true, true) if beda.contains(&true) => "berbeda",
        (true, true) => "selaras",
    }
}

fn compare(rpjmd: Option<&Indikator>, own: Option<&Indikator>, year: &BTreeSet<Tahun>) -> Banding {
    let list = |indikator: Option<&Indikator>| -> Vec<Option<Target>> {
        let Some(indikator) = indikator else {
            return vec![None; year.len() + 2];
        };
        let value = |entry: &Entry<Target>| entry.value().cloned();
        let mut list = vec![value(&indikator.target_awal)];
        list.extend(
            year.iter()
                .map(|tahun| indikator.target.get(tahun).and_then(value)),
        );
        list.push(value(&indikator.target_akhir));
        list
    };
    let (a, b) = (list(rpjmd), list(own));
    let beda: Vec<bool> = a
        .iter()
        .zip(&b)
        .map(|pair| match pair {
            (Some(a), Some(b)) => match (a.nilai(), b.nilai()) {
                (Some(a), Some(b)) => a != b,
                _ => text::plain(a.teks()) != text::plain(b.teks()),
            },
            // Nothing in the RPJMD asks for nothing.
            (None, _) => false,
            (Some(_), None) => own.is_some(),
        })
        .collect();
    let print = |list: Vec<Option<Target>>| {
        list.into_iter()
            .map(|t| t.map(|t| t.teks().to_owned()))
            .collect()
    };
    let named = rpjmd.or(own);
    Banding {
        uraian: named.map(|i| one_line(&i.uraian.value)).unwrap_or_default(),
        satuan: named.and_then(|i| i.satuan.value().cloned()),
        keterangan: keterangan(rpjmd.is_some(), own.is_some(), &beda),
        rpjmd: print(a),
        renstra: print(b),
        beda,
    }
}

fn money(rpjmd: Option<&ProgramRpjmd>, own: &[&Program], year: &BTreeSet<Tahun>) -> Banding {
    let theirs: Vec<Option<Rupiah>> = year.iter().map(|tahun| rpjmd?.pagu_year(*tahun)).collect();
    let ours: Vec<Option<Rupiah>> = year
        .iter()
        .map(|tahun| {
            let amount: Vec<Rupiah> = own
                .iter()
                .filter_map(|own| own.baris.pagu().get(tahun)?.value().copied())
                .collect();
            (!amount.is_empty()).then(|| amount.into_iter().sum())
        })
        .collect();
    let whole = |list: &[Option<Rupiah>]| {
        let filled: Vec<Rupiah> = list.iter().flatten().copied().collect();
        (!filled.is_empty()).then(|| filled.into_iter().sum::<Rupiah>())
    };
    let line = |list: &[Option<Rupiah>]| {
        let mut line = vec![None];
        line.extend(list.iter().copied());
        line.push(whole(list));
        line
    };
    let (a, b) = (line(&theirs), line(&ours));
    let beda: Vec<bool> = a
        .iter()
        .zip(&b)
        .map(|(a, b)| a.is_some() && !own.is_empty() && a != b)
        .collect();
    let print =
        |list: Vec<Option<Rupiah>>| list.into_iter().map(|r| r.map(|r| r.to_string())).collect();
    Banding {
        uraian: "Pagu".to_owned(),
        satuan: Some("Rp".to_owned()),
        keterangan: keterangan(rpjmd.is_some(), !own.is_empty(), &beda),
        rpjmd: print(a),
        renstra: print(b),
        beda,
    }
}
