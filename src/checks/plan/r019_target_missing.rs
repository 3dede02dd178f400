#![doc = include_str!("r019_target_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R019"),
    severity: Severity::Error,
    text: include_str!("r019_target_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let unfunded = plan::unfunded(subject.renstra);
    for (table, indikator) in plan::indicators(subject.renstra) {
        let idle = unfunded.get(&indikator.uraian.origin);
        let empty: Vec<_> = indikator
            .target
            .iter()
            .filter(|(_, entry)| entry.is_missing())
            .filter(|(tahun, _)| idle.is_none_or(|year| !year.contains(*tahun)))
            .collect();
        if let Some((_, first)) = empty.first() {
            let origin = first.origin().unwrap_or(&indikator.uraian.origin).clone();
            let year: Vec<String> = empty.iter().map(|(tahun, _)| tahun.to_string()).collect();
            let cell = empty
                .iter()
                .filter_map(|(_, entry)| entry.origin().cloned());
            let mut finding = RULE.finding(
                origin,
                format!(
                    "target indikator pada {table} tahun {} belum diisi",
                    year.join(", ")
                ),
            );
            if year.len() > 1 {
                finding = finding.figure("sel kosong", year.len().to_string(), cell);
            }
            out.emit(
                finding
                    .path(indikator.uraian.value.clone())
                    .fact(Fact::PerCell)
                    .rests_on([Ground::TableYears])
                    .note("indikator", indikator.uraian.value.replace('\n', " "))
                    .hint("isi target setiap tahun; tulis 0 bila targetnya memang nol"),
            );
        }
    }
}
