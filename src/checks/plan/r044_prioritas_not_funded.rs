#![doc = include_str!("r044_prioritas_not_funded.md")]

use super::{Rule, Subject};
use crate::checks::shared::rpjmd;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Rupiah;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R044"),
    severity: Severity::Error,
    text: include_str!("r044_prioritas_not_funded.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (program, own) in rpjmd::program_pairs(subject) {
        if !program.is_prioritas() {
            continue;
        }
        for (tahun, entry) in &program.pagu {
            let (Some(theirs), Some((sum, cell))) = (entry.located(), rpjmd::pagu(&own, *tahun))
            else {
                continue;
            };
            if theirs.value <= Rupiah::ZERO || !sum.is_zero() {
                continue;
            }
            let kode = &program.kode.value;
            let origin = cell.first().map_or(&theirs.origin, |cell| &cell.origin);
            out.emit(
                RULE.finding(
                    origin.clone(),
                    format!("program prioritas {kode} tidak mempunyai pagu pada tahun {tahun}"),
                )
                .path(kode.to_string())
                .figure(
                    "Renstra",
                    format!("Rp{sum}"),
                    cell.iter().map(|c| c.origin.clone()),
                )
                .figure(
                    "RPJMD",
                    format!("Rp{}", theirs.value),
                    [theirs.origin.clone()],
                )
                .note(
                    "prioritas",
                    program.prioritas.value().cloned().unwrap_or_default(),
                )
                .hint("isi pagu program ini beserta kegiatan dan sub kegiatannya"),
            );
        }
    }
}
