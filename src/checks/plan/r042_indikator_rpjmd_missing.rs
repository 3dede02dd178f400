#![doc = include_str!("r042_indikator_rpjmd_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R042"),
    severity: Severity::Error,
    text: include_str!("r042_indikator_rpjmd_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    let own = rpjmd::outcome_indicators(subject);
    if own.is_empty() {
        return;
    }
    let opd = rpjmd::opd(subject);
    for theirs in rpjmd.indikator().filter(|theirs| opd.is_in(&theirs.opd)) {
        let name = &theirs.indikator.uraian;
        if own
            .iter()
            .any(|own| text::same(&own.uraian.value, &name.value))
        {
            continue;
        }
        let near = rpjmd::nearest(&name.value, own.iter().copied());
        let mut finding = RULE
            .finding(
                plan::sheet_origin(subject, plan::tujuan_sheet(subject.renstra)),
                format!(
                    "indikator RPJMD \"{}\" tidak ada pada Renstra",
                    plan::one_line(&name.value)
                ),
            )
            .path(plan::one_line(&name.value))
            .quote("RPJMD", name)
            .hint(format!(
                "tambahkan indikator ini pada {} atau IKU dengan bunyi yang sama",
                plan::tujuan_sheet(subject.renstra).tab()
            ));
        if let Some(near) = near {
            finding = finding.quote("Renstra (mirip)", &near.uraian);
        }
        out.emit(finding);
    }
}
