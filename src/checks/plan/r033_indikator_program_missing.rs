#![doc = include_str!("r033_indikator_program_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R033"),
    severity: Severity::Error,
    text: include_str!("r033_indikator_program_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, own) in rpjmd::program_pairs(subject) {
        let candidate = || own.iter().flat_map(|own| &own.baris.indikator);
        for theirs in &program.indikator {
            let name = &theirs.uraian.value;
            let same = candidate().any(|own| text::same(&own.uraian.value, name));
            if same || rpjmd::nearest(name, candidate()).is_some() {
                continue;
            }
            out.emit(
                RULE.finding(
                    own[0].baris.kode.origin.clone(),
                    format!(
                        "indikator RPJMD program {} tidak ada pada Renstra",
                        program.kode.value
                    ),
                )
                .element(&program.kode.value)
                .rests_on([Ground::KodeAndName])
                .figure(
                    "RPJMD",
                    plan::one_line(name),
                    [theirs.uraian.origin.clone()],
                )
                .hint(format!(
                    "tambahkan indikator ini pada baris program di {} beserta targetnya",
                    plan::pendanaan_sheet(subject.renstra).tab()
                )),
            );
        }
    }
}
