#![doc = include_str!("r102_narasi_copied.md")]

use std::collections::BTreeMap;

use super::{City, CityRule, Member};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Located, text};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R102"),
    severity: Severity::Warning,
    text: include_str!("r102_narasi_copied.md"),
    check,
};

/// Words from which two equal paragraphs are no accident.
const SHORTEST: usize = 25;
/// Neighbours that are named; more of them say no more.
const NAMED: usize = 5;

fn check(city: &City<'_>, out: &mut Diagnostics) {
    let mut same: BTreeMap<String, Vec<(&Member, &Located<String>)>> = BTreeMap::new();
    for member in city.member {
        let narasi = member.renstra.narasi.iter();
        for narasi in narasi.filter(|narasi| is_own_matter(&narasi.slot.value)) {
            for paragraph in narasi.isi.value.split("\n\n") {
                let plain = text::plain(paragraph);
                let words = plain.split(' ').count();
                // A placeholder gives each agency its own figures.
                if words < SHORTEST || paragraph.contains("{{") {
                    continue;
                }
                let list = same.entry(plain).or_default();
                // Twice in one plan is another matter.
                if list.iter().all(|(other, _)| !std::ptr::eq(*other, member)) {
                    list.push((member, &narasi.isi));
                }
            }
        }
    }
    for list in same.into_values().filter(|list| list.len() > 1) {
        let Some(((_, first), rest)) = list.split_first() else {
            continue;
        };
        let mut finding = Diagnostic::warning(
            RULE.code,
            first.origin.clone(),
            format!(
                "satu alinea pada naskah ini sama dengan naskah {} Perangkat Daerah lain",
                rest.len()
            ),
        );
        for (member, isi) in rest.iter().take(NAMED) {
            let name = member.renstra.identitas.nama.value();
            finding = finding.figure(
                "sama dengan",
                name.cloned().unwrap_or_else(|| member.file.to_string()),
                [isi.origin.clone()],
            );
        }
        out.emit(
            finding.hint("uraikan keadaan Perangkat Daerah sendiri pada masing-masing naskah"),
        );
    }
}

/// The chapters after the first speak of the agency; the first and the foreword
/// are largely the same words everywhere.
fn is_own_matter(slot: &str) -> bool {
    let chapter = slot.split('.').next().unwrap_or_default();
    chapter.parse::<u16>().is_ok_and(|chapter| chapter > 1)
}
