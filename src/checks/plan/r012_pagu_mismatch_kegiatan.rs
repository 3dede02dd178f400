#![doc = include_str!("r012_pagu_mismatch_kegiatan.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::PaguRow;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R012"),
    severity: Severity::Error,
    text: include_str!("r012_pagu_mismatch_kegiatan.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let table = &subject.renstra.pendanaan;
    for (p, program) in table.program.iter().enumerate() {
        for (k, kegiatan) in program.kegiatan.iter().enumerate() {
            if table.kegiatan_is_open(p, k) {
                continue;
            }
            let child: Vec<&PaguRow> = kegiatan.sub_kegiatan.iter().map(|sub| &sub.baris).collect();
            plan::compare_sum(
                &RULE,
                ("kegiatan", &kegiatan.baris),
                ("sub kegiatan", &child),
                out,
            );
        }
    }
}
