#![doc = include_str!("r034_indikator_wording_differs.md")]

use super::{Rule, Subject};
use super::{rows, selaras};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R034"),
    severity: Severity::Warning,
    text: include_str!("r034_indikator_wording_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, own) in selaras::pairs(subject) {
        let candidate = || own.iter().flat_map(|own| &own.baris.indikator);
        for theirs in &program.indikator {
            let name = &theirs.uraian.value;
            if candidate().any(|own| text::same(&own.uraian.value, name)) {
                continue;
            }
            let Some(near) = selaras::nearest(name, candidate()) else {
                continue;
            };
            out.emit(
                Diagnostic::warning(
                    RULE.code,
                    near.uraian.origin.clone(),
                    format!(
                        "bunyi indikator program {} sedikit berbeda dengan RPJMD",
                        program.kode.value
                    ),
                )
                .path(program.kode.value.to_string())
                .figure(
                    "Renstra",
                    rows::line(&near.uraian.value),
                    [near.uraian.origin.clone()],
                )
                .figure("RPJMD", rows::line(name), [theirs.uraian.origin.clone()])
                .hint("samakan bunyinya dengan RPJMD bila memang indikator yang sama"),
            );
        }
    }
}
