//! The city's list of mandatory indicators next to the agency's own.

use super::{plan, rpjmd};
use crate::checks::{Rule, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics, Ground};
use crate::model::kode::KodeOpd;
use crate::model::{Indikator, IndikatorWajib, JenisWajib, Worksheet, text};
use crate::nomenklatur;

/// Findings of one rule that are reported one by one, and the indicators that one
/// finding names where there are more.
const MOST: usize = 10;

/// What a rule looks for, and where.
pub struct Wanted<'a> {
    /// The rule.
    pub rule: &'static Rule,
    /// Which part of the list.
    pub jenis: JenisWajib,
    /// The agency's indicators among which they must be.
    pub own: Vec<&'a Indikator>,
    /// The worksheet on which they should stand.
    pub lembar: Worksheet,
    /// What they are called: `indikator SPM`.
    pub sebutan: &'static str,
    /// Where they should be: `T-C.28`.
    pub tempat: String,
}

/// Reports the indicators of the list that this agency must carry and does not.
pub fn report(subject: &Subject<'_>, wanted: &Wanted<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    // A plan without any is what other rules report.
    if wanted.own.is_empty() {
        return;
    }
    let (bidang, opd, name) = (bidang(subject), rpjmd::opd(subject), names(subject));
    let missing: Vec<&IndikatorWajib> = rpjmd
        .wajib
        .iter()
        .filter(|wajib| wajib.jenis == wanted.jenis && wajib.applies(&bidang, &opd))
        .filter(|wajib| {
            let sought = bare(&wajib.uraian.value, &name);
            let mut own = wanted.own.iter();
            !own.any(|own| bare(&own.uraian.value, &name) == sought)
        })
        .collect();
    // What every agency must carry does not follow from its kode.
    let ground = (wanted.jenis != JenisWajib::Semua).then_some(Ground::AgencyKode);
    if missing.len() > MOST {
        out.emit(together(subject, wanted, &missing).rests_on(ground));
    } else {
        for wajib in missing {
            out.emit(alone(subject, wanted, wajib).rests_on(ground));
        }
    }
}

fn alone(subject: &Subject<'_>, wanted: &Wanted<'_>, wajib: &IndikatorWajib) -> Diagnostic {
    let uraian = plan::one_line(&wajib.uraian.value);
    let mut finding = wanted
        .rule
        .finding(
            plan::sheet_origin(subject, wanted.lembar),
            format!(
                "{} \"{uraian}\" tidak ada pada {}",
                wanted.sebutan, wanted.tempat
            ),
        )
        .path(uraian)
        .figure("RPJMD", shown(wajib), [wajib.uraian.origin.clone()]);
    let every = plan::indicators(subject.renstra).into_iter();
    let near = rpjmd::nearest(&wajib.uraian.value, every.map(|(_, indikator)| indikator));
    if let Some(near) = near {
        finding = finding.quote("mungkin yang dimaksud", &near.uraian);
    }
    finding.hint(hint(wanted))
}

fn together(subject: &Subject<'_>, wanted: &Wanted<'_>, missing: &[&IndikatorWajib]) -> Diagnostic {
    let mut finding = wanted
        .rule
        .finding(
            plan::sheet_origin(subject, wanted.lembar),
            format!(
                "{} {} tidak ada pada {}",
                missing.len(),
                wanted.sebutan,
                wanted.tempat
            ),
        )
        .path(wanted.jenis.word());
    for wajib in missing.iter().take(MOST) {
        finding = finding.figure("RPJMD", shown(wajib), [wajib.uraian.origin.clone()]);
    }
    finding
        .note("lainnya", format!("{} indikator", missing.len() - MOST))
        .hint(hint(wanted))
}

fn hint(wanted: &Wanted<'_>) -> String {
    format!(
        "tambahkan pada {} dengan bunyi yang sama; bila bukan tugas Perangkat Daerah ini, Bappeda mengisi kolom Perangkat Daerah pada lembar Indikator Wajib",
        wanted.tempat
    )
}

/// The indicator with its unit.
fn shown(wajib: &IndikatorWajib) -> String {
    let uraian = plan::one_line(&wajib.uraian.value);
    match wajib.satuan.value() {
        Some(satuan) => format!("{uraian} ({})", plan::one_line(satuan)),
        None => uraian,
    }
}

/// Bidang urusan that the agency carries out: those of its kode, of its identity
/// sheet and of its programmes.
pub fn bidang(subject: &Subject<'_>) -> Vec<String> {
    let identitas = &subject.renstra.identitas;
    let kode = identitas
        .kode
        .value()
        .and_then(|kode| kode.parse::<KodeOpd>().ok());
    let mut list: Vec<String> = kode
        .iter()
        .flat_map(KodeOpd::bidang)
        .map(str::to_owned)
        .collect();
    let named = identitas.bidang_urusan.iter();
    list.extend(named.filter_map(|named| nomenklatur::bidang(&named.value)));
    let programs = subject.renstra.pendanaan.program.iter();
    // One that stands in for a missing parent gives the agency no bidang.
    for program in programs.filter(|program| !program.baris.uraian.is_broken()) {
        let segment = program.baris.kode.value.segment();
        list.extend(segment.get(..2).map(|bidang| bidang.join(".")));
    }
    list.sort_unstable();
    list.dedup();
    list
}

/// What may stand behind an indicator to say whose it is: `Nilai SAKIP Dinas Kesehatan`.
fn names(subject: &Subject<'_>) -> Vec<String> {
    let identitas = &subject.renstra.identitas;
    let own = [identitas.nama.value(), identitas.singkatan.value()]
        .into_iter()
        .flatten();
    let general = ["perangkat daerah", "opd", "skpd"].map(str::to_owned);
    own.map(|name| text::plain(name).trim().to_owned())
        .filter(|name| !name.is_empty())
        .chain(general)
        .collect()
}

/// An indicator in the form in which they are compared, without the agency behind it.
fn bare(uraian: &str, name: &[String]) -> String {
    let form = text::same_form(uraian);
    let form = form.trim();
    let rest = name
        .iter()
        .find_map(|name| form.strip_suffix(name.as_str())?.strip_suffix(' '));
    rest.unwrap_or(form).to_owned()
}
