#![doc = include_str!("r111_formula_without_divisor.md")]

use super::{Rule, Subject};
use crate::checks::shared::{direction, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R111"),
    severity: Severity::Warning,
    text: include_str!("r111_formula_without_divisor.md"),
    check,
};

/// Signs and words that divide or compare.
const DIVIDES: [&str; 18] = [
    "÷",
    "/",
    ":",
    "×",
    "∑",
    "%",
    "*",
    "−",
    "dibagi",
    "dibanding",
    "terhadap",
    "per ",
    "rata-rata",
    "rasio",
    "proporsi",
    "selisih",
    "dikali",
    "x 100",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for iku in &subject.renstra.iku {
        let Some(formula) = iku.indikator.formula.located() else {
            continue;
        };
        let uraian = &iku.indikator.uraian;
        let is_share = text::same_form(&uraian.value).starts_with("persentase");
        if !is_share || !direction::is_persen(&iku.indikator) {
            continue;
        }
        // A fraction may be typed as two lines.
        let typed = formula.value.to_lowercase();
        if typed.contains('\n') || DIVIDES.iter().any(|sign| typed.contains(sign)) {
            continue;
        }
        out.emit(
            RULE.finding(
                formula.origin.clone(),
                "formula persentase ini tidak menyebut pembaginya",
            )
            .path(plan::one_line(&uraian.value))
            .figure(
                "indikator",
                plan::one_line(&uraian.value),
                [uraian.origin.clone()],
            )
            .figure(
                "formula",
                plan::one_line(&formula.value),
                [formula.origin.clone()],
            )
            .hint("tulis pembilang, pembagi, dan pengalinya: jumlah … ÷ jumlah seluruh … × 100%"),
        );
    }
}
