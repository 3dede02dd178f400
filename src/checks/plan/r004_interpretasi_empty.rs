#![doc = include_str!("r004_interpretasi_empty.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Severity};
use crate::model::Worksheet;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R004"),
    severity: Severity::Warning,
    text: include_str!("r004_interpretasi_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let origin = plan::sheet_origin(subject, Worksheet::Narasi);
    for slot in subject.regulation.slot() {
        let table = Worksheet::from_id(&slot.id);
        let has_table = table.is_some_and(|table| subject.renstra.lembar.contains(&table));
        if slot.interpretasi && slot.wajib && has_table && !subject.slot.contains(&slot.id) {
            let tabel = slot.id.to_uppercase().replacen("T-C-", "T-C.", 1);
            out.emit(
                RULE.finding(
                    origin.clone(),
                    format!("interpretasi tabel {tabel} belum diisi"),
                )
                .path(slot.id.clone())
                .fact(Fact::NoInterpretation(slot.id))
                .hint(format!(
                    "tambahkan baris dengan subbab \"Interpretasi {tabel}\" pada lembar Narasi"
                )),
            );
        }
    }
}
