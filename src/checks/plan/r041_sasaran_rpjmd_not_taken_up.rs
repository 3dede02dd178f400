#![doc = include_str!("r041_sasaran_rpjmd_not_taken_up.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R041"),
    severity: Severity::Warning,
    text: include_str!("r041_sasaran_rpjmd_not_taken_up.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    if subject.renstra.tujuan.is_empty() {
        return;
    }
    let opd = rpjmd::opd(subject);
    let own = rpjmd::outcome_indicators(subject);
    for sasaran in rpjmd.sasaran() {
        let given = |name: &crate::model::IndikatorRpjmd| opd.is_in(&name.opd);
        let program = rpjmd.program_of(&opd).any(|program| {
            let named = program.sasaran.as_ref();
            named.is_some_and(|named| text::same(&named.value, &sasaran.uraian.value))
        });
        if !program && !sasaran.indikator.iter().any(given) {
            continue;
        }
        let named = subject.renstra.tujuan.iter().any(|tujuan| {
            let inner = tujuan.sasaran.iter().map(|sasaran| &sasaran.uraian);
            std::iter::once(&tujuan.uraian)
                .chain(inner)
                .any(|own| text::same(&own.value, &sasaran.uraian.value))
                || tujuan.sasaran_rpjmd.iter().any(|own| {
                    text::plain(&own.value).contains(&text::same_form(&sasaran.uraian.value))
                })
        });
        let measured = sasaran.indikator.iter().any(|theirs| {
            own.iter()
                .any(|own| text::same(&own.uraian.value, &theirs.indikator.uraian.value))
        });
        if !named && !measured {
            out.emit(
                RULE.finding(plan::sheet_origin(subject, plan::tujuan_sheet(subject.renstra)),
                    "sasaran RPJMD yang menjadi tanggung jawab Perangkat Daerah ini belum dijabarkan",
                )
                .path(plan::one_line(&sasaran.uraian.value))
                .quote("RPJMD", &sasaran.uraian)
                .hint("kaitkan salah satu tujuan dengan sasaran ini pada kolom Sasaran RPJMD"),
            );
        }
    }
}
