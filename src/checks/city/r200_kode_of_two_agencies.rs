#![doc = include_str!("r200_kode_of_two_agencies.md")]

use std::collections::BTreeMap;

use super::{City, CityRule, Member};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Located;

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R200"),
    severity: Severity::Warning,
    text: include_str!("r200_kode_of_two_agencies.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    compare(
        city,
        "kode Perangkat Daerah",
        |member| member.kode.as_ref(),
        out,
    );
    compare(city, "NIP kepala", |member| member.nip.as_ref(), out);
}

/// Agencies that state the same where each has its own.
fn compare(
    city: &City<'_>,
    what: &str,
    stated: fn(&Member) -> Option<&Located<String>>,
    out: &mut Diagnostics,
) {
    let mut same: BTreeMap<&str, Vec<(&Member, &Located<String>)>> = BTreeMap::new();
    for member in city.member {
        if let Some(stated) = stated(member) {
            same.entry(&stated.value)
                .or_default()
                .push((member, stated));
        }
    }
    for (value, list) in same {
        let Some(((first, cell), rest)) = list.split_first() else {
            continue;
        };
        // A second workbook of the same agency is another matter.
        let others: Vec<_> = rest
            .iter()
            .filter(|(member, _)| member.nama != first.nama)
            .collect();
        if others.is_empty() {
            continue;
        }
        let name = |member: &Member| {
            let nama = member.nama.clone();
            nama.unwrap_or_else(|| member.file.to_string())
        };
        // Whose it is nobody knows; the later workbook is named first, since a
        // copy is made after its original.
        let mut finding = RULE
            .finding(
                others.last().map_or(cell, |(_, cell)| cell).origin.clone(),
                format!("{what} ini dipakai {} Perangkat Daerah", others.len() + 1),
            )
            .path(value)
            .figure(name(first), value, [cell.origin.clone()]);
        for (member, cell) in others {
            finding = finding.figure(name(member), value, [cell.origin.clone()]);
        }
        out.emit(finding.hint(format!("perbaiki {what} pada lembar Identitas yang keliru")));
    }
}
