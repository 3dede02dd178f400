#![doc = include_str!("r018_unit_unknown.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::nearest::{nearest, remedy};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R018"),
    severity: Severity::Warning,
    text: include_str!("r018_unit_unknown.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    if subject.renstra.struktur.is_empty() {
        return;
    }
    let mut reported = BTreeSet::new();
    for (_, row) in plan::coded(subject.renstra) {
        let Some(unit) = row.unit.located() else {
            continue;
        };
        let known = subject
            .renstra
            .struktur
            .iter()
            .any(|post| post.heads(&unit.value));
        if !known && reported.insert(text::same_form(&unit.value)) {
            let posts = subject.renstra.struktur.iter();
            let near = nearest(&unit.value, posts.map(|post| post.jabatan.value.as_str()));
            let hint =
                "samakan namanya dengan jabatan pada lembar Struktur, atau tambahkan jabatannya";
            out.emit(
                RULE.finding(
                    unit.origin.clone(),
                    format!(
                        "unit penanggung jawab \"{}\" tidak ada pada lembar Struktur",
                        unit.value
                    ),
                )
                .path(unit.value.clone())
                .hint(remedy(near, hint)),
            );
        }
    }
}
