#![doc = include_str!("r063_satuan_does_not_fit.md")]

use std::collections::BTreeSet;

use super::rows;
use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R063"),
    severity: Severity::Warning,
    text: include_str!("r063_satuan_does_not_fit.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    for (_, indikator) in rows::indikator(subject.renstra) {
        let Some(satuan) = indikator.satuan.located() else {
            continue;
        };
        let name = text::same_form(&indikator.uraian.value);
        let unit = satuan.value.to_lowercase();
        let percent = unit.contains('%') || unit.contains("persen") || unit.contains("prosen");
        let wrong = match name.split(' ').next() {
            Some("persentase" | "presentase" | "prosentase" | "persen") => !percent,
            Some("jumlah") => percent,
            _ => false,
        };
        if !wrong || !told.insert((name, unit)) {
            continue;
        }
        out.emit(
            Diagnostic::warning(
                RULE.code,
                satuan.origin.clone(),
                format!(
                    "satuan \"{}\" tidak cocok dengan nama indikator",
                    rows::line(&satuan.value)
                ),
            )
            .path(rows::line(&indikator.uraian.value))
            .note("indikator", rows::line(&indikator.uraian.value))
            .hint("perbaiki satuan atau nama indikatornya"),
        );
    }
}
