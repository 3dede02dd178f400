#![doc = include_str!("r042_indikator_rpjmd_missing.md")]

use super::{Rule, Subject};
use super::{rows, selaras};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
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
    let own = selaras::hasil(subject);
    if own.is_empty() {
        return;
    }
    let opd = selaras::opd(subject);
    for theirs in rpjmd.indikator().filter(|theirs| opd.is_in(&theirs.opd)) {
        let name = &theirs.indikator.uraian;
        if own
            .iter()
            .any(|own| text::same(&own.uraian.value, &name.value))
        {
            continue;
        }
        let near = selaras::nearest(&name.value, own.iter().copied());
        let mut finding = Diagnostic::error(
            RULE.code,
            rows::sheet_origin(subject, rows::tujuan_sheet(subject.renstra)),
            format!(
                "indikator RPJMD \"{}\" tidak ada pada Renstra",
                rows::line(&name.value)
            ),
        )
        .path(rows::line(&name.value))
        .figure("RPJMD", rows::line(&name.value), [name.origin.clone()])
        .hint(format!(
            "tambahkan indikator ini pada {} atau IKU dengan bunyi yang sama",
            rows::names(subject.renstra).0
        ));
        if let Some(near) = near {
            finding = finding.figure(
                "Renstra (mirip)",
                rows::line(&near.uraian.value),
                [near.uraian.origin.clone()],
            );
        }
        out.emit(finding);
    }
}
