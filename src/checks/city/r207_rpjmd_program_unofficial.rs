#![doc = include_str!("r207_rpjmd_program_unofficial.md")]

use super::{City, CityRule};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Kode;
use crate::nomenklatur::{self, Edition};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R207"),
    severity: Severity::Warning,
    text: include_str!("r207_rpjmd_program_unofficial.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    for program in city.rpjmd.into_iter().flat_map(|rpjmd| &rpjmd.program) {
        let kode = &program.kode.value;
        let Some(own) = program.uraian.located() else {
            continue;
        };
        if kode.is_placeholder() || !nomenklatur::Daftar::covers(kode) {
            continue;
        }
        // The RPJMD does not say which of the lists it follows: either is right.
        let names = official(kode);
        if names.iter().any(|name| nomenklatur::same(name, &own.value)) {
            continue;
        }
        let mut finding = RULE
            .finding(
                own.origin.clone(),
                if names.is_empty() {
                    format!("kode program RPJMD {kode} tidak ada pada nomenklatur")
                } else {
                    format!("nama program RPJMD {kode} berbeda dengan nomenklatur")
                },
            )
            .path(kode.to_string())
            .quote("RPJMD", own);
        if let Some(name) = names.first() {
            finding = finding.figure("nomenklatur", *name, []);
        }
        out.emit(finding.hint("samakan kode dan nama program dengan nomenklatur"));
    }
}

/// What the nomenclatures call a programme.
fn official(kode: &Kode) -> Vec<&'static str> {
    let lists = Edition::ALL.map(nomenklatur::daftar);
    let entries = lists.into_iter().filter_map(|list| list.find(kode));
    entries.map(|entry| entry.uraian.as_str()).collect()
}
