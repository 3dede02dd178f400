#![doc = include_str!("r098_count_in_prose_differs.md")]

use super::{Rule, Subject};
use crate::checks::shared::counts;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R098"),
    severity: Severity::Warning,
    text: include_str!("r098_count_in_prose_differs.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for narasi in &subject.renstra.narasi {
        for (typed, what) in counts::in_text(&narasi.isi.value) {
            let right = counts::of_tables(subject.renstra, what);
            if right == 0 || right == typed {
                continue;
            }
            let placeholder = what.replace(' ', "_");
            out.emit(
                RULE.finding(
                    narasi.isi.origin.clone(),
                    format!("naskah menyebut {typed} {what}, tabelnya memuat {right}"),
                )
                .path(narasi.slot.value.clone())
                .figure("naskah", typed.to_string(), [narasi.isi.origin.clone()])
                .figure("tabel", right.to_string(), [])
                .hint(format!(
                    "pakai penanda {{{{ jumlah.{placeholder} }}}}, atau perbaiki jumlahnya"
                )),
            );
        }
    }
}
