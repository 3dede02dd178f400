#![doc = include_str!("r121_link_to_other_agency.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R121"),
    severity: Severity::Warning,
    text: include_str!("r121_link_to_other_agency.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    let opd = rpjmd::opd(subject);
    // An agency that the RPJMD does not know is another rule's.
    if rpjmd.program_of(&opd).next().is_none() {
        return;
    }
    for named in subject.renstra.tujuan.iter().flat_map(|t| &t.sasaran_rpjmd) {
        let Some(theirs) = rpjmd
            .sasaran()
            .find(|own| text::same(&own.uraian.value, &named.value))
        else {
            continue;
        };
        let programs = rpjmd.program.iter().filter(|program| {
            let sasaran = program.sasaran.as_ref();
            sasaran.is_some_and(|own| text::same(&own.value, &theirs.uraian.value))
        });
        let mut cells = theirs
            .indikator
            .iter()
            .map(|own| &own.opd)
            .chain(programs.map(|program| &program.opd))
            .filter(|cell| cell.value().is_some())
            .peekable();
        let Some(first) = cells.peek().copied() else {
            continue;
        };
        if cells.any(|cell| opd.is_in(cell)) {
            continue;
        }
        out.emit(
            RULE.finding(
                named.origin.clone(),
                "sasaran RPJMD yang dirujuk adalah tugas Perangkat Daerah lain",
            )
            .path(plan::one_line(&named.value))
            .quote("Renstra", named)
            .figure(
                "penanggung jawab menurut RPJMD",
                first.value().map(|opd| plan::one_line(opd)).unwrap_or_default(),
                first.origin().cloned(),
            )
            .hint("rujuk sasaran RPJMD yang menyebut Perangkat Daerah ini, atau minta RPJMD dilengkapi"),
        );
    }
}
