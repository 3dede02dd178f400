#![doc = include_str!("r055_iku_wording_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Indikator, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R055"),
    severity: Severity::Warning,
    text: include_str!("r055_iku_wording_differs.md"),
    check,
};

/// Words from which the beginning of a longer wording is taken for a shortened
/// one; with fewer, many an indicator is the beginning of another.
const SHORTEST: usize = 5;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let tujuan = || {
        renstra.tujuan.iter().flat_map(|tujuan| {
            let sasaran = tujuan.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
            tujuan.indikator.iter().chain(sasaran)
        })
    };
    let same = |a: &Indikator, b: &Indikator| text::same(&a.uraian.value, &b.uraian.value);
    for iku in renstra.iku.iter().map(|iku| &iku.indikator) {
        if tujuan().any(|own| same(own, iku)) {
            continue;
        }
        // Two in one cell are two, whatever the wording; the cell is named already.
        let held = tujuan().filter(|own| wording::holds(&iku.uraian.value, &own.uraian.value));
        if held.count() > 1 {
            continue;
        }
        // One that the IKU take up under its own wording is another indicator.
        let free = tujuan().filter(|own| !renstra.iku.iter().any(|iku| same(&iku.indikator, own)));
        let free: Vec<&Indikator> = free.collect();
        let shortened = free.iter().find(|own| is_shortened(own, iku)).copied();
        let alike = || {
            let mut free = free.iter().copied();
            free.find(|own| wording::is_alike(&own.uraian.value, &iku.uraian.value))
        };
        let Some(near) = shortened
            .or_else(|| rpjmd::nearest(&iku.uraian.value, free.iter().copied()))
            .or_else(alike)
        else {
            continue;
        };
        let mut finding = RULE
            .finding(
                iku.uraian.origin.clone(),
                "bunyi IKU ini sedikit berbeda dengan indikator tujuan atau sasaran",
            )
            .path(plan::one_line(&iku.uraian.value))
            .quote("IKU", &iku.uraian)
            .quote(plan::tujuan_sheet(renstra).tab(), &near.uraian);
        if let Some(years) = differing_years(iku, near) {
            finding = finding.note("target juga berbeda", years);
        }
        out.emit(finding.hint("samakan bunyi dan targetnya bila memang indikator yang sama"));
    }
}

/// Whether one wording is the beginning of the other.
fn is_shortened(a: &Indikator, b: &Indikator) -> bool {
    let (a, b) = (
        text::same_form(&a.uraian.value),
        text::same_form(&b.uraian.value),
    );
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    a.len().min(b.len()) >= SHORTEST && a.iter().zip(&b).all(|(a, b)| a == b)
}

/// `2025: 96 dan 96,5; 2026: …` for the years in which the targets differ.
fn differing_years(iku: &Indikator, own: &Indikator) -> Option<String> {
    let year: Vec<String> = iku
        .target
        .iter()
        .filter_map(|(tahun, entry)| {
            let (a, b) = (entry.value()?, own.target.get(tahun)?.value()?);
            let same = match (a.nilai(), b.nilai()) {
                (Some(a), Some(b)) => a == b,
                _ => a.teks() == b.teks(),
            };
            (!same).then(|| {
                format!(
                    "{tahun}: {} dan {}",
                    plan::one_line(a.teks()),
                    plan::one_line(b.teks())
                )
            })
        })
        .collect();
    (!year.is_empty()).then(|| year.join("; "))
}
