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
    repeated_below(subject, out);
    let goals = plan::goal_indicators(renstra);
    let repeats_all = goals.iter().all(|own| {
        let name = &own.uraian.value;
        let same = goals
            .iter()
            .filter(|other| text::same(&other.uraian.value, name));
        same.count() > 1
    });
    let mut first: BTreeMap<String, (String, String, &Indikator)> = BTreeMap::new();
    for (place, parent, indikator) in list {
        let name = text::same_form(&indikator.uraian.value);
        let Some((other, above, before)) = first.get(&name) else {
            first.insert(name, (place, parent, indikator));
            continue;
        };
        // A table that stands twice in the workbook repeats all its rows.
        if *above == parent && repeats_all {
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

/// Kegiatan whose indicator is that of their program: a kegiatan measures something else.
fn repeated_below(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut below = BTreeSet::new();
    for program in &subject.renstra.pendanaan.program {
        for kegiatan in &program.kegiatan {
            let kode = &kegiatan.baris.kode.value;
            for own in &kegiatan.baris.indikator {
                let name = &own.uraian.value;
                let twin = program
                    .baris
                    .indikator
                    .iter()
                    .find(|other| text::same(&other.uraian.value, name));
                if let Some(twin) = twin
                    && below.insert(kode.clone())
                {
                    out.emit(
                        RULE.finding(
                            own.uraian.origin.clone(),
                            format!("indikator kegiatan {kode} sama dengan indikator programnya"),
                        )
                        .path(plan::one_line(name))
                        .figure(
                            "kegiatan",
                            plan::one_line(name),
                            [own.uraian.origin.clone()],
                        )
                        .figure(
                            "program",
                            plan::one_line(&twin.uraian.value),
                            [twin.uraian.origin.clone()],
                        )
                        .hint("ukurlah keluaran kegiatan; hasil programnya diukur pada program"),
                    );
                }
            }
        }
    }
}
