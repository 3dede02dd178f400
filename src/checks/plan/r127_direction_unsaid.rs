#![doc = include_str!("r127_direction_unsaid.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::direction::{self, Direction};
use crate::checks::shared::{plan, wording};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::Indikator;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R127"),
    severity: Severity::Info,
    text: include_str!("r127_direction_unsaid.md"),
    check,
};

/// Words that indicators of one family begin with.
const FAMILY: usize = 2;
/// Indicators that a finding names.
const MOST: usize = 5;

/// An indicator whose targets fall.
struct Falling {
    name: String,
    targets: String,
    origin: Origin,
}

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let found = plan::outcome_indicators_once(renstra, |_, indikator| {
        // Of one that rises nobody asks; of one whose way is known R103 does.
        let value = direction::values(indikator)?;
        let falls = direction::of_targets(&value) == Direction::Down;
        if !falls || direction::better(renstra, indikator).is_some() {
            return None;
        }
        falling(indikator, &value)
    });
    let mut families: BTreeMap<Vec<String>, Vec<Falling>> = BTreeMap::new();
    for one in found {
        let mut begin = wording::words(&one.name);
        begin.truncate(FAMILY);
        families.entry(begin).or_default().push(one);
    }
    for list in families.into_values() {
        let Some(first) = list.first() else { continue };
        let mut finding = RULE
            .finding(
                first.origin.clone(),
                "target indikator ini turun setiap tahun; apakah memang makin kecil makin baik?",
            )
            .path(first.name.clone());
        for one in list.iter().take(MOST) {
            finding = finding.figure(one.name.clone(), one.targets.clone(), [one.origin.clone()]);
        }
        if list.len() > MOST {
            finding = finding.note("lainnya", format!("{} indikator", list.len() - MOST));
        }
        out.emit(finding.hint(
            "bila ya, tidak ada yang perlu diubah (status Negatif dapat ditulis pada lembar IKK); bila tidak, perbaiki targetnya",
        ));
    }
}

fn falling(
    indikator: &Indikator,
    values: &[(crate::model::Tahun, rust_decimal::Decimal, Origin)],
) -> Option<Falling> {
    let (first, last) = (values.first()?, values.last()?);
    let shown = |tahun| {
        let target = indikator.target.get(&tahun).and_then(|entry| entry.value());
        target.map(|target| target.teks().to_owned())
    };
    Some(Falling {
        name: plan::one_line(&indikator.uraian.value),
        targets: format!(
            "{} ({}) menjadi {} ({})",
            shown(first.0)?,
            first.0,
            shown(last.0)?,
            last.0
        ),
        origin: first.2.clone(),
    })
}
