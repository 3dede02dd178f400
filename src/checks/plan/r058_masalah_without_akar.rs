#![doc = include_str!("r058_masalah_without_akar.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Located;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R058"),
    severity: Severity::Warning,
    text: include_str!("r058_masalah_without_akar.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for pokok in &subject.renstra.permasalahan {
        if pokok.masalah.is_empty() {
            report(&pokok.uraian, ("masalah pokok", "masalah"), out);
        }
        for masalah in &pokok.masalah {
            if masalah.akar_masalah.is_empty() {
                report(&masalah.uraian, ("masalah", "akar masalah"), out);
            }
        }
    }
}

fn report(uraian: &Located<String>, (level, below): (&str, &str), out: &mut Diagnostics) {
    out.emit(
        RULE.finding(
            uraian.origin.clone(),
            format!("{level} ini belum diuraikan menjadi {below}"),
        )
        .path(plan::one_line(&uraian.value))
        .hint(format!("isi kolom {below}, atau hapus {level} ini")),
    );
}
