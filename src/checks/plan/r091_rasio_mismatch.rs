#![doc = include_str!("r091_rasio_mismatch.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fact, Severity};
use crate::model::{Located, PerTahun, Rupiah, Target, number};

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
            // A target that falls is met by less.
            let right = [
                percent(realisasi, target),
                percent(target, realisasi),
                percent(target + target - realisasi, target),
            ];
            if let Some(finding) = compare(
                rasio,
                target,
                &right,
                &format!("rasio capaian tahun {tahun} tidak sama dengan realisasi dibagi target"),
            ) {
                let name = plan::one_line(&row.indikator.value);
                out.emit(finding.path(name.clone()).note("indikator", name));
            }
        }
    }
    for row in &subject.renstra.anggaran_realisasi {
        for (tahun, entry) in &row.rasio {
            let number = |list: &PerTahun<Rupiah>| Some(list.get(tahun)?.value()?.decimal());
            let (Some(rasio), Some(anggaran), Some(realisasi)) = (
                entry.located(),
                number(&row.anggaran),
                number(&row.realisasi),
            ) else {
                continue;
            };
            let right = [percent(realisasi, anggaran)];
            if let Some(finding) = compare(
                rasio,
                anggaran,
                &right,
                &format!(
                    "rasio anggaran tahun {tahun} tidak sama dengan realisasi dibagi anggaran"
                ),
            ) {
                out.emit(finding.path(plan::one_line(&row.uraian.value)));
            }
        }
    }
}

fn percent(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b)
}

/// A finding, unless the ratio is one of the right ones. The first of these is
/// the one shown. Nothing can be said of a ratio to nothing.
fn compare(
    rasio: &Located<Target>,
    base: Decimal,
    right: &[Option<Decimal>],
    wrong: &str,
) -> Option<Diagnostic> {
    let typed = rasio.value.nilai().filter(|_| !base.is_zero())?;
    let near = |value: Decimal| {
        let mut right = right.iter().flatten();
        right.any(|right| (value - *right).abs() <= NEAR)
    };
    // 0,98 and 98 are both in use.
    if near(typed) || near(typed.checked_mul(Decimal::ONE_HUNDRED)?) {
        return None;
    }
    let shown = right.first().copied().flatten()?;
    Some(
        RULE.finding(rasio.origin.clone(), wrong)
            .fact(Fact::PerCell)
            .figure("tertulis", rasio.value.teks(), [rasio.origin.clone()])
            .figure(
                "hitungan",
                number::print_fixed(shown, 2),
                std::iter::empty(),
            )
            .hint("kosongkan kolom rasio agar dihitung program, atau perbaiki angkanya"),
    )
}
