#![doc = include_str!("r034_indikator_wording_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R034"),
    severity: Severity::Warning,
    text: include_str!("r034_indikator_wording_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, own) in rpjmd::program_pairs(subject) {
        let candidate = || own.iter().flat_map(|own| &own.baris.indikator);
        for theirs in &program.indikator {
            let name = &theirs.uraian.value;
            if candidate().any(|own| text::same(&own.uraian.value, name)) {
                continue;
            }
            let Some(near) = rpjmd::nearest(name, candidate()) else {
                continue;
            };
            out.emit(
                RULE.finding(
                    near.uraian.origin.clone(),
                    format!(
                        "bunyi indikator program {} sedikit berbeda dengan RPJMD",
                        program.kode.value
                    ),
                )
                .element(&program.kode.value)
                .rests_on([Ground::KodeAndName])
                .quote("Renstra", &near.uraian)
                .figure(
                    "RPJMD",
                    plan::one_line(name),
                    [theirs.uraian.origin.clone()],
                )
                .hint("samakan bunyinya dengan RPJMD bila memang indikator yang sama"),
            );
        }
    }
}
