#![doc = include_str!("r102_narasi_copied.md")]

use std::collections::BTreeMap;

use super::{City, CityRule, Member};
use crate::checks::shared::paragraph::Sketch;
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
    for list in groups(city) {
        let Some(((_, first), rest)) = list.split_first() else {
            continue;
        };
        let mut finding = RULE.finding(
            (*first).clone(),
            format!(
                "satu alinea pada naskah ini sama atau hampir sama dengan naskah {} Perangkat Daerah lain",
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

/// Paragraphs that are alike, of different agencies, each group once.
fn groups<'a>(city: &'a City<'_>) -> Vec<Vec<(&'a Member, &'a Origin)>> {
    let mut groups: Vec<(Sketch, Vec<(&Member, &Origin)>)> = Vec::new();
    let mut by_key: BTreeMap<(usize, u32, u32), Vec<usize>> = BTreeMap::new();
    for member in city.member {
        for alinea in &member.alinea {
            let Some(sketch) = Sketch::from_hex(&alinea.digest) else {
                continue;
            };
            let keys = sketch.keys();
            let near = keys.iter().filter_map(|key| by_key.get(key)).flatten();
            let near = near.copied().find(|at| groups[*at].0.is_alike(&sketch));
            if let Some(at) = near {
                let list = &mut groups[at].1;
                // Twice in one plan is another matter.
                if list.iter().all(|(other, _)| !std::ptr::eq(*other, member)) {
                    list.push((member, &alinea.origin));
                }
            } else {
                for key in keys {
                    by_key.entry(key).or_default().push(groups.len());
                }
                groups.push((sketch, vec![(member, &alinea.origin)]));
            }
        }
    }
    let several = groups.into_iter().map(|(_, list)| list);
    several.filter(|list| list.len() > 1).collect()
}
