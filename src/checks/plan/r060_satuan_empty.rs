#![doc = include_str!("r060_satuan_empty.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Entry;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R060"),
    severity: Severity::Error,
    text: include_str!("r060_satuan_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (table, indikator) in plan::indicators(subject.renstra) {
        let Entry::Empty(origin) = &indikator.satuan else {
            continue;
        };
        out.emit(
            RULE.finding(
                origin.clone(),
                format!("satuan indikator pada {table} belum diisi"),
            )
            .path(plan::one_line(&indikator.uraian.value))
            .note("indikator", plan::one_line(&indikator.uraian.value))
            .hint("isi satuannya, misalnya %, Indeks, Dokumen, atau Orang"),
        );
    }
}
