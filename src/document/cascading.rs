//! The cascade of a goal: from the RPJMD's objective down to who carries the programmes
//! out.

use serde::Serialize;

use crate::model::{Pohon, Renstra};

/// Most programmes below an objective in one drawing; more go on in the next.
const PROGRAMS: usize = 14;

/// A goal with everything below it that the figure shows.
#[derive(Debug, Serialize)]
pub struct Cascading<'a> {
    /// Objectives of the RPJMD that it serves.
    sasaran_rpjmd: Vec<&'a str>,
    /// The goal.
    tujuan: &'a str,
    /// Its indicators, with the target at the end.
    indikator: Vec<String>,
    /// Its objectives.
    sasaran: Vec<Cabang>,
}

/// An objective, or a further part of one.
#[derive(Debug, Serialize)]
struct Cabang {
    uraian: String,
    /// Whether it goes on from a part before it.
    lanjutan: bool,
    indikator: Vec<String>,
    program: Vec<Pelaksana>,
}

/// A programme and who carries it out.
#[derive(Debug, Serialize)]
struct Pelaksana {
    kode: Option<String>,
    nama: String,
    unit: Option<String>,
}

/// What is said of the cascade of each goal that has an objective, behind the title that
/// all have.
pub fn said(renstra: &Renstra) -> Vec<String> {
    let count = drawn(renstra).count();
    (1..=count)
        .map(|nth| match count {
            1 => String::new(),
            _ => format!(" – Tujuan {nth}"),
        })
        .collect()
}

/// Places of the goals that are drawn.
fn drawn(renstra: &Renstra) -> impl Iterator<Item = usize> + '_ {
    let goals = renstra.tujuan.iter().enumerate();
    goals
        .filter(|(_, tujuan)| !tujuan.sasaran.is_empty())
        .map(|(at, _)| at)
}

/// The `nth` cascade, from 0.
pub(super) fn build(nth: usize, renstra: &Renstra) -> Option<Cascading<'_>> {
    let at = drawn(renstra).nth(nth)?;
    let tujuan = renstra.tujuan.get(at)?;
    let tree = renstra.pohon().into_iter().nth(at)?;
    let sasaran = tree.anak.iter().flat_map(branches).collect();
    // Objectives of the RPJMD have a column of their own, or stand among the NSPK.
    let named = if tujuan.sasaran_rpjmd.is_empty() {
        &tujuan.nspk
    } else {
        &tujuan.sasaran_rpjmd
    };
    Some(Cascading {
        sasaran_rpjmd: named.iter().map(|named| named.value.as_str()).collect(),
        tujuan: &tujuan.uraian.value,
        indikator: tree.indikator,
        sasaran,
    })
}

/// An objective in as many parts as its programmes need.
fn branches(sasaran: &Pohon) -> Vec<Cabang> {
    let program = |node: &Pohon| Pelaksana {
        kode: node.kode.clone(),
        nama: node.uraian.clone(),
        unit: node.unit.clone(),
    };
    let mut chunks: Vec<Vec<Pelaksana>> = sasaran
        .anak
        .chunks(PROGRAMS)
        .map(|part| part.iter().map(program).collect())
        .collect();
    if chunks.is_empty() {
        chunks.push(Vec::new());
    }
    let parts = chunks.into_iter().enumerate();
    parts
        .map(|(part, program)| Cabang {
            uraian: sasaran.uraian.clone(),
            lanjutan: part > 0,
            indikator: if part == 0 {
                sasaran.indikator.clone()
            } else {
                Vec::new()
            },
            program,
        })
        .collect()
}
