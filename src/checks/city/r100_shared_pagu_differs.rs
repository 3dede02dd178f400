#![doc = include_str!("r100_shared_pagu_differs.md")]

use super::{City, CityRule, Member};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Rupiah, text};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R100"),
    severity: Severity::Error,
    text: include_str!("r100_shared_pagu_differs.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    let programs = city.rpjmd.into_iter().flat_map(|rpjmd| &rpjmd.program);
    for program in programs.filter(|program| program.is_shared()) {
        let named: Vec<&Member> = city
            .of_rpjmd()
            .filter(|member| member.known_as.is_in(&program.opd))
            .collect();
        // As long as one is missing, the sum says nothing; nor where an agency has two
        // workbooks, of which nobody knows the one that counts.
        if named.len() < program.opd_count() || has_two_of_one(&named) {
            continue;
        }
        for (tahun, entry) in &program.pagu {
            let Some(theirs) = entry.located() else {
                continue;
            };
            let own: Vec<_> = named
                .iter()
                .flat_map(|member| &member.pagu)
                .filter(|own| own.tahun == *tahun && program.has_kode(&own.kode))
                .collect();
            // Where one cannot be read the sum says nothing either.
            if own.iter().any(|own| own.pagu.is_none()) {
                continue;
            }
            let cell: Vec<_> = own
                .into_iter()
                .filter_map(|own| own.pagu.as_ref())
                .collect();
            let sum: Rupiah = cell.iter().map(|cell| cell.value.0).sum();
            if sum.agrees(theirs.value) {
                continue;
            }
            let kode = &program.kode.value;
            let gap = Rupiah::from_decimal((sum - theirs.value).decimal().abs());
            out.emit(
                RULE.finding(theirs.origin.clone(),
                    format!(
                        "jumlah pagu program {kode} tahun {tahun} pada {} Renstra berbeda dengan RPJMD",
                        named.len()
                    ),
                )
                .path(kode.to_string())
                .figure("Renstra", format!("Rp{sum}"), cell.iter().map(|c| c.origin.clone()))
                .rupiah("RPJMD", theirs)
                .note("selisih", format!("Rp{gap}"))
                .hint("sepakati pembagian pagu antar-Perangkat Daerah, lalu perbaiki T-C.27 masing-masing"),
            );
        }
    }
}

/// Whether two of the workbooks are of one agency.
fn has_two_of_one(named: &[&Member]) -> bool {
    let name = |member: &Member| member.nama.as_deref().map(text::plain);
    named.iter().enumerate().any(|(at, member)| {
        let before = named.get(..at).unwrap_or_default();
        before.iter().any(|other| name(other) == name(member))
    })
}
