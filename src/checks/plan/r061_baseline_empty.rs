#![doc = include_str!("r061_baseline_empty.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Entry, Indikator};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R061"),
    severity: Severity::Error,
    text: include_str!("r061_baseline_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let unused = unused_column(subject);
    let found = plan::outcome_indicators_once(subject.renstra, |level, indikator| {
        let Entry::Empty(origin) = &indikator.target_awal else {
            return None;
        };
        if unused.iter().any(|own| std::ptr::eq(*own, indikator)) {
            return None;
        }
        let name = plan::one_line(&indikator.uraian.value);
        let text = format!("kondisi awal indikator {level} belum diisi");
        Some(
            RULE.finding(origin.clone(), text)
                .path(name.clone())
                .note("indikator", name)
                .hint("isi capaian pada tahun awal perencanaan; tulis 0 bila memang nol"),
        )
    });
    out.extend(found);
}

/// The indicators of tujuan and sasaran, where the regulation prints their baseline
/// only if it is there and no cell of the column is filled: the further tables have it.
fn unused_column<'a>(subject: &Subject<'a>) -> Vec<&'a Indikator> {
    let tabel = subject
        .regulation
        .tabel
        .get(plan::tujuan_sheet(subject.renstra).id());
    let kolom = tabel.and_then(|tabel| tabel.kolom.iter().find(|own| own.isi == "target_awal"));
    let own = plan::goal_indicators(subject.renstra);
    let is_unused = own.iter().all(|own| own.target_awal.is_missing());
    if is_unused && kolom.is_some_and(|kolom| kolom.bila_terisi) {
        own
    } else {
        Vec::new()
    }
}
