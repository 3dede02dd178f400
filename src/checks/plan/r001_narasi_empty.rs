#![doc = include_str!("r001_narasi_empty.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Fact, Severity};
use crate::model::Worksheet;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R001"),
    severity: Severity::Error,
    text: include_str!("r001_narasi_empty.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let origin = plan::sheet_origin(subject, Worksheet::Narasi);
    for slot in subject.regulation.slot() {
        let off = subject.config.subbab.get(&slot.id) == Some(&false);
        if !slot.wajib || slot.interpretasi || off || subject.slot.contains(&slot.id) {
            continue;
        }
        // The row may be there, with nothing next to it yet.
        let mut blank = subject.renstra.narasi_kosong.iter();
        let blank = blank.find(|blank| blank.value == slot.id);
        let hint = match blank.and_then(|blank| blank.origin.cell) {
            Some(cell) => format!("isi sel {cell} pada lembar Narasi"),
            None => format!(
                "tambahkan baris dengan subbab \"{}\" dan isinya pada lembar Narasi",
                slot.id
            ),
        };
        out.emit(
            RULE.finding(
                blank.map_or(&origin, |blank| &blank.origin).clone(),
                format!("uraian \"{}\" belum diisi", slot.judul),
            )
            .path(slot.id.clone())
            .fact(Fact::NoText(slot.id))
            .hint(hint),
        );
    }
}
