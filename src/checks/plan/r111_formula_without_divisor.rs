#![doc = include_str!("r111_formula_without_divisor.md")]

use super::{Rule, Subject};
use crate::checks::shared::{direction, iku};
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
    for own in &subject.renstra.iku {
        let Some(formula) = own.indikator.formula.located() else {
            continue;
        };
        let is_share = text::same_form(&own.indikator.uraian.value).starts_with("persentase");
        if !is_share || !direction::is_persen(&own.indikator) {
            continue;
        }
        // A fraction may be typed as two lines.
        let typed = formula.value.to_lowercase();
        if typed.contains('\n') || DIVIDES.iter().any(|sign| typed.contains(sign)) {
            continue;
        }
        let message = "formula persentase ini tidak menyebut pembaginya";
        out.emit(
            iku::doubtful(&RULE, own, ("formula", formula), message).hint(
                "tulis pembilang, pembagi, dan pengalinya: jumlah … ÷ jumlah seluruh … × 100%",
            ),
        );
    }
}
