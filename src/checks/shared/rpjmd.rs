//! The RPJMD's rows of this agency next to the agency's own.

use crate::checks::Subject;
use crate::model::{
    Entry, Indikator, Kode, Located, NamaOpd, Program, ProgramRpjmd, Rpjmd, Rupiah, Tahun, Target,
    text,
};

/// Likeness from which two wordings are taken for the same indicator.
const NEAR: f64 = 0.93;

/// The names under which the RPJMD may know this agency.
pub fn opd(subject: &Subject<'_>) -> NamaOpd {
    NamaOpd::of(&subject.renstra.identitas)
}

/// Programmes that the RPJMD gives to this agency; empty without an RPJMD, or
/// where the funding table is empty, which another rule reports.
pub fn programs<'a>(subject: &Subject<'a>) -> Vec<&'a ProgramRpjmd> {
    let Some(rpjmd) = subject.rpjmd else {
        return Vec::new();
    };
    if subject.renstra.pendanaan.program.is_empty() {
        return Vec::new();
    }
    let opd = opd(subject);
    rpjmd
        .program
        .iter()
        .filter(|program| opd.is_in(&program.opd))
        .collect()
}

/// The agency's rows of a programme; several where units share it.
pub fn rows_of<'a>(subject: &Subject<'a>, program: &ProgramRpjmd) -> Vec<&'a Program> {
    let list = &subject.renstra.pendanaan.program;
    list.iter()
        .filter(|own| program.has_kode(&own.baris.kode.value))
        .collect()
}

/// Programmes of both sides, where the agency has them.
pub fn program_pairs<'a>(subject: &Subject<'a>) -> Vec<(&'a ProgramRpjmd, Vec<&'a Program>)> {
    programs(subject)
        .into_iter()
        .map(|program| (program, rows_of(subject, program)))
        .filter(|(_, own)| !own.is_empty())
        .collect()
}

/// Indicators of both sides that say the same.
pub fn indicator_pairs<'a>(
    subject: &Subject<'a>,
) -> Vec<(&'a ProgramRpjmd, &'a Indikator, &'a Indikator)> {
    let mut list = Vec::new();
    for (program, own) in program_pairs(subject) {
        for rpjmd in &program.indikator {
            let same = own
                .iter()
                .flat_map(|own| &own.baris.indikator)
                .find(|own| text::same(&own.uraian.value, &rpjmd.uraian.value));
            list.extend(same.map(|own| (program, rpjmd, own)));
        }
    }
    list
}

/// The candidate that reads most like `text`, if it reads much like it.
pub fn nearest<'a>(
    text: &str,
    candidate: impl IntoIterator<Item = &'a Indikator>,
) -> Option<&'a Indikator> {
    let text = text::same_form(text);
    candidate
        .into_iter()
        .map(|indikator| {
            let other = text::same_form(&indikator.uraian.value);
            (strsim::jaro_winkler(&text, &other), indikator)
        })
        .filter(|(near, _)| *near >= NEAR)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, indikator)| indikator)
}

/// The agency's money in a programme and year, over all its rows, with the
/// cells; `None` if no row has an amount or one cannot be read.
pub fn pagu(own: &[&Program], tahun: Tahun) -> Option<(Rupiah, Vec<Located<Rupiah>>)> {
    let entry = || own.iter().filter_map(|own| own.baris.pagu().get(&tahun));
    if entry().any(Entry::is_broken) {
        return None;
    }
    let located: Vec<_> = entry().filter_map(|e| e.located().cloned()).collect();
    let sum = located.iter().map(|amount| amount.value).sum();
    (!located.is_empty()).then_some((sum, located))
}

/// Whether a programme of the plan is a priority of the RPJMD.
pub fn is_prioritas(subject: &Subject<'_>, kode: &Kode) -> bool {
    programs(subject)
        .into_iter()
        .any(|program| program.is_prioritas() && program.has_kode(kode))
}

/// Whether two targets say the same: as numbers where both are, else in words.
pub fn same_target(a: &Target, b: &Target) -> bool {
    match (a.nilai(), b.nilai()) {
        (Some(a), Some(b)) => a == b,
        _ => text::plain(a.teks()) == text::plain(b.teks()),
    }
}

/// The differences between an indicator of the RPJMD and the agency's: label,
/// the RPJMD's target, the agency's.
pub fn target_differences<'a>(
    rpjmd: &'a Indikator,
    own: &'a Indikator,
) -> Vec<(String, &'a Located<Target>, &'a Located<Target>)> {
    let year = rpjmd
        .target
        .iter()
        .map(|(tahun, entry)| (format!("tahun {tahun}"), entry, own.target.get(tahun)));
    let end = std::iter::once((
        "akhir periode".to_owned(),
        &rpjmd.target_akhir,
        Some(&own.target_akhir),
    ));
    year.chain(end)
        .filter_map(|(label, theirs, own)| Some((label, theirs.located()?, own?.located()?)))
        .filter(|(_, theirs, own)| !same_target(&theirs.value, &own.value))
        .collect()
}

/// Indicators of the agency's tujuan and sasaran, in whichever table.
pub fn outcome_indicators<'a>(subject: &Subject<'a>) -> Vec<&'a Indikator> {
    super::plan::outcome_indicators(subject.renstra)
        .into_iter()
        .filter(|(level, _)| *level != "program")
        .map(|(_, indikator)| indikator)
        .collect()
}

/// Objectives and goals of the RPJMD that a statement names.
pub fn names_sasaran(rpjmd: &Rpjmd, statement: &str) -> bool {
    rpjmd
        .sasaran()
        .map(|sasaran| &sasaran.uraian)
        .chain(rpjmd.tujuan().map(|tujuan| &tujuan.uraian))
        .any(|known| text::same(&known.value, statement))
}
