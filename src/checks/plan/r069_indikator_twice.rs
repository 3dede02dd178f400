#![doc = include_str!("r069_indikator_twice.md")]

use std::collections::{BTreeMap, BTreeSet};

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::{Indikator, Kode, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R069"),
    severity: Severity::Warning,
    text: include_str!("r069_indikator_twice.md"),
    check,
};

/// An indicator with what has it.
struct Placed<'a> {
    /// For messages: `tujuan`, `program 1.02.02`.
    place: String,
    /// What has it, in the form in which that is compared.
    parent: String,
    /// The programme that has it.
    program: Option<&'a Kode>,
    indikator: &'a Indikator,
}

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let mut list: Vec<Placed<'_>> = Vec::new();
    for tujuan in &renstra.tujuan {
        let parent = text::same_form(&tujuan.uraian.value);
        list.extend(placed("tujuan", &parent, None, &tujuan.indikator));
        for sasaran in &tujuan.sasaran {
            let parent = text::same_form(&sasaran.uraian.value);
            list.extend(placed("sasaran", &parent, None, &sasaran.indikator));
        }
    }
    // Units share a programme: its second row is the same programme.
    let mut seen = BTreeSet::new();
    for program in &renstra.pendanaan.program {
        let kode = &program.baris.kode.value;
        if seen.insert(kode) {
            let place = format!("program {kode}");
            list.extend(placed(&place, &place, Some(kode), &program.baris.indikator));
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
    let mut first: BTreeMap<String, Placed<'_>> = BTreeMap::new();
    for own in list {
        let name = text::same_form(&own.indikator.uraian.value);
        let Some(before) = first.get(&name) else {
            first.insert(name, own);
            continue;
        };
        // A table that stands twice in the workbook repeats all its rows.
        if before.parent == own.parent && repeats_all {
            continue;
        }
        let (uraian, other) = (&own.indikator.uraian, &before.indikator.uraian);
        let mut finding = RULE
            .finding(
                uraian.origin.clone(),
                format!(
                    "indikator {} ini juga dipakai pada {}",
                    own.place, before.place
                ),
            )
            .path(plan::one_line(&uraian.value))
            .rests_on([Ground::SingleRow])
            .quote(before.place.clone(), other)
            .note("indikator", plan::one_line(&uraian.value))
            .hint("pakai indikator ini pada satu tempat, dan cari ukuran lain untuk yang kedua");
        for kode in own.program.iter().chain(&before.program) {
            finding = finding.fact(Fact::Element(kode.to_string()));
        }
        out.emit(finding);
    }
}

/// The indicators of one statement or programme.
fn placed<'a>(
    place: &str,
    parent: &str,
    program: Option<&'a Kode>,
    indicators: &'a [Indikator],
) -> Vec<Placed<'a>> {
    let indicators = indicators.iter();
    let placed = indicators.map(|indikator| Placed {
        place: place.to_owned(),
        parent: parent.to_owned(),
        program,
        indikator,
    });
    placed.collect()
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
                        .fact(Fact::Element(kode.to_string()))
                        .rests_on([Ground::SingleRow])
                        .figure(
                            "kegiatan",
                            plan::one_line(name),
                            [own.uraian.origin.clone()],
                        )
                        .quote("program", &twin.uraian)
                        .hint("ukurlah keluaran kegiatan; hasil programnya diukur pada program"),
                    );
                }
            }
        }
    }
}
