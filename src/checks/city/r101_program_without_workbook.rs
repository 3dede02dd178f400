#![doc = include_str!("r101_program_without_workbook.md")]

use std::collections::BTreeMap;

use super::{City, CityRule};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{NamaOpd, text};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R101"),
    severity: Severity::Info,
    text: include_str!("r101_program_without_workbook.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    // An RPJMD that is checked by itself misses nobody.
    if city.member.is_empty() {
        return;
    }
    let known: Vec<&NamaOpd> = city.of_rpjmd().map(|member| &member.known_as).collect();
    let mut missing: BTreeMap<String, (String, Vec<Origin>)> = BTreeMap::new();
    for program in city.rpjmd.into_iter().flat_map(|rpjmd| &rpjmd.program) {
        for name in program.opd_names() {
            if !known.iter().any(|opd| opd.has(name)) {
                let entry = missing.entry(text::plain(name));
                let (_, cell) = entry.or_insert_with(|| (name.to_owned(), Vec::new()));
                cell.push(program.kode.origin.clone());
            }
        }
    }
    for (name, cell) in missing.into_values() {
        let Some(first) = cell.first().cloned() else {
            continue;
        };
        out.emit(
            RULE.finding(
                first,
                format!("buku kerja {name} tidak ada; programnya belum diperiksa"),
            )
            .path(name)
            .figure("program", cell.len().to_string(), cell)
            .hint(
                "minta buku kerjanya, atau samakan nama Perangkat Daerah dengan lembar Identitas",
            ),
        );
    }
}
