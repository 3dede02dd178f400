#![doc = include_str!("r100_shared_pagu_differs.md")]

use super::{City, CityRule, Member};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Entry, Rupiah};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R100"),
    severity: Severity::Error,
    text: include_str!("r100_shared_pagu_differs.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    let program = city.rpjmd.into_iter().flat_map(|rpjmd| &rpjmd.program);
    for program in program.filter(|program| program.is_shared()) {
        let named: Vec<&Member> = city
            .of_rpjmd()
            .filter(|member| member.nama().is_in(&program.opd))
            .collect();
        // As long as one is missing, the sum says nothing.
        if named.len() < program.opd_count() {
            continue;
        }
        for (tahun, entry) in &program.pagu {
            let Some(theirs) = entry.located() else {
                continue;
            };
            let row = named
                .iter()
                .flat_map(|member| &member.renstra.pendanaan.program)
                .filter(|own| program.has_kode(&own.baris.kode.value));
            let own: Vec<_> = row.filter_map(|own| own.baris.pagu.get(tahun)).collect();
            if own.iter().any(|entry| entry.is_broken()) {
                continue;
            }
            let cell: Vec<_> = own.into_iter().filter_map(Entry::located).collect();
            let sum: Rupiah = cell.iter().map(|cell| cell.value).sum();
            if sum == theirs.value {
                continue;
            }
            let kode = &program.kode.value;
            let gap = Rupiah::from_decimal((sum - theirs.value).decimal().abs());
            out.emit(
                Diagnostic::error(
                    RULE.code,
                    theirs.origin.clone(),
                    format!(
                        "jumlah pagu program {kode} tahun {tahun} pada {} Renstra berbeda dengan RPJMD",
                        named.len()
                    ),
                )
                .path(kode.to_string())
                .figure("Renstra", format!("Rp{sum}"), cell.iter().map(|c| c.origin.clone()))
                .figure("RPJMD", format!("Rp{}", theirs.value), [theirs.origin.clone()])
                .note("selisih", format!("Rp{gap}"))
                .hint("sepakati pembagian pagu antar-Perangkat Daerah, lalu perbaiki T-C.27 masing-masing"),
            );
        }
    }
}
