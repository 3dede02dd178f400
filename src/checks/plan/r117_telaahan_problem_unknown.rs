#![doc = include_str!("r117_telaahan_problem_unknown.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::{plan, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{JenisTelaahan, Located, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R117"),
    severity: Severity::Warning,
    text: include_str!("r117_telaahan_problem_unknown.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let mut known: Vec<&str> = Vec::new();
    for pokok in &renstra.permasalahan {
        known.push(&pokok.uraian.value);
        for masalah in &pokok.masalah {
            known.push(&masalah.uraian.value);
            known.extend(masalah.akar_masalah.iter().map(|akar| akar.value.as_str()));
        }
    }
    let mut all = 0;
    let mut unknown: BTreeMap<JenisTelaahan, Vec<&Located<String>>> = BTreeMap::new();
    for row in &renstra.telaahan {
        let Some(problem) = row.permasalahan.located() else {
            continue;
        };
        all += 1;
        let quoted = known.iter().any(|known| {
            text::same(known, &problem.value) || wording::is_alike(known, &problem.value)
        });
        if !quoted {
            unknown.entry(row.jenis).or_default().push(problem);
        }
    }
    // Only who quotes the problems elsewhere has forgotten to quote them here.
    let missing: usize = unknown.values().map(Vec::len).sum();
    if known.is_empty() || missing * 2 > all {
        return;
    }
    for rows in unknown.into_values() {
        let first = rows[0];
        let cells = rows.iter().map(|row| row.origin.clone());
        out.emit(
            RULE.finding(
                first.origin.clone(),
                "permasalahan pada telaahan ini tidak ada pada T-B.35",
            )
            .path(plan::one_line(&first.value))
            .figure("telaahan", plan::one_line(&first.value), cells)
            .figure("T-B.35", format!("{} permasalahan", known.len()), [])
            .hint("tambahkan pada T-B.35, atau kutip masalah yang sudah ada di sana"),
        );
    }
}
