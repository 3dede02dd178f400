#![doc = include_str!("r119_iku_under_other_sasaran.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Indikator, Located, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R119"),
    severity: Severity::Warning,
    text: include_str!("r119_iku_under_other_sasaran.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let mut parents: Vec<(&Located<String>, &Indikator)> = Vec::new();
    for tujuan in &renstra.tujuan {
        parents.extend(tujuan.indikator.iter().map(|own| (&tujuan.uraian, own)));
        for sasaran in &tujuan.sasaran {
            parents.extend(sasaran.indikator.iter().map(|own| (&sasaran.uraian, own)));
        }
    }
    let mut reported = BTreeSet::new();
    for iku in &renstra.iku {
        let Some(named) = &iku.sasaran else { continue };
        let name = &iku.indikator.uraian;
        let own: Vec<_> = parents
            .iter()
            .filter(|(_, own)| text::same(&own.uraian.value, &name.value))
            .collect();
        let Some((parent, _)) = own.first() else {
            continue;
        };
        let fits = own
            .iter()
            .any(|(parent, _)| text::same(&parent.value, &named.value));
        if fits || !reported.insert(named.origin.clone()) {
            continue;
        }
        out.emit(
            RULE.finding(
                named.origin.clone(),
                "IKU ini tercatat pada sasaran lain daripada tabel tujuan dan sasaran",
            )
            .path(plan::one_line(&name.value))
            .quote("IKU", named)
            .quote(plan::tujuan_sheet(renstra).tab(), parent)
            .note("indikator", plan::one_line(&name.value))
            .hint("pindahkan indikatornya, atau samakan bunyi sasarannya"),
        );
    }
}
