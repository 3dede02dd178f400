#![doc = include_str!("r108_baseline_differs_between_tables.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, Target, Worksheet, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R108"),
    severity: Severity::Warning,
    text: include_str!("r108_baseline_differs_between_tables.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let mut table: BTreeMap<String, Vec<(&str, &Located<Target>)>> = BTreeMap::new();
    if let Some(rpjmd) = subject.rpjmd {
        let opd = rpjmd::opd(subject);
        for own in rpjmd.indikator().filter(|own| opd.is_in(&own.opd)) {
            if let Some(awal) = own.indikator.target_awal.located() {
                let rows = table.entry(text::same_form(&own.indikator.uraian.value));
                rows.or_default().push(("RPJMD", awal));
            }
        }
    }
    let goals = plan::goal_indicators(renstra);
    let own = [(plan::tujuan_sheet(renstra), goals)];
    let year = |lembar: Worksheet| renstra.tahun_awal.get(&lembar);
    let first_year = year(plan::pendanaan_sheet(renstra));
    for (lembar, list) in own.into_iter().chain(plan::goal_tables(renstra)) {
        let own_year = match lembar {
            Worksheet::Iku | Worksheet::Tc28 => year(lembar),
            _ => first_year,
        };
        // Headings that name different years say why the figures differ.
        if own_year.zip(first_year).is_some_and(|(a, b)| a != b) {
            continue;
        }
        for indikator in list {
            if let Some(awal) = indikator.target_awal.located() {
                let rows = table.entry(text::same_form(&indikator.uraian.value));
                rows.or_default().push((lembar.tab(), awal));
            }
        }
    }
    for (indikator, rows) in table {
        let count = |value: &Target| {
            let same = rows
                .iter()
                .filter(|row| rpjmd::same_target(&row.1.value, value));
            same.count()
        };
        let most = rows.iter().map(|row| count(&row.1.value)).max();
        // The RPJMD's figure, else what most tables have.
        let usual = rows
            .iter()
            .find(|row| row.0 == "RPJMD")
            .or_else(|| rows.iter().find(|row| Some(count(&row.1.value)) == most));
        let Some(usual) = usual else { continue };
        let differs =
            |row: &&(&str, &Located<Target>)| !rpjmd::same_target(&row.1.value, &usual.1.value);
        let Some(other) = rows.iter().find(differs) else {
            continue;
        };
        out.emit(
            RULE.finding(
                other.1.origin.clone(),
                format!("kondisi awal pada {} berbeda dengan {}", other.0, usual.0),
            )
            .path(indikator)
            .figure(other.0, other.1.value.teks(), [other.1.origin.clone()])
            .figure(usual.0, usual.1.value.teks(), [usual.1.origin.clone()])
            .hint(
                "samakan kondisi awalnya; bila tahunnya berbeda, sebutkan tahun pada kepala kolom",
            ),
        );
    }
}
