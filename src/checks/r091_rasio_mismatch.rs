#![doc = include_str!("r091_rasio_mismatch.md")]

use rust_decimal::Decimal;

use super::rows;
use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{PerTahun, Target};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R091"),
    severity: Severity::Warning,
    text: include_str!("r091_rasio_mismatch.md"),
    check,
};

/// Room for rounding to whole per cents.
const NEAR: Decimal = Decimal::ONE;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for row in &subject.renstra.kinerja_pelayanan {
        for (tahun, entry) in &row.rasio {
            let number = |list: &PerTahun<Target>| list.get(tahun)?.value()?.nilai();
            let (Some(rasio), Some(target), Some(realisasi)) =
                (entry.located(), number(&row.target), number(&row.realisasi))
            else {
                continue;
            };
            let Some(typed) = rasio.value.nilai() else {
                continue;
            };
            let percent =
                |a: Decimal, b: Decimal| a.checked_div(b).map(|r| r * Decimal::ONE_HUNDRED);
            let straight = percent(realisasi, target);
            let candidate = [
                straight,
                percent(target, realisasi),
                percent(target + target - realisasi, target),
            ];
            let near = |value: Decimal| {
                candidate
                    .iter()
                    .flatten()
                    .any(|right| (value - *right).abs() <= NEAR)
            };
            // 0,98 and 98 are both in use.
            if near(typed) || near(typed * Decimal::ONE_HUNDRED) || target.is_zero() {
                continue;
            }
            let right = straight
                .map(|r| r.round_dp(2).normalize().to_string())
                .unwrap_or_default();
            out.emit(
                Diagnostic::warning(
                    RULE.code,
                    rasio.origin.clone(),
                    format!(
                        "rasio capaian tahun {tahun} tidak sama dengan realisasi dibagi target"
                    ),
                )
                .path(rows::line(&row.indikator.value))
                .figure("tertulis", rasio.value.teks(), [rasio.origin.clone()])
                .figure("hitungan", right.replace('.', ","), std::iter::empty())
                .note("indikator", rows::line(&row.indikator.value))
                .hint("kosongkan kolom rasio agar dihitung program, atau perbaiki angkanya"),
            );
        }
    }
}
