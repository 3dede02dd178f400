#![doc = include_str!("r046_visi_misi_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R046"),
    severity: Severity::Warning,
    text: include_str!("r046_visi_misi_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = subject.rpjmd else { return };
    let mut report = |what: &str, own: &Located<String>, theirs: Option<&Located<String>>| {
        let mut finding = RULE
            .finding(
                own.origin.clone(),
                format!("{what} pada T-C.26 tidak sama dengan RPJMD"),
            )
            .path(plan::one_line(&own.value))
            .figure("Renstra", plan::one_line(&own.value), [own.origin.clone()])
            .hint(format!("salin bunyi {what} dari RPJMD"));
        if let Some(theirs) = theirs {
            finding = finding.figure(
                "RPJMD",
                plan::one_line(&theirs.value),
                [theirs.origin.clone()],
            );
        }
        out.emit(finding);
    };
    if let (Some(own), Some(theirs)) = (&subject.renstra.visi, &rpjmd.visi)
        && !text::same(&own.value, &theirs.value)
    {
        report("visi", own, Some(theirs));
    }
    let known: Vec<_> = rpjmd
        .misi
        .iter()
        .filter_map(|m| m.uraian.as_ref())
        .collect();
    if known.is_empty() {
        return;
    }
    for own in subject
        .renstra
        .misi
        .iter()
        .filter_map(|m| m.uraian.as_ref())
    {
        if !known
            .iter()
            .any(|theirs| text::same(&theirs.value, &own.value))
        {
            report("misi", own, None);
        }
    }
}
