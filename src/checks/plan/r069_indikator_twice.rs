#![doc = include_str!("r069_indikator_twice.md")]

use std::collections::{BTreeMap, BTreeSet};

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Indikator, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R069"),
    severity: Severity::Warning,
    text: include_str!("r069_indikator_twice.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    // Place for messages, the parent's wording, the indicator.
    let mut list: Vec<(String, String, &Indikator)> = Vec::new();
    for tujuan in &renstra.tujuan {
        let name = text::same_form(&tujuan.uraian.value);
        list.extend(
            tujuan
                .indikator
                .iter()
                .map(|i| ("tujuan".to_owned(), name.clone(), i)),
        );
        for sasaran in &tujuan.sasaran {
            let name = text::same_form(&sasaran.uraian.value);
            list.extend(
                sasaran
                    .indikator
                    .iter()
                    .map(|i| ("sasaran".to_owned(), name.clone(), i)),
            );
        }
    }
    // Units share a programme: its second row is the same programme.
    let mut seen = BTreeSet::new();
    for program in &renstra.pendanaan.program {
        let kode = &program.baris.kode.value;
        if seen.insert(kode.clone()) {
            let name = format!("program {kode}");
            list.extend(
                program
                    .baris
                    .indikator
                    .iter()
                    .map(|i| (name.clone(), name.clone(), i)),
            );
        }
    }
    let mut first: BTreeMap<String, (String, String, &Indikator)> = BTreeMap::new();
    for (place, parent, indikator) in list {
        let name = text::same_form(&indikator.uraian.value);
        let Some((other, above, before)) = first.get(&name) else {
            first.insert(name, (place, parent, indikator));
            continue;
        };
        // A table that stands twice in the workbook repeats its rows.
        if *above == parent {
            continue;
        }
        out.emit(
            RULE.finding(
                indikator.uraian.origin.clone(),
                format!("indikator {place} ini juga dipakai pada {other}"),
            )
            .path(plan::one_line(&indikator.uraian.value))
            .figure(
                other.clone(),
                plan::one_line(&before.uraian.value),
                [before.uraian.origin.clone()],
            )
            .note("indikator", plan::one_line(&indikator.uraian.value))
            .hint("pakai indikator ini pada satu tempat, dan cari ukuran lain untuk yang kedua"),
        );
    }
}
