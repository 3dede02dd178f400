#![doc = include_str!("r206_rpjmd_sasaran_misplaced.md")]

use std::collections::BTreeMap;

use super::{City, CityRule};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{Rpjmd, text};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R206"),
    severity: Severity::Warning,
    text: include_str!("r206_rpjmd_sasaran_misplaced.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = city.rpjmd else { return };
    report_unknown(rpjmd, out);
    report_two_missions(rpjmd, out);
    report_twice(rpjmd, out);
}

/// Programmes that serve a sasaran which the RPJMD does not have.
fn report_unknown(rpjmd: &Rpjmd, out: &mut Diagnostics) {
    if rpjmd.misi.is_empty() {
        return;
    }
    let mut unknown: BTreeMap<String, (&str, Vec<Origin>)> = BTreeMap::new();
    for named in rpjmd
        .program
        .iter()
        .filter_map(|program| program.sasaran.as_ref())
    {
        let known = rpjmd
            .sasaran()
            .any(|own| text::same(&own.uraian.value, &named.value))
            || rpjmd
                .tujuan()
                .any(|own| text::same(&own.uraian.value, &named.value));
        if !known {
            let entry = unknown.entry(text::same_form(&named.value));
            let (_, cells) = entry.or_insert_with(|| (&named.value, Vec::new()));
            // A merged cell is the same for all programmes next to it.
            if !cells.contains(&named.origin) {
                cells.push(named.origin.clone());
            }
        }
    }
    for (name, cells) in unknown.into_values() {
        let Some(first) = cells.first().cloned() else {
            continue;
        };
        out.emit(
            RULE.finding(
                first,
                "sasaran pada program RPJMD ini tidak ada pada lembar Tujuan Sasaran RPJMD",
            )
            .path(plan::one_line(name))
            .figure("sasaran", plan::one_line(name), cells)
            .hint("samakan bunyi sasaran pada kedua lembar"),
        );
    }
}

/// A sasaran below two missions or two tujuan.
fn report_two_missions(rpjmd: &Rpjmd, out: &mut Diagnostics) {
    let mut first: BTreeMap<String, (String, &Origin)> = BTreeMap::new();
    for misi in &rpjmd.misi {
        for tujuan in &misi.tujuan {
            for sasaran in &tujuan.sasaran {
                let parent = misi.uraian.as_ref().unwrap_or(&tujuan.uraian);
                let parent = plan::one_line(&parent.value);
                let name = text::same_form(&sasaran.uraian.value);
                let Some((before, cell)) = first.get(&name) else {
                    first.insert(name, (parent, &sasaran.uraian.origin));
                    continue;
                };
                out.emit(
                    RULE.finding(
                        sasaran.uraian.origin.clone(),
                        "sasaran RPJMD ini tercatat dua kali",
                    )
                    .path(plan::one_line(&sasaran.uraian.value))
                    .figure("pertama di bawah", before.clone(), [(*cell).clone()])
                    .figure("kedua di bawah", parent, [sasaran.uraian.origin.clone()])
                    .hint("letakkan sasaran di bawah satu misi dan satu tujuan"),
                );
            }
        }
    }
}

/// A programme that has two rows of money.
fn report_twice(rpjmd: &Rpjmd, out: &mut Diagnostics) {
    let mut first: BTreeMap<(String, String), &Origin> = BTreeMap::new();
    for program in &rpjmd.program {
        let kode = program.kode.value.to_string();
        let opd = program
            .opd
            .value()
            .map(|opd| text::plain(opd))
            .unwrap_or_default();
        let Some(before) = first.get(&(kode.clone(), opd.clone())) else {
            first.insert((kode, opd), &program.kode.origin);
            continue;
        };
        out.emit(
            RULE.finding(
                program.kode.origin.clone(),
                format!("program RPJMD {kode} tercatat dua kali"),
            )
            .path(kode.clone())
            .figure("pertama", kode.clone(), [(*before).clone()])
            .figure("kedua", kode, [program.kode.origin.clone()])
            .hint("hapus salah satu barisnya, atau perbaiki kodenya"),
        );
    }
}
