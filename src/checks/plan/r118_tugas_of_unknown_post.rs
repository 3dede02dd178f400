#![doc = include_str!("r118_tugas_of_unknown_post.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R118"),
    severity: Severity::Warning,
    text: include_str!("r118_tugas_of_unknown_post.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    if renstra.struktur.is_empty() {
        return;
    }
    for row in &renstra.tugas_fungsi {
        let post = &row.jabatan;
        let known = |name: &str| {
            let (a, b) = (wording::words(name), wording::words(&post.value));
            a.starts_with(&b) || b.starts_with(&a) || a.ends_with(&b) || b.ends_with(&a)
        };
        if renstra.is_unit_known(&post.value)
            || renstra.struktur.iter().any(|own| known(&own.jabatan.value))
        {
            continue;
        }
        let near = renstra
            .struktur
            .iter()
            .find(|own| wording::is_alike(&own.jabatan.value, &post.value));
        let mut finding = RULE
            .finding(
                post.origin.clone(),
                "jabatan pada Tugas dan Fungsi ini tidak ada pada Struktur",
            )
            .path(plan::one_line(&post.value))
            .quote("Tugas dan Fungsi", post);
        if let Some(near) = near {
            finding = finding.quote("Struktur (mirip)", &near.jabatan);
        }
        out.emit(finding.hint("samakan nama jabatan dengan lembar Struktur"));
    }
}
