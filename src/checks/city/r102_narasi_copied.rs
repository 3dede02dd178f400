#![doc = include_str!("r102_narasi_copied.md")]

use std::collections::BTreeMap;

use super::{City, CityRule, Member};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R102"),
    severity: Severity::Warning,
    text: include_str!("r102_narasi_copied.md"),
    check,
};

/// Neighbours that are named; more of them say no more.
const NAMED: usize = 5;

fn check(city: &City<'_>, out: &mut Diagnostics) {
    let mut same: BTreeMap<&str, Vec<(&Member, &Origin)>> = BTreeMap::new();
    for member in city.member {
        for alinea in &member.alinea {
            let list = same.entry(&alinea.digest).or_default();
            // Twice in one plan is another matter.
            if list.iter().all(|(other, _)| !std::ptr::eq(*other, member)) {
                list.push((member, &alinea.origin));
            }
        }
    }
    for list in same.into_values().filter(|list| list.len() > 1) {
        let Some(((_, first), rest)) = list.split_first() else {
            continue;
        };
        let mut finding = RULE.finding(
            (*first).clone(),
            format!(
                "satu alinea pada naskah ini sama dengan naskah {} Perangkat Daerah lain",
                rest.len()
            ),
        );
        for (member, origin) in rest.iter().take(NAMED) {
            let nama = member.nama.clone();
            let nama = nama.unwrap_or_else(|| member.file.to_string());
            finding = finding.figure("sama dengan", nama, [(*origin).clone()]);
        }
        out.emit(
            finding.hint("uraikan keadaan Perangkat Daerah sendiri pada masing-masing naskah"),
        );
    }
}
