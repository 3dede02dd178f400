#![doc = include_str!("r157_pagu_mismatch_urusan.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};
use crate::model::{Entry, Located, Rupiah};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R157"),
    severity: Severity::Error,
    text: include_str!("r157_pagu_mismatch_urusan.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let table = &subject.renstra.pendanaan;
    // A row without a place is missing in the sum.
    if !table.unplaced.is_empty() {
        return;
    }
    for urusan in &table.urusan {
        let kode = &urusan.kode.value;
        let programs: Vec<_> = table
            .program
            .iter()
            .filter(|program| kode.is_prefix_of(&program.baris.kode.value))
            .collect();
        let years: BTreeSet<_> = urusan.pagu().keys().copied().collect();
        for tahun in years {
            let Some(typed) = urusan.pagu().get(&tahun).and_then(Entry::located) else {
                continue;
            };
            let entries = || {
                programs
                    .iter()
                    .filter_map(|program| program.baris.pagu().get(&tahun))
            };
            if entries().any(Entry::is_broken) {
                continue;
            }
            let cells: Vec<&Located<Rupiah>> = entries().filter_map(Entry::located).collect();
            let sum: Rupiah = cells.iter().map(|cell| cell.value).sum();
            if cells.is_empty() || sum.agrees(typed.value) {
                continue;
            }
            let gap = Rupiah::from_decimal((sum - typed.value).decimal().abs());
            out.emit(
                RULE.finding(
                    typed.origin.clone(),
                    format!("pagu urusan {kode} tahun {tahun} tidak sama dengan jumlah programnya"),
                )
                .element(kode)
                .fact(Fact::Year(tahun.get()))
                .fact(Fact::Contradiction)
                .rests_on([Ground::YearOfAmount])
                .rupiah("urusan", typed)
                .figure("program", format!("Rp{sum}"), cells.iter().map(|cell| cell.origin.clone()))
                .note("selisih", format!("Rp{gap}"))
                .hint("samakan pagu urusan dengan jumlah programnya, atau perbaiki pagu program yang keliru"),
            );
        }
    }
}
