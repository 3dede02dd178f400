#![doc = include_str!("r155_kode_swapped.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::{Kode, Located, Program, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R155"),
    severity: Severity::Error,
    text: include_str!("r155_kode_swapped.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let programs: Vec<(&Program, &Located<String>)> = subject
        .renstra
        .pendanaan
        .program
        .iter()
        .filter_map(|program| Some((program, program.baris.uraian.located()?)))
        .collect();
    for (at, (first, first_name)) in programs.iter().enumerate() {
        for (second, second_name) in &programs[at + 1..] {
            let (a, b) = (&first.baris.kode.value, &second.baris.kode.value);
            let (Some(of_a), Some(of_b)) = (name_of(subject, a), name_of(subject, b)) else {
                continue;
            };
            let swapped = text::same(&first_name.value, &of_b)
                && text::same(&second_name.value, &of_a)
                && !text::same(&of_a, &of_b);
            if !swapped {
                continue;
            }
            out.emit(
                RULE.finding(
                    first.baris.kode.origin.clone(),
                    format!("kode program {a} dan {b} tertukar"),
                )
                .path(format!("{a}; {b}"))
                .fact(Fact::Element(a.to_string()))
                .fact(Fact::Element(b.to_string()))
                .fact(Fact::Contradiction)
                .fact(Fact::Upsets(Ground::KodeAndName))
                .figure(
                    a.to_string(),
                    plan::one_line(&first_name.value),
                    [first.baris.kode.origin.clone()],
                )
                .figure(
                    b.to_string(),
                    plan::one_line(&second_name.value),
                    [second.baris.kode.origin.clone()],
                )
                .note(
                    "seharusnya",
                    format!(
                        "{a} {}; {b} {}",
                        plan::one_line(&of_a),
                        plan::one_line(&of_b)
                    ),
                )
                .hint("tukarkan kedua kodenya"),
            );
        }
    }
}

/// What a programme of this kode is called: in the RPJMD, else by the nomenclature.
fn name_of(subject: &Subject<'_>, kode: &Kode) -> Option<String> {
    let of_rpjmd = rpjmd::programs(subject)
        .into_iter()
        .find(|program| program.has_kode(kode));
    let of_rpjmd = of_rpjmd.and_then(|program| program.uraian.value().cloned());
    of_rpjmd.or_else(|| {
        let list = plan::nomenklatur(subject.renstra);
        Some(list.find(kode)?.uraian.clone())
    })
}
