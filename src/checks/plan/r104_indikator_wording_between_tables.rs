#![doc = include_str!("r104_indikator_wording_between_tables.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::{plan, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Indikator, Worksheet, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R104"),
    severity: Severity::Warning,
    text: include_str!("r104_indikator_wording_between_tables.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let known = plan::goal_indicators(renstra);
    let is_known = |name: &str| known.iter().any(|own| text::same(&own.uraian.value, name));
    let mut differing: BTreeMap<String, Vec<(Worksheet, &Indikator)>> = BTreeMap::new();
    for (table, list) in plan::goal_tables(renstra) {
        // One that the table has under its own wording is another indicator.
        let is_free = |own: &&Indikator| {
            !list
                .iter()
                .any(|other| text::same(&other.uraian.value, &own.uraian.value))
        };
        for other in &list {
            let name = &other.uraian.value;
            let near = known
                .iter()
                .copied()
                .filter(is_free)
                .any(|own| wording::is_alike(&own.uraian.value, name));
            // The IKU have a rule of their own.
            if table != Worksheet::Iku && !is_known(name) && near {
                let rows = differing.entry(text::same_form(name)).or_default();
                rows.push((table, *other));
            }
        }
    }
    for rows in differing.into_values() {
        let (table, first) = rows[0];
        let name = &first.uraian.value;
        let Some(near) = known
            .iter()
            .find(|own| wording::is_alike(&own.uraian.value, name))
        else {
            continue;
        };
        let goals = plan::tujuan_sheet(renstra).tab();
        let mut finding = RULE
            .finding(
                first.uraian.origin.clone(),
                format!(
                    "bunyi indikator pada {} sedikit berbeda dengan {goals}",
                    table.tab()
                ),
            )
            .path(plan::one_line(name));
        for (table, other) in &rows {
            finding = finding.quote(table.tab(), &other.uraian);
        }
        out.emit(
            finding
                .quote(goals, &near.uraian)
                .hint("samakan bunyinya pada semua tabel bila memang indikator yang sama"),
        );
    }
}
