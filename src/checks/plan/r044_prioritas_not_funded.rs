#![doc = include_str!("r044_prioritas_not_funded.md")]

use super::{Rule, Subject};
use crate::checks::shared::pagu_rpjmd;
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
    for pair in pagu_rpjmd::compared(subject) {
        let is_funded = pair.theirs.value <= Rupiah::ZERO || !pair.own.is_zero();
        if is_funded || !pair.program.is_prioritas() {
            continue;
        }
        let (kode, tahun) = (pair.kode(), pair.tahun);
        let message = format!("program prioritas {kode} tidak mempunyai pagu pada tahun {tahun}");
        let prioritas = pair.program.prioritas.value().cloned();
        out.emit(
            pair.finding(&RULE, message)
                .note("prioritas", prioritas.unwrap_or_default())
                .hint("isi pagu program ini beserta kegiatan dan sub kegiatannya"),
        );
    }
}
