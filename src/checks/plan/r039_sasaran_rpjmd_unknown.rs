#![doc = include_str!("r039_sasaran_rpjmd_unknown.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R039"),
    severity: Severity::Error,
    text: include_str!("r039_sasaran_rpjmd_unknown.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let filled = subject.rpjmd.filter(|rpjmd| !rpjmd.misi.is_empty());
    let Some(rpjmd) = filled else { return };
    for named in subject.renstra.tujuan.iter().flat_map(|t| &t.sasaran_rpjmd) {
        // The whole first: a statement may hold a semicolon itself.
        if rpjmd::names_sasaran(rpjmd, &named.value) {
            continue;
        }
        let parts = named.value.split([';', '\n']).map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            if rpjmd::names_sasaran(rpjmd, part) {
                continue;
            }
            out.emit(
                RULE.finding(
                    named.origin.clone(),
                    format!(
                        "sasaran RPJMD \"{}\" tidak ada pada buku kerja RPJMD",
                        plan::one_line(part)
                    ),
                )
                .path(part.to_owned())
                .hint("salin bunyi sasaran dari buku kerja RPJMD"),
            );
        }
    }
}
