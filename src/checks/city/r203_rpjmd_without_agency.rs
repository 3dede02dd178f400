#![doc = include_str!("r203_rpjmd_without_agency.md")]

use super::{City, CityRule};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R203"),
    severity: Severity::Warning,
    text: include_str!("r203_rpjmd_without_agency.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = city.rpjmd else { return };
    let hint = "isi kolom Perangkat Daerah; tanpa itu tidak ada Renstra yang diperiksa terhadapnya";
    for program in &rpjmd.program {
        if !program.opd.is_missing() {
            continue;
        }
        let kode = &program.kode.value;
        let origin = program.opd.origin().unwrap_or(&program.kode.origin);
        out.emit(
            RULE.finding(
                origin.clone(),
                format!("program RPJMD {kode} belum mempunyai Perangkat Daerah penanggung jawab"),
            )
            .path(kode.to_string())
            .hint(hint),
        );
    }
    for sasaran in rpjmd.sasaran() {
        // One agency for one of its indicators answers for the sasaran.
        let answered = sasaran.indikator.iter().any(|own| !own.opd.is_missing());
        let Some(first) = sasaran.indikator.first().filter(|_| !answered) else {
            continue;
        };
        out.emit(
            RULE.finding(
                first.opd.origin().unwrap_or(&sasaran.uraian.origin).clone(),
                "sasaran RPJMD ini belum mempunyai Perangkat Daerah penanggung jawab",
            )
            .path(plan::one_line(&sasaran.uraian.value))
            .hint(hint),
        );
    }
}
