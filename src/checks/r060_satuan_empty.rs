#![doc = include_str!("r060_satuan_empty.md")]

use super::rows;
use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::Entry;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R060"),
    severity: Severity::Error,
    text: include_str!("r060_satuan_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (table, indikator) in rows::indikator(subject.renstra) {
        let Entry::Empty(origin) = &indikator.satuan else {
            continue;
        };
        out.emit(
            Diagnostic::error(
                RULE.code,
                origin.clone(),
                format!("satuan indikator pada {table} belum diisi"),
            )
            .path(rows::line(&indikator.uraian.value))
            .note("indikator", rows::line(&indikator.uraian.value))
            .hint("isi satuannya, misalnya %, Indeks, Dokumen, atau Orang"),
        );
    }
}
