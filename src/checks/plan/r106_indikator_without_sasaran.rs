#![doc = include_str!("r106_indikator_without_sasaran.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Indikator, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R106"),
    severity: Severity::Warning,
    text: include_str!("r106_indikator_without_sasaran.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    if renstra.tujuan.is_empty() {
        return;
    }
    let mut known: Vec<&Indikator> = plan::goal_indicators(renstra);
    known.extend(
        plan::coded(renstra)
            .into_iter()
            .flat_map(|(_, row)| &row.indikator),
    );
    known.extend(renstra.ikk.iter().map(|ikk| &ikk.indikator));
    // Where a tujuan or sasaran has no indicator at all, that is what is wrong.
    let goals = plan::goals(renstra);
    let money = &renstra.pendanaan;
    for butir in money.tujuan.iter().chain(&money.sasaran) {
        let bare = |(goal, list): &(&str, &[Indikator])| {
            list.is_empty() && text::same(goal, &butir.uraian.value)
        };
        if goals.iter().any(bare) {
            known.extend(&butir.indikator);
        }
    }
    if let Some(rpjmd) = subject.rpjmd {
        known.extend(rpjmd.indikator().map(|own| &own.indikator));
        known.extend(rpjmd.program.iter().flat_map(|program| &program.indikator));
    }
    let mut unknown: BTreeMap<String, Vec<(&str, &Indikator)>> = BTreeMap::new();
    for (table, list) in plan::goal_tables(renstra) {
        for other in list {
            let name = &other.uraian.value;
            let near = |own: &&Indikator| {
                let own = &own.uraian.value;
                text::same(own, name)
                    || wording::is_alike(own, name)
                    || wording::is_begin(own, name)
            };
            // What reads much like one is the matter of the rules on wording.
            if !known.iter().any(near) && rpjmd::nearest(name, known.iter().copied()).is_none() {
                let rows = unknown.entry(text::same_form(name)).or_default();
                rows.push((table.tab(), other));
            }
        }
    }
    for rows in unknown.into_values() {
        let first = rows[0].1;
        let name = plan::one_line(&first.uraian.value);
        let table: Vec<&str> = rows.iter().map(|(table, _)| *table).collect();
        let goals = plan::tujuan_sheet(renstra).tab();
        let mut finding = RULE
            .finding(
                first.uraian.origin.clone(),
                format!(
                    "indikator pada {} ini bukan indikator tujuan, sasaran, atau program",
                    table.join(", ")
                ),
            )
            .path(name.clone());
        for (table, other) in &rows {
            finding = finding.figure(*table, name.clone(), [other.uraian.origin.clone()]);
        }
        out.emit(finding.hint(format!(
            "tambahkan pada {goals} di bawah sasaran yang diukurnya, atau samakan bunyinya"
        )));
    }
}
