#![doc = include_str!("r093_pertumbuhan_mismatch.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::model::{Entry, Located, PerTahun, Rupiah, Target, number};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R093"),
    severity: Severity::Warning,
    text: include_str!("r093_pertumbuhan_mismatch.md"),
    check,
};

/// Room for rounding to two digits, per cent.
const NEAR: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// Below it a typed mean is per cent, from it on rupiah.
const PERCENT: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);

/// By how many years a mean was divided where the growth from nothing has no
/// percentage: by all of them, or only by those that have one.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Divisor {
    All,
    Counted,
}

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut used: Vec<(Divisor, Typed<'_>)> = Vec::new();
    let mut averages: Vec<Typed<'_>> = Vec::new();
    for row in &subject.renstra.anggaran_realisasi {
        for (what, entry, amount) in [
            ("anggaran", &row.pertumbuhan_anggaran, &row.anggaran),
            ("realisasi", &row.pertumbuhan_realisasi, &row.realisasi),
        ] {
            let Some((typed, value)) = number(entry).zip(values(amount)) else {
                continue;
            };
            let growth = growth(&value);
            let typed = Typed {
                what,
                uraian: &row.uraian.value,
                cell: typed.0,
                value: typed.1,
                mean: mean(&growth, growth.len()),
                has_percentage: !value.iter().any(Decimal::is_zero),
                rupiah: mean_rupiah(&value, value.len()),
            };
            match judge(&typed, &value, &growth) {
                Verdict::Right(divisor) => used.extend(divisor.map(|divisor| (divisor, typed))),
                Verdict::Wrong if is_average(typed.value, &value) => averages.push(typed),
                Verdict::Wrong => typed.report(
                    "tidak sama dengan hitungannya",
                    "perbaiki angkanya, atau kosongkan agar dihitung program: dalam rupiah per tahun, atau dalam persen bila renstra.toml memuat pertumbuhan = \"persen\"",
                    out,
                ),
            }
        }
    }
    report_averages(&averages, out);
    // Either divisor can be defended, but not both in one table.
    let all = used.iter().filter(|(how, _)| *how == Divisor::All).count();
    let rare = if all * 2 >= used.len() {
        Divisor::Counted
    } else {
        Divisor::All
    };
    for (how, typed) in used {
        if how == rare {
            typed.report(
                "dibagi dengan jumlah tahun yang berbeda dari baris lain",
                "hitung semua baris dengan pembagi yang sama",
                out,
            );
        }
    }
}

/// A typed mean with what it should be.
struct Typed<'a> {
    what: &'static str,
    uraian: &'a str,
    cell: &'a Located<Target>,
    value: Decimal,
    /// Per cent.
    mean: Option<Decimal>,
    /// Whether every year has a percentage: growth from nothing has none.
    has_percentage: bool,
    /// Rupiah a year, as the program fills a blank.
    rupiah: Option<Decimal>,
}

impl Typed<'_> {
    fn report(&self, wrong: &str, hint: &str, out: &mut Diagnostics) {
        let origin = &self.cell.origin;
        let mut finding = RULE
            .finding(
                origin.clone(),
                format!("rata-rata pertumbuhan {} {wrong}", self.what),
            )
            .rests_on([Ground::TableYears])
            .path(plan::one_line(self.uraian))
            .figure("tertulis", self.cell.value.teks(), [origin.clone()]);
        let mean = self
            .mean
            .filter(|_| self.has_percentage)
            .map(|mean| format!("{} persen", number::print_fixed(mean, 2)));
        let rupiah = self
            .rupiah
            .map(|mean| format!("Rp{} per tahun", Rupiah::from_decimal(mean)));
        for counted in [rupiah, mean].into_iter().flatten() {
            finding = finding.figure("hitungan", counted, std::iter::empty());
        }
        out.emit(finding.hint(hint));
    }
}

/// One finding for all rows that hold the mean of the amounts instead: whoever
/// filled the table took the heading for it.
fn report_averages(list: &[Typed<'_>], out: &mut Diagnostics) {
    let Some(first) = list.first() else { return };
    let cells = list.iter().map(|typed| typed.cell.origin.clone());
    let mut finding = RULE
        .finding(
            first.cell.origin.clone(),
            "kolom rata-rata pertumbuhan berisi rata-rata jumlah rupiahnya",
        )
        .rests_on([Ground::TableYears])
        .path(plan::one_line(first.uraian))
        .figure("tertulis", first.cell.value.teks(), cells);
    if let Some(rupiah) = first.rupiah {
        let counted = format!("Rp{} per tahun", Rupiah::from_decimal(rupiah));
        finding = finding.figure("pertumbuhannya", counted, std::iter::empty());
    }
    out.emit(
        finding
            .note("sel", format!("{} sel pada tabel ini", list.len()))
            .hint("isi pertumbuhan dari tahun ke tahun, atau kosongkan kedua kolomnya agar dihitung program"),
    );
}

/// Whether a number is the mean of the amounts, of all years or of those with any.
fn is_average(typed: Decimal, values: &[Decimal]) -> bool {
    let sum = values
        .iter()
        .try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount));
    let funded = values.iter().filter(|amount| !amount.is_zero()).count();
    [values.len(), funded].into_iter().any(|over| {
        let mean = sum.and_then(|sum| sum.checked_div(Decimal::from(over)));
        mean.is_some_and(|mean| (typed - mean).abs() <= Decimal::ONE)
    })
}

enum Verdict {
    /// As calculated; with the divisor, if the two differ.
    Right(Option<Divisor>),
    Wrong,
}

fn judge(typed: &Typed<'_>, values: &[Decimal], growth: &[Decimal]) -> Verdict {
    let (first, last) = (values[0], values[values.len() - 1]);
    let step = values.len() - 1;
    // Growth from or to nothing has no percentage: it is written as 0, left out, or
    // averaged over the other years. Nobody can say which is right.
    if !typed.has_percentage && typed.value.abs() < PERCENT {
        return Verdict::Right(None);
    }
    // 0,1038 and 10,38 are both in use.
    let near = |right: Option<Decimal>| {
        right.is_some_and(|right| {
            (typed.value - right).abs() <= NEAR
                || (typed.value * Decimal::ONE_HUNDRED - right).abs() <= NEAR
        })
    };
    let all = near(mean(growth, step));
    let counted = near(mean(growth, growth.len()));
    if all || counted {
        let divisor = match (all, counted) {
            (true, false) => Some(Divisor::All),
            (false, true) => Some(Divisor::Counted),
            _ => None,
        };
        return Verdict::Right(divisor);
    }
    // Rupiah a year, over the years or over the steps between them.
    let in_rupiah = [step, values.len()]
        .into_iter()
        .filter_map(|over| mean_rupiah(values, over))
        .any(|right| (typed.value - right).abs() <= Decimal::ONE);
    if in_rupiah || is_compound(typed.value, first, last, step) {
        Verdict::Right(None)
    } else {
        Verdict::Wrong
    }
}

/// Whether a constant growth of so many per cent a year leads from the first
/// year's amount to the last one's, within rounding.
fn is_compound(percent: Decimal, first: Decimal, last: Decimal, step: usize) -> bool {
    let reach = |percent: Decimal| {
        let factor = Decimal::ONE + percent.checked_div(Decimal::ONE_HUNDRED)?;
        (0..step).try_fold(first, |amount, _| amount.checked_mul(factor))
    };
    reach(percent - NEAR)
        .zip(reach(percent + NEAR))
        .is_some_and(|(low, high)| !first.is_zero() && low <= last && last <= high)
}

fn number(entry: &Entry<Target>) -> Option<(&Located<Target>, Decimal)> {
    let cell = entry.located()?;
    Some((cell, cell.value.nilai()?))
}

/// The amounts of all years; `None` if one is missing or there are fewer than two.
fn values(amount: &PerTahun<Rupiah>) -> Option<Vec<Decimal>> {
    let list: Option<Vec<Decimal>> = amount
        .values()
        .map(|entry| entry.value().map(Rupiah::decimal))
        .collect();
    list.filter(|list| list.len() > 1)
}

/// Growth from year to year, per cent, where the earlier year has any money.
fn growth(values: &[Decimal]) -> Vec<Decimal> {
    values
        .windows(2)
        .filter_map(|pair| {
            let change = (pair[1] - pair[0]).checked_mul(Decimal::ONE_HUNDRED)?;
            change.checked_div(pair[0])
        })
        .collect()
}

fn mean(growth: &[Decimal], over: usize) -> Option<Decimal> {
    growth
        .iter()
        .sum::<Decimal>()
        .checked_div(Decimal::from(over))
}

/// From the first year to the last, in rupiah a year.
fn mean_rupiah(values: &[Decimal], over: usize) -> Option<Decimal> {
    let (first, last) = (values.first()?, values.last()?);
    (last - first).checked_div(Decimal::from(over))
}
