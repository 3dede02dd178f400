#![doc = include_str!("r081_iku_unit_unknown.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R081"),
    severity: Severity::Warning,
    text: include_str!("r081_iku_unit_unknown.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let struktur = &subject.renstra.struktur;
    if struktur.is_empty() {
        return;
    }
    let nama = subject.renstra.identitas.nama.value();
    let mut reported = BTreeSet::new();
    for iku in &subject.renstra.iku {
        let Some(unit) = iku.penanggung_jawab.located() else {
            continue;
        };
        let known = |unit: &str| {
            struktur.iter().any(|post| post.heads(unit))
                || nama.is_some_and(|nama| text::same(nama, unit))
        };
        // Several units may share an indicator.
        let all_known = known(&unit.value)
            || unit
                .value
                .split([';', '\n', '/'])
                .map(str::trim)
                .all(|part| part.is_empty() || known(part));
        if all_known || !reported.insert(text::same_form(&unit.value)) {
            continue;
        }
        out.emit(
            RULE.finding(
                unit.origin.clone(),
                format!(
                    "penanggung jawab IKU \"{}\" tidak ada pada lembar Struktur",
                    unit.value
                ),
            )
            .path(unit.value.clone())
            .hint("samakan namanya dengan jabatan pada lembar Struktur"),
        );
    }
}
