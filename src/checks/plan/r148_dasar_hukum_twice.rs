#![doc = include_str!("r148_dasar_hukum_twice.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::{law, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R148"),
    severity: Severity::Warning,
    text: include_str!("r148_dasar_hukum_twice.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &Located<String>> = BTreeMap::new();
    for own in &subject.renstra.identitas.dasar_hukum {
        let plain = text::plain(&own.value);
        // The number says which law it is; without one the words do.
        let key = law::identity(&plain).map_or_else(
            || plain.clone(),
            |(kind, number, year)| format!("{kind} {number}/{year}"),
        );
        let Some(first) = seen.get(&key) else {
            seen.insert(key, own);
            continue;
        };
        out.emit(
            RULE.finding(own.origin.clone(), "peraturan ini sudah tercantum di atas")
                .path(plan::one_line(&own.value))
                .quote("pertama", first)
                .quote("kedua", own)
                .hint("hapus salah satunya"),
        );
    }
}
