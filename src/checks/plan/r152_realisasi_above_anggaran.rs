#![doc = include_str!("r152_realisasi_above_anggaran.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R152"),
    severity: Severity::Warning,
    text: include_str!("r152_realisasi_above_anggaran.md"),
    check,
};

/// Spending beyond this part of its budget is a slip; the threshold is ours.
const LIMIT: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for row in &subject.renstra.anggaran_realisasi {
        // Income may well exceed what was planned; a total has its own rule.
        let plain = text::plain(&row.uraian.value);
        if row.jumlah || plain.starts_with("pendapatan") || plain.contains("retribusi") {
            continue;
        }
        for (tahun, entry) in &row.anggaran {
            let realisasi = row.realisasi.get(tahun).and_then(|entry| entry.located());
            let Some((anggaran, realisasi)) = entry.located().zip(realisasi) else {
                continue;
            };
            let limit = anggaran.value.decimal().checked_mul(LIMIT);
            let is_above = limit
                .is_some_and(|limit| limit > Decimal::ZERO && realisasi.value.decimal() > limit);
            if !is_above {
                continue;
            }
            out.emit(
                RULE.finding(
                    realisasi.origin.clone(),
                    format!("realisasi tahun {tahun} jauh di atas anggarannya"),
                )
                .path(plan::one_line(&row.uraian.value))
                .rupiah("anggaran", anggaran)
                .rupiah("realisasi", realisasi)
                .hint("periksa jumlah nol dan tahun keduanya"),
            );
        }
    }
}
