//! The city's list of mandatory indicators beside the agency's own.

use super::{Subject, rows, selaras};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::kode::KodeOpd;
use crate::model::{Indikator, IndikatorWajib, JenisWajib, text};
use crate::nomenklatur;

/// Findings of one rule that are told one by one, and the indicators that one
/// finding names where there are more.
const MOST: usize = 10;

/// What a rule looks for, and where.
pub(super) struct Dicari<'a> {
    /// The rule.
    pub code: Code,
    /// Which part of the list.
    pub jenis: JenisWajib,
    /// The agency's indicators among which they must be.
    pub own: Vec<&'a Indikator>,
    /// Id of the worksheet on which they should stand.
    pub lembar: &'static str,
    /// What they are called: `indikator SPM`.
    pub sebutan: &'static str,
    /// Where they should be: `T-C.28`.
    pub tempat: String,
}

/// Reports the indicators of the list that this agency must carry and does not.
pub(super) fn report(subject: &Subject<'_>, dicari: &Dicari<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    // A plan without any is what other rules report.
    if dicari.own.is_empty() {
        return;
    }
    let (bidang, opd, name) = (bidang(subject), selaras::opd(subject), names(subject));
    let missing: Vec<&IndikatorWajib> = rpjmd
        .wajib
        .iter()
        .filter(|wajib| wajib.jenis == dicari.jenis && wajib.applies(&bidang, &opd))
        .filter(|wajib| {
            let wanted = bare(&wajib.uraian.value, &name);
            let mut own = dicari.own.iter();
            !own.any(|own| bare(&own.uraian.value, &name) == wanted)
        })
        .collect();
    if missing.len() > MOST {
        out.emit(together(subject, dicari, &missing));
    } else {
        for wajib in missing {
            out.emit(alone(subject, dicari, wajib));
        }
    }
}

fn alone(subject: &Subject<'_>, dicari: &Dicari<'_>, wajib: &IndikatorWajib) -> Diagnostic {
    let uraian = rows::line(&wajib.uraian.value);
    let mut finding = Diagnostic::error(
        dicari.code,
        rows::sheet_origin(subject, dicari.lembar),
        format!(
            "{} \"{uraian}\" tidak ada pada {}",
            dicari.sebutan, dicari.tempat
        ),
    )
    .path(uraian)
    .figure("RPJMD", shown(wajib), [wajib.uraian.origin.clone()]);
    let every = rows::indikator(subject.renstra).into_iter();
    let near = selaras::nearest(&wajib.uraian.value, every.map(|(_, indikator)| indikator));
    if let Some(near) = near {
        finding = finding.figure(
            "mungkin yang dimaksud",
            rows::line(&near.uraian.value),
            [near.uraian.origin.clone()],
        );
    }
    finding.hint(hint(dicari))
}

fn together(subject: &Subject<'_>, dicari: &Dicari<'_>, missing: &[&IndikatorWajib]) -> Diagnostic {
    let mut finding = Diagnostic::error(
        dicari.code,
        rows::sheet_origin(subject, dicari.lembar),
        format!(
            "{} {} tidak ada pada {}",
            missing.len(),
            dicari.sebutan,
            dicari.tempat
        ),
    )
    .path(dicari.jenis.word());
    for wajib in missing.iter().take(MOST) {
        finding = finding.figure("RPJMD", shown(wajib), [wajib.uraian.origin.clone()]);
    }
    finding
        .note("lainnya", format!("{} indikator", missing.len() - MOST))
        .hint(hint(dicari))
}

fn hint(dicari: &Dicari<'_>) -> String {
    format!(
        "tambahkan pada {} dengan bunyi yang sama; bila bukan tugas Perangkat Daerah ini, Bappeda mengisi kolom Perangkat Daerah pada lembar Indikator Wajib",
        dicari.tempat
    )
}

/// The indicator with its unit.
fn shown(wajib: &IndikatorWajib) -> String {
    let uraian = rows::line(&wajib.uraian.value);
    match wajib.satuan.value() {
        Some(satuan) => format!("{uraian} ({})", rows::line(satuan)),
        None => uraian,
    }
}

/// Bidang urusan that the agency carries out: those of its kode, of its identity
/// sheet and of its programmes.
fn bidang(subject: &Subject<'_>) -> Vec<String> {
    let it = &subject.renstra.identitas;
    let kode = it
        .kode
        .value()
        .and_then(|kode| kode.parse::<KodeOpd>().ok());
    let mut list: Vec<String> = kode
        .iter()
        .flat_map(KodeOpd::bidang)
        .map(str::to_owned)
        .collect();
    let named = it.bidang_urusan.iter();
    list.extend(named.filter_map(|named| nomenklatur::bidang(&named.value)));
    for program in &subject.renstra.pendanaan.program {
        let segment = program.baris.kode.value.segment();
        list.extend(segment.get(..2).map(|bidang| bidang.join(".")));
    }
    list.sort_unstable();
    list.dedup();
    list
}

/// What may stand behind an indicator to say whose it is: `Nilai SAKIP Dinas Kesehatan`.
fn names(subject: &Subject<'_>) -> Vec<String> {
    let it = &subject.renstra.identitas;
    let own = [it.nama.value(), it.singkatan.value()]
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
