#![doc = include_str!("r103_target_against_direction.md")]

use super::{Rule, Subject};
use crate::checks::shared::direction::{self, Direction};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::Indikator;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R103"),
    severity: Severity::Warning,
    text: include_str!("r103_target_against_direction.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let mut found = plan::outcome_indicators_once(renstra, |level, indikator| {
        finding(subject, level, indikator)
    });
    // The IKK that no other table has.
    let known = |ikk: &Indikator| {
        let name = &ikk.uraian.value;
        let mut outcome = plan::outcome_indicators(renstra).into_iter();
        outcome.any(|(_, own)| crate::model::text::same(&own.uraian.value, name))
    };
    let ikk = renstra.ikk.iter().map(|ikk| &ikk.indikator);
    found.extend(
        ikk.filter(|ikk| !known(ikk))
            .filter_map(|ikk| finding(subject, "kinerja kunci", ikk)),
    );
    out.extend(found);
}

fn finding(subject: &Subject<'_>, level: &str, indikator: &Indikator) -> Option<Diagnostic> {
    let value = direction::ranked(indikator)?;
    let better = direction::better(subject.renstra, indikator)?;
    let going = direction::of_targets(&value);
    let against = matches!(
        (better.way, going),
        (Direction::Up, Direction::Down) | (Direction::Down, Direction::Up)
    );
    if !against {
        return None;
    }
    let (first, last) = (value.first()?, value.last()?);
    let shown = |tahun| {
        let target = indikator.target.get(&tahun).and_then(|entry| entry.value());
        target.map(|target| target.teks().to_owned())
    };
    let name = plan::one_line(&indikator.uraian.value);
    let (way, other) = if going == Direction::Up {
        ("naik", "turun")
    } else {
        ("turun", "naik")
    };
    Some(
        RULE.finding(
            first.2.clone(),
            format!("target indikator {level} {way} setiap tahun, padahal yang baik {other}"),
        )
        .path(name.clone())
        .figure(format!("target {}", first.0), shown(first.0)?, [first.2.clone()])
        .figure(format!("target {}", last.0), shown(last.0)?, [last.2.clone()])
        .note("arah yang baik", format!("{} ({})", better.word(), better.reason))
        .note("indikator", name)
        .hint("perbaiki targetnya; bila arahnya memang demikian, abaikan peringatan ini atau betulkan statusnya pada lembar IKK"),
    )
}
